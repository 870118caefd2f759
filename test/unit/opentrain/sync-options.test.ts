import { expect, it } from 'vitest';
import { createSync } from '../../../src/opentrain/sync/create-sync.ts';
import type { SyncOptions } from '../../../src/opentrain/sync/options.ts';
import { memoryCursor } from '../../../src/webhooks/cursor/memory-cursor.ts';

const good = {
  client: { updates: { poll: async () => ({ events: [], nextCursor: '', hasMore: false }) } },
  cursor: memoryCursor(),
};
const subscription = { url: 'https://r.example.com/hooks', eventTypes: ['message.received'] };

const made = (different: object) => () =>
  createSync({ ...good, ...different } as unknown as SyncOptions<undefined>);

it.each([
  ['client', { client: {} }],
  ['client', { client: undefined }],
  ['cursor', { cursor: { load() {} } }],
  ['cursor', { cursor: undefined }],
  ['name', { name: '' }],
  ...['idleMs', 'leaseMs', 'deadlineMs'].flatMap((name) =>
    [0, -1, Number.NaN, 2 ** 31, Number.POSITIVE_INFINITY].map((ms): [string, object] => [
      name,
      { [name]: ms },
    ]),
  ),
  ['subscription.url', { subscription: { ...subscription, url: '/hooks' } }],
  ['subscription.eventTypes', { subscription: { ...subscription, eventTypes: [] } }],
])('a sync is not made with a wrong %s: %j', (argument, different) => {
  expect(made(different)).toThrow(
    expect.objectContaining({ name: 'InvalidArgumentError', argument }),
  );
});

it.each([{ secrets: [] }, { secret: ' ' }, {}])(
  'a sync whose receiver has no secret (%j) is not made, unless it is to keep one itself',
  (receiver) => {
    expect(made({ receiver })).toThrow(expect.objectContaining({ code: 'no_secret' }));
    expect(made({ receiver, subscription })).not.toThrow();
  },
);

it('runs once at a time', async () => {
  const sync = made({ idleMs: 1 })();
  const stop = new AbortController();
  const ended = sync.run({ signal: stop.signal });
  await expect(sync.run()).rejects.toMatchObject({ argument: 'run' });
  stop.abort('enough');
  await expect(ended).rejects.toBe('enough');
});
