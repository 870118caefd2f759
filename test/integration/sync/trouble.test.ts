import { afterEach, describe, expect, it } from 'vitest';
import type { SyncTurn } from '../../../src/opentrain/sync/options.ts';
import { crew, stopAll } from './crew.ts';

afterEach(stopAll);

describe('a handler that fails', () => {
  it('is tried again, less and less often, and holds up what comes after', async () => {
    const { clock, happenTimes, start, table, handled } = crew();
    const due = happenTimes(3);
    const attempts: number[] = [];
    const at: number[] = [];
    const begun = clock.now();
    const { errors } = start({
      onUnknown: ({ id }, { attempt, tx }) => {
        if (id === due[1]) {
          attempts.push(attempt);
          at.push((clock.now() - begun) / 1000);
          if (attempt < 5) throw new Error('database is down');
        }
        handled.push(id);
        tx?.push(id);
      },
    });
    await clock.advance('7s');
    expect(table).toEqual(due.slice(0, 1));
    await clock.advance('5m');
    expect(table).toEqual(due);
    expect(attempts).toEqual([1, 2, 3, 4, 5]);
    expect(at).toEqual([0, 1, 2.5, 4.75, 8.125]);
    expect(errors).toHaveLength(4);
    expect(errors[3]).toMatchObject([
      { message: 'database is down' },
      { during: 'handler', event: { id: due[1] }, attempt: 4 },
    ]);
  });

  it('is not hurried by webhooks', async () => {
    const { clock, happen, kernel, subscribed } = crew();
    let calls = 0;
    subscribed({
      onUnknown: () => {
        calls += 1;
        throw new Error('database is down');
      },
      onError: () => {},
    });
    await clock.advance('1m');
    for (let i = 0; i < 50; i += 1) {
      happen();
      await kernel.settled();
      await clock.advance('1s');
    }
    expect(calls).toBeLessThan(10);
  });

  it('may be one among others: only events that nobody handles are passed over', async () => {
    const { clock, cursor, happen, start } = crew();
    const got: string[] = [];
    happen('message.received');
    const proposal = happen('proposal.received');
    const last = happen('payment.pending');
    start({
      onUnknown: undefined,
      on: { 'proposal.received': ({ id, type }) => void got.push(`${type} ${id}`) },
    });
    await clock.advance('1s');
    expect(got).toEqual([`proposal.received ${proposal}`]);
    expect(await cursor()).toBe(last);
  });
});

describe('trouble with the platform', () => {
  it('that passes is ridden over', async () => {
    const { clock, happenTimes, kernel, start, table } = crew();
    const due = happenTimes(2);
    const poll = { operationId: 'updates.poll' } as const;
    kernel.faults.inject({ ...poll, status: 503 });
    kernel.faults.inject({ ...poll, status: 500 });
    kernel.faults.inject({ ...poll, drop: true });
    kernel.faults.inject({ ...poll, status: 429, headers: { 'retry-after': '1' } });
    const { errors } = start();
    await clock.advance('1m');
    expect(table).toEqual(due);
    expect(errors).toHaveLength(4);
    expect(errors.every(([, { during }]) => during === 'poll')).toBe(true);
  });

  it('that does not pass ends the sync with its error', async () => {
    const { account, clock, happen, market, start } = crew();
    const { ended, sync } = start();
    await clock.advance('1s');
    const { id } = market.world.tokens.list(account.accountId)[0] ?? { id: '' };
    market.world.tokens.revoke(id);
    happen();
    await clock.advance('1m');
    await expect(ended).rejects.toMatchObject({ name: 'AuthenticationError', status: 401 });
    await sync.stop();
  });

  it('that hides an event which a webhook told of: it is looked for five times at most', async () => {
    const { clock, kernel, start, table, happen } = crew();
    const { sync } = start({ idleMs: 600_000 });
    await clock.advance('2h');
    const polls = () => kernel.requests.list({ operationId: 'updates.poll' }).length;
    const before = polls();
    sync.wake('900');
    await clock.advance('30s');
    expect(polls() - before).toBe(5);
    const due = [happen()];
    sync.wake('900');
    await clock.advance('1s');
    expect(table).toEqual(due);
  });
});

describe('trouble with the stores', () => {
  it.each(['claim', 'load', 'advance'] as const)(
    'that passes (%s) is ridden over',
    async (what) => {
      const { clock, happenTimes, start, table, inbox, transactional } = crew();
      const due = happenTimes(3);
      let failures = 3;
      const failing = <T extends object>(target: T): T =>
        new Proxy(target, {
          get: (from, name) => {
            const value: unknown = Reflect.get(from, name);
            if (name !== what || typeof value !== 'function') return value;
            return (...args: unknown[]) => {
              if (failures-- > 0) return Promise.reject(new Error('the store is down'));
              return value.apply(from, args);
            };
          },
        });
      const { errors } = start({ inbox: failing(inbox), cursor: failing(transactional()) });
      await clock.advance('1m');
      expect(table).toEqual(due);
      expect(errors).toHaveLength(3);
      const during = what === 'claim' ? 'lease' : 'cursor';
      expect(errors[0]).toMatchObject([{ message: 'the store is down' }, { during }]);
    },
  );

  it('a cursor that somebody else moved is gone on from', async () => {
    const { clock, happenTimes, handled, plain, start } = crew();
    const due = happenTimes(4);
    start({
      cursor: plain,
      onUnknown: async ({ id }) => {
        handled.push(id);
        if (id === due[0]) await plain.save('opentrain', due[2] ?? '', undefined);
      },
    });
    await clock.advance('1m');
    expect(handled).toEqual([due[0], due[3]]);
  });
});

describe('ending', () => {
  it('stop lets the handler finish, and moves the cursor', async () => {
    const { clock, cursor, happenTimes, start, handled } = crew();
    const due = happenTimes(2);
    const turns: SyncTurn[] = [];
    const { sync } = start({
      onUnknown: async ({ id }) => {
        await clock.sleep(5_000);
        handled.push(id);
      },
      onTurn: (turn) => turns.push(turn),
    });
    await clock.advance('1s');
    const stopped = sync.stop();
    await clock.advance('10s');
    await stopped;
    expect(handled).toEqual(due.slice(0, 1));
    expect(await cursor()).toBe(due[0]);
    expect(turns).toEqual([{ from: undefined, to: due[0], events: 1, ended: 'stopped' }]);
  });

  it('an abort calls the handler off and rejects with the signal’s own reason', async () => {
    const { clock, cursor, happen, start } = crew();
    happen();
    const { ended, errors, sync } = start({
      onUnknown: (_, { signal }) => clock.sleep(60_000, signal),
    });
    await sync.stop().catch(() => {});
    await ended;
    const abort = new AbortController();
    const run = sync.run({ signal: abort.signal });
    run.catch(() => {});
    await clock.advance('1s');
    abort.abort(new Error('the deploy is over'));
    await expect(run).rejects.toThrow('the deploy is over');
    expect(errors).toEqual([]);
    expect(await cursor()).toBeUndefined();
    await expect(sync.run({ signal: abort.signal })).rejects.toThrow('the deploy is over');
  });

  it('gives up the lead, so that the next need not wait', async () => {
    const { clock, happen, start, table } = crew();
    const first = start({ leaseMs: 3_600_000 });
    await clock.advance('1m');
    await first.sync.stop();
    const due = [happen()];
    start();
    await clock.advance('1s');
    expect(table).toEqual(due);
  });

  it('cannot run twice at once', async () => {
    const { start } = crew();
    const { sync } = start();
    await expect(sync.run()).rejects.toMatchObject({ name: 'InvalidArgumentError' });
  });
});
