import { conflict, notFound } from '../refusals.ts';
import type { World } from '../world.ts';

/** What happens to teams outside the API. */
export function teamControls(world: World) {
  const known = (accountId: string): string => {
    if (world.accounts.get(accountId)) return accountId;
    throw notFound('accounts', 'accountId', accountId, 'account');
  };

  return {
    team: {
      /** Switches teams on or off for an account, whatever its features say. */
      setEnabled: (accountId: string, enabled: boolean) =>
        world.team.configure(known(accountId), { enabled }),

      /** Lets the next invitation mails of an account fail. */
      failMail: (accountId: string, times = 1) =>
        world.team.configure(known(accountId), { mailFailures: times }),

      /** The invited person accepts. */
      acceptInvite(accountId: string, email: string, name = 'New Member'): void {
        if (world.team.accept(known(accountId), email, name)) return;
        throw conflict('no_open_invite', 'There is no open invite for this address.', { email });
      },
    },
  };
}
