import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { InvalidArgumentError } from '../../src/index.ts';
import { type RedisClient, redisInbox } from '../../src/webhooks/redis.ts';
import { sharedInboxContract } from '../support/inbox-contract.ts';
import { patient } from '../support/patient.ts';
import { startGate } from '../support/servers/gate.ts';
import { type RedisServer, startRedis } from '../support/servers/redis.ts';
import { openTrainReceiver } from '../unit/webhooks/receiver-fixture.ts';

const retentionMs = 3_600_000;
let server: RedisServer;
let own: ReturnType<typeof connect>;
let ioredis: Redis;
let made = 0;

// Without a listener a connection that breaks would end the process; both clients connect anew.
const connect = (url: string) => createClient({ url }).on('error', () => {});

beforeAll(async () => {
  server = await startRedis();
  own = connect(server.url);
  await own.connect();
  ioredis = new Redis(server.url).on('error', () => {});
});

afterAll(async () => {
  await own?.close();
  await ioredis?.quit();
  await server?.stop();
});

/** Redis's time can't be moved: what is left of each key's and of each lease's is shortened in its place. */
async function pass(prefix: string, ms: number): Promise<void> {
  for (const key of await own.keys(`${prefix}*`)) {
    const left = (await own.pTTL(key)) - ms;
    await (left > 0 ? own.pExpire(key, left) : own.del(key));
    const lease = /^(lease:\d+:)(\d+)(:.*)$/s.exec((await own.get(key)) ?? '');
    if (!lease) continue;
    const [, attempts = '', end = '', owner = ''] = lease;
    const ends = Math.max(0, Number(end) - ms);
    await own.set(key, `${attempts}${ends}${owner}`, { expiration: 'KEEPTTL' });
  }
}

function trial(client: RedisClient) {
  const prefix = `trial-${made++}:`;
  return {
    inbox: redisInbox(client, { prefix, retentionMs }),
    retentionMs,
    pass: (ms: number) => pass(prefix, ms),
  };
}

describe('an inbox in Redis, by node-redis', () => sharedInboxContract(async () => trial(own)));
describe('an inbox in Redis, by ioredis', () => sharedInboxContract(async () => trial(ioredis)));

describe('an inbox in Redis', () => {
  it('is one for both clients, whatever their own options are', async () => {
    const prefix = 'shared:';
    const one = redisInbox(own, { prefix });
    const other = redisInbox(ioredis, { prefix });
    expect(await one.claim('a', 60_000, 'me')).toBe('fresh');
    expect(await other.claim('a', 60_000, 'you')).toBe('busy');
    expect(await other.claim('a', 60_000, 'me')).toBe('fresh');
  });

  it('leaves no key that never runs out', async () => {
    const inbox = redisInbox(own, { prefix: 'ttl:', retentionMs });
    await inbox.claim('held', 60_000);
    await inbox.done('worked');
    await inbox.claim('given up', 60_000);
    await inbox.release('given up');
    const kept = { held: retentionMs + 60_000, worked: retentionMs, 'given up': retentionMs };
    for (const [key, ms] of Object.entries(kept)) {
      expect(await own.pTTL(`ttl:${key}`)).toBeGreaterThan(ms - 10_000);
      expect(await own.pTTL(`ttl:${key}`)).toBeLessThanOrEqual(ms);
    }
  });

  it('knows after a crash what it was told before', async () => {
    const inbox = redisInbox(ioredis, { prefix: 'crash:' });
    await inbox.done('worked');
    await inbox.claim('held', 60_000, 'me');
    await server.crash();
    expect(await inbox.claim('worked', 60_000)).toBe('duplicate');
    expect(await inbox.claim('held', 60_000, 'you')).toBe('busy');
  });

  it('gives a claim to its owner when the answer was lost on the way, counted once', async () => {
    const gate = await startGate(server.port);
    const client = new Redis(gate.port, '127.0.0.1').on('error', () => {});
    try {
      const inbox = redisInbox(client, { prefix: 'lost:' });
      await inbox.claim('before', 60_000);
      gate.mute();
      const claimed = inbox.claim('a', 60_000, 'me');
      const direct = redisInbox(own, { prefix: 'lost:' });
      await vi.waitFor(async () => expect(await direct.attempts?.('a')).toBe(1), patient);
      gate.open();
      expect(await claimed).toBe('fresh');
      expect(await direct.attempts?.('a')).toBe(1);
    } finally {
      client.disconnect();
      await gate.stop();
    }
  });

  it('has the event come again when a client does not ask a second time itself', async () => {
    const gate = await startGate(server.port);
    const client = connect(`redis://127.0.0.1:${gate.port}`);
    await client.connect();
    try {
      const prefix = 'unasked:';
      const worked: string[] = [];
      const { send, errors } = openTrainReceiver({
        inbox: redisInbox(client, { prefix }),
        on: { 'proposal.received': ({ id }) => worked.push(id) },
      });
      gate.mute();
      const sent = send();
      const direct = redisInbox(own, { prefix });
      await vi.waitFor(
        async () => expect(await direct.attempts?.('opentrain:41')).toBe(1),
        patient,
      );
      gate.open();
      expect(await sent).toMatchObject({ status: 500, body: 'the inbox failed' });
      expect([worked, errors.length]).toEqual([[], 1]);
      await vi.waitFor(() => client.ping(), patient);
      expect(await send()).toMatchObject({ status: 503, body: 'busy' });
      await pass(prefix, 30_001);
      expect(await send()).toMatchObject({ status: 200, body: 'done' });
      expect(worked).toEqual(['41']);
    } finally {
      client.destroy();
      await gate.stop();
    }
  });

  it('says what is wrong with its arguments', () => {
    expect(() => redisInbox({} as RedisClient)).toThrow(InvalidArgumentError);
    for (const retention of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => redisInbox(own, { retentionMs: retention })).toThrow(/retentionMs/);
    }
  });
});
