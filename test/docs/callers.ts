import { Pool } from 'pg';
import { webhookFixture } from '../../src/webhooks/fixtures.ts';
import type { Theatre } from './run.ts';

/** How a reader's program would call what the texts declare for it. */
export const callers: Theatre['callers'] = {
  // Twice, as a retry would: it may count once.
  book: async (book: (pool: Pool, event: object) => Promise<void>) => {
    const pool = new Pool();
    const event = webhookFixture('opentrain', 'contract.created');
    await pool.query('DELETE FROM hires');
    await book(pool, event);
    await book(pool, event);
    const { rowCount } = await pool.query('SELECT contract_id FROM hires');
    await pool.end();
    if (rowCount !== 1) throw new Error(`booked ${rowCount} times`);
  },
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
