import { webhookFixture } from '../../src/webhooks/fixtures.ts';
import type { Theatre } from './run.ts';

/** How a reader's program would call what the texts declare for it. */
export const callers: Theatre['callers'] = {
  // A return from the consent page to a session that began with another state.
  connected: (connected: (request: Request, session: { state: string }) => Response) => {
    const returned = new Request(
      'https://labelloft.example.com/opentrain/return?state=a&opentrain_install_id=b',
    );
    if (connected(returned.clone(), { state: 'a' }).status !== 200) throw new Error('refuses');
    if (connected(returned, { state: 'c' }).status !== 400)
      throw new Error('takes what it must not');
  },
  handle: (handle: (event: object) => void) => {
    handle(webhookFixture('opentrain', 'contract.created'));
    handle(webhookFixture('opentrain', 'approval.confirmed'));
    handle({ ...webhookFixture('opentrain', 'contract.created'), type: 'of tomorrow' });
  },
};
