import type { OpenTrainActor } from '../accounts/actor.ts';
import type { Market } from '../market.ts';

/** Finds out who holds a bearer token. */
export function authenticator({ accounts, tokens }: Market) {
  return (token: string, { now }: { now: number }): OpenTrainActor | undefined => {
    const row = tokens.use(token, now);
    const account = row && accounts.get(row.accountId);
    if (!account) return undefined;
    return {
      id: row.id,
      accountId: account.id,
      userId: account.ownerUserId,
      scopes: row.scopes,
      features: new Set(account.features),
      claimed: account.claimed,
    };
  };
}
