import type { AuthMe } from '../../../../generated/opentrain/types.ts';
import { type Handler, reply } from '../../kernel/handler.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import type { Market } from '../market.ts';

/** Who the token is. An unclaimed account has nobody to name yet: nulls (inferred). */
export function meHandlers({ accounts, tokens }: Market) {
  const me: Handler<OpenTrainActor> = ({ actor }) => {
    const account = accounts.get(actor.accountId);
    const token = tokens.get(actor.id);
    if (!account || !token || account.ownerGone) {
      throw new Refusal(404, 'NOT_FOUND', "This token's user no longer exists.");
    }
    const [firstName = null, ...rest] = account.ownerName?.split(' ') ?? [];
    const isEmployer = account.kind === 'employer';
    return reply(200, {
      actor: {
        userId: account.ownerUserId,
        email: account.ownerEmail,
        firstName,
        lastName: rest.join(' ') || null,
        fullName: account.ownerName,
        userType: isEmployer ? 'EMPLOYER' : 'FREELANCER',
      },
      token: {
        id: token.id,
        label: token.name,
        scopes: [...token.scopes],
        ownerOrganizationId: null,
      },
      account: {
        kind: isEmployer ? 'employer_organization' : 'freelancer',
        organizationId: isEmployer ? account.organizationId : null,
        ownerUserId: account.ownerUserId,
        memberRole: 'OWNER',
      },
    } satisfies AuthMe);
  };
  return { 'auth.me': me };
}
