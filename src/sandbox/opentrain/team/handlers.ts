import type { TeamInviteCreate } from '../../../../generated/opentrain/types.ts';
import { type Call, type Handler, reply } from '../../kernel/handler.ts';
import { invalid, Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import type { AccountFacts, World } from '../world.ts';

/** Reading the team and inviting into it. */
export function teamHandlers(world: World) {
  const accountWithTeam = ({ accountId }: OpenTrainActor): AccountFacts => {
    const account = world.accounts.get(accountId);
    if (account && world.team.settings(accountId).enabled) return account;
    throw new Refusal(403, 'FORBIDDEN', 'Teams are not enabled for this account.', {
      details: { reason: 'teams_not_enabled' },
    });
  };

  return {
    'team.get': ({ actor }) => reply(200, { team: world.team.view(accountWithTeam(actor)) }),

    'team.invite': ({ actor, body }: Call<OpenTrainActor, TeamInviteCreate>) => {
      const email = body.email.trim();
      if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) {
        throw invalid('body', ['email'], 'Invalid email', 'invalid_format');
      }
      const account = accountWithTeam(actor);
      refuseWorkEmail(email);
      const status = world.team.invite(account, email);
      return reply(200, { ok: true, status, email, team: world.team.view(account) });
    },
  } satisfies Record<string, Handler<OpenTrainActor>>;
}

/** Which valid addresses are turned down is not documented: here those that OpenTrain lends to trainers. */
function refuseWorkEmail(email: string): void {
  if (!email.toLowerCase().endsWith('@opentrain.work')) return;
  throw new Refusal(400, 'BAD_REQUEST', 'A Work Email cannot join a team.', { details: { email } });
}
