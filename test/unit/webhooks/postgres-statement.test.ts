import { expect, it, vi } from 'vitest';
import { postgresInbox } from '../../../src/webhooks/postgres.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

/** An inbox over a client that fails with these, one after another, and then answers. */
function inboxAfter(...codes: string[]) {
  const query = vi.fn(async () => ({ rows: [{ answer: 'fresh' }] }));
  for (const code of codes) query.mockRejectedValueOnce(failure(code));
  return { query, claim: () => postgresInbox({ query }).claim('a', 1_000) };
}

it.each(['40001', '40P01'])(
  'a step that PostgreSQL gave up with %s is taken again',
  async (code) => {
    const { query, claim } = inboxAfter(code, code);
    expect(await claim()).toBe('fresh');
    expect(query).toHaveBeenCalledTimes(3);
  },
);

it('any other failure is the caller’s at once', async () => {
  const { query, claim } = inboxAfter('53300');
  await expect(claim()).rejects.toMatchObject({ code: '53300' });
  expect(query).toHaveBeenCalledTimes(1);
});

it('in a transaction, which is over then, the caller hears why and not what came of it', async () => {
  const { claim } = inboxAfter('40001', '25P02');
  await expect(claim()).rejects.toMatchObject({ code: '40001' });
});

it('is not taken for ever', async () => {
  const { query, claim } = inboxAfter(...Array<string>(30).fill('40001'));
  await expect(claim()).rejects.toMatchObject({ code: '40001' });
  expect(query).toHaveBeenCalledTimes(20);
});
