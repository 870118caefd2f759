import { Pool } from 'pg';
import { ConsentReturnError } from '../../src/platform/index.ts';
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
    const url = 'https://labelloft.example.com/opentrain/return?state=a&opentrain_install_id=b';
    const statusFor = (state: string) => connected(new Request(url), { state }).status;
    if (statusFor('a') !== 200) throw new Error('refuses');
    try {
      if (statusFor('c') !== 400) throw new Error('takes what it must not');
    } catch (error) {
      if (!(error instanceof ConsentReturnError)) throw error;
    }
  },
  handle: (handle: (event: object) => void) => {
    handle(webhookFixture('opentrain', 'contract.created'));
    handle(webhookFixture('opentrain', 'approval.confirmed'));
    handle({ ...webhookFixture('opentrain', 'contract.created'), type: 'of tomorrow' });
  },
};
