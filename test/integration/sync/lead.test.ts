import { afterEach, describe, expect, it } from 'vitest';
import { crew, type Member, stopAll } from './crew.ts';

afterEach(stopAll);

/** A handler that stands still at one event until told. */
function standing(at: string, handled: string[]) {
  let go = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  const begun: string[] = [];
  const handler = async ({ id }: { id: string }, { tx }: { tx?: string[] }) => {
    begun.push(id);
    if (id === at && begun.filter((other) => other === at).length === 1) await gate;
    handled.push(id);
    tx?.push(id);
  };
  return { go: () => go(), begun, handler };
}

describe('a process that dies', () => {
  it('between handler and cursor: the handler runs again elsewhere, its transaction counts once', async () => {
    const { clock, happenTimes, handled, start, table } = crew();
    const due = happenTimes(5);
    const doomed: Member = start({
      onUnknown: ({ id }, { tx }) => {
        handled.push(id);
        tx?.push(id);
        if (id === due[2]) doomed.process.die();
      },
    });
    await clock.advance('1s');
    expect(handled).toEqual(due.slice(0, 3));
    start();
    await clock.advance('2m');
    expect(handled).toEqual([...due.slice(0, 3), ...due.slice(2)]);
    expect(table).toEqual(due);
  });

  it('while it leads: another goes on when its lease has run out, and not before', async () => {
    const { clock, happenTimes, subscribed, table, handled } = crew();
    const due = happenTimes(3);
    const { handler } = standing(due[1] ?? '', handled);
    const doomed = subscribed({ leaseMs: 10_000, onUnknown: handler });
    await clock.advance('1m');
    doomed.process.die();
    subscribed({ leaseMs: 10_000, idleMs: 1_000 });
    await clock.advance('5s');
    expect(table).toEqual(due.slice(0, 1));
    await clock.advance('10s');
    expect(table).toEqual(due);
  });
});

describe('a process that hangs', () => {
  it('holds up the end of its receiver for as long as was said, and no longer', async () => {
    const { clock, happenTimes, start, handled } = crew();
    const [due = ''] = happenTimes(1);
    const { go, handler } = standing(due, handled);
    const { sync } = start({ onUnknown: handler, deadlineMs: 600_000 });
    await clock.advance('1s');
    let left: unknown;
    void sync.receiver.close({ waitMs: 2_000 }).then((closed) => {
      left = closed;
    });
    await clock.advance('1s');
    expect(left).toBeUndefined();
    await clock.advance('1s');
    expect(left).toEqual({ unfinished: [] });
    expect(handled).toEqual([]);
    go();
  });

  it('keeps the lead while its handler has time, and loses it when the time is up', async () => {
    const { clock, happenTimes, start, table, handled } = crew();
    const due = happenTimes(3);
    const { begun, go, handler } = standing(due[1] ?? '', handled);
    const hung = start({ onUnknown: handler, deadlineMs: 60_000 });
    await clock.advance('1s');
    start();
    await clock.advance('50s');
    expect(table).toEqual(due.slice(0, 1));
    await clock.advance('2m');
    expect(table).toEqual(due);
    expect(begun).toEqual(due.slice(0, 2));
    expect(hung.errors).toMatchObject([
      [{ name: 'TimeoutError' }, { during: 'handler', event: { id: due[1] }, attempt: 1 }],
    ]);
    go();
  });

  it('can’t move the cursor when it wakes up, nor leave its rows', async () => {
    const { clock, cursor, happenTimes, start, table, handled } = crew();
    const due = happenTimes(3);
    const { go, handler } = standing(due[1] ?? '', handled);
    const turns: unknown[] = [];
    start({ onUnknown: handler, deadlineMs: 1_000, onTurn: (turn) => turns.push(turn) });
    await clock.advance('1s');
    start();
    await clock.advance('2m');
    expect(table).toEqual(due);
    go();
    await clock.advance('1s');
    expect(handled).toContain(due[1]);
    expect(table).toEqual(due);
    expect(await cursor()).toBe(due[2]);
    expect(turns[0]).toEqual({ from: undefined, to: due[0], events: 1, ended: 'deposed' });
  });

  it('has its signal fired with the reason', async () => {
    const { clock, happen, start } = crew();
    happen();
    const reasons: unknown[] = [];
    start({
      deadlineMs: 5_000,
      onUnknown: (_, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reasons.push(signal.reason);
            reject(signal.reason);
          });
        }),
    });
    await clock.advance('5s');
    expect(reasons).toMatchObject([{ name: 'TimeoutError', timeoutMs: 5_000 }]);
  });
});

describe('a lease that can’t be renewed', () => {
  it('ends the lead before it runs out elsewhere', async () => {
    const { clock, happenTimes, handled, kernel, start } = crew();
    happenTimes(2);
    const { begun, handler } = standing('none', handled);
    const signals: AbortSignal[] = [];
    let claims = 0;
    const inbox = {
      claim: async () => {
        claims += 1;
        if (claims > 2) throw new Error('the store is down');
        return 'fresh' as const;
      },
      done: async () => {},
      release: async () => {},
    };
    const { errors } = start({
      inbox,
      leaseMs: 9_000,
      onUnknown: async (event, context) => {
        signals.push(context.signal);
        await clock.sleep(60_000, context.signal);
        await handler(event, context);
      },
    });
    await kernel.settled();
    await clock.advance('8s');
    expect(signals[0]?.aborted).toBe(false);
    await clock.advance('2s');
    expect(signals[0]?.aborted).toBe(true);
    expect(begun).toEqual([]);
    expect(errors[0]).toMatchObject([{ message: 'the store is down' }, { during: 'lease' }]);
  });
});
