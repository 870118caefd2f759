import { describe, expect, it } from 'vitest';
import { operations as openTrain } from '../../../generated/opentrain/operations.ts';
import { operations as trainar } from '../../../generated/trainar/operations.ts';
import { redactText } from '../../../src/sandbox/kernel/redact.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { limitMs, processorMs } from '../../fuzz/processor-time.ts';

/** What grows with the square of it takes ten seconds and more. */
const large = 2 ** 17;

describe('what comes from a stranger costs no more than its length', () => {
  it.each(['token', 'api_key', '-signature', '?token=', '&a', 'http://', 'http', 'tak_', 'x'])(
    'in the logs: many "%s"',
    async (piece) => {
      const text = `https://me?${piece.repeat(large / piece.length)}`;
      expect(await processorMs(() => redactText(text))).toBeLessThan(limitMs);
    },
  );

  it.each(['.', '@', 'a.', 'a@'])('as an address: many "%s"', async (piece) => {
    const sandbox = createSandbox();
    const { apiKey } = sandbox.trainar.createTenant();
    const { token } = sandbox.opentrain.createAccount();
    const email = `a@${piece.repeat(large / piece.length)}@`;
    const post = (url: string, key: string, more = {}) =>
      sandbox.fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({ email, ...more }),
      });
    const user = { full_name: 'Ada Field', roles: ['admin'] };
    const statuses: number[] = [];
    const work = async () => {
      statuses.push(
        (await post(`https://api.trainar.ai/v1${trainar['users.invite'].path}`, apiKey, user))
          .status,
        (await post(`https://app.opentrain.ai${openTrain['team.invite'].path}`, token)).status,
      );
    };
    expect(await processorMs(work)).toBeLessThan(limitMs);
    expect(statuses).toEqual([400, 400]);
    expect(sandbox.requests.list({ status: 400 })).toMatchObject([
      { error: { message: /mail/ } },
      { error: { message: /mail/ } },
    ]);
  });
});
