import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Activity } from '../../../src/sandbox/kernel/activity.ts';
import { type ClockOptions, SandboxClock } from '../../../src/sandbox/kernel/clock.ts';
import { milliseconds } from '../../../src/sandbox/kernel/duration.ts';

function clockWith(options: Partial<ClockOptions> = {}, graceMs = 1000) {
  const activity = new Activity(graceMs);
  return { activity, clock: new SandboxClock(activity, { start: 0, ...options }) };
}

describe('a duration', () => {
  it.each([
    ['250ms', 250],
    ['10s', 10_000],
    ['1.5m', 90_000],
    ['72h', 259_200_000],
    ['7d', 604_800_000],
    ['1h30m', 5_400_000],
    [42, 42],
  ])('%s is %d ms', (text, ms) => {
    expect(milliseconds(text)).toBe(ms);
  });

  it.each(['', '5', 'h', '-1h', '5 parsecs', -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'is not %s',
    (text) => {
      expect(() => milliseconds(text)).toThrow(RangeError);
    },
  );
});

describe('virtual time', () => {
  it('stands still until advanced', async () => {
    const { clock } = clockWith({ start: 1000 });
    expect(clock.now()).toBe(1000);
    await clock.advance('1s');
    expect(clock.iso()).toBe('1970-01-01T00:00:02.000Z');
  });

  it('does not go where no date is', async () => {
    const { clock } = clockWith();
    await expect(clock.advance(1e300)).rejects.toThrow(RangeError);
    await expect(clock.advance('200000000d')).rejects.toThrow('No date is 200000000d from now');
    expect(clock.iso()).toBe('1970-01-01T00:00:00.000Z');
    await clock.advance('100000000d');
    expect(clock.iso()).toBe('+275760-09-13T00:00:00.000Z');
  });

  it('adds up when advanced twice at once', async () => {
    const { clock } = clockWith();
    await Promise.all([clock.advance(10), clock.advance(20)]);
    expect(clock.now()).toBe(30);
  });

  it('runs timers in order of time, then of setting, each at its own time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 }),
        async (ats) => {
          const { clock } = clockWith();
          const ran: [at: number, index: unknown][] = [];
          clock.onTimer('note', (index) => void ran.push([clock.now(), index]));
          ats.forEach((at, index) => void clock.setTimer(at, 'note', index));
          await clock.advance(50);
          const expected = ats.map((at, index) => [at, index] as [number, number]);
          expect(ran).toEqual(expected.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('awaits a timer before the next, and runs those that a timer sets on the way', async () => {
    const { clock } = clockWith();
    const ran: string[] = [];
    clock.onTimer('step', async (name) => {
      ran.push(`${name} begins`);
      await Promise.resolve();
      if (name === 'a') clock.setTimer(clock.now() + 5, 'step', 'c');
      ran.push(`${name} ends`);
    });
    clock.setTimer(10, 'step', 'a');
    clock.setTimer(20, 'step', 'b');
    await clock.advance(20);
    expect(ran).toEqual(['a begins', 'a ends', 'c begins', 'c ends', 'b begins', 'b ends']);
  });

  it('runs at once what is due already', async () => {
    const { clock } = clockWith({ start: 100 });
    let ran = false;
    clock.onTimer('now', () => {
      ran = true;
    });
    clock.setTimer(50, 'now');
    expect(ran).toBe(false);
    await clock.settled();
    expect(ran).toBe(true);
  });

  it('forgets a cancelled timer', async () => {
    const { clock } = clockWith();
    clock.onTimer('never', () => expect.fail());
    clock.cancelTimer(clock.setTimer(10, 'never'));
    await clock.advance(20);
    expect(clock.snapshot().timers).toEqual([]);
  });

  it('lets a poller take every step of a long way', async () => {
    const { clock } = clockWith();
    const polls: number[] = [];
    const poller = (async () => {
      for (let wait = 1; wait <= 64; wait *= 2) {
        await clock.sleep(wait);
        polls.push(clock.now());
      }
    })();
    await clock.advance(200);
    await poller;
    expect(polls).toEqual([1, 3, 7, 15, 31, 63, 127]);
  });

  it('waits for what is under way before it moves', async () => {
    const { clock, activity } = clockWith();
    let release = () => {};
    const work = activity.run(async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return clock.now();
    });
    const moved = clock.advance(1000);
    setTimeout(release, 5);
    expect(await work).toBe(0);
    await moved;
  });

  it('does not wait for ever for what hangs', async () => {
    const { clock, activity } = clockWith({}, 10);
    void activity.run(() => new Promise(() => {}));
    for (let i = 0; i < 3; i += 1) await clock.advance(1);
    expect(clock.now()).toBe(3);
  });
});

describe('sleep', () => {
  it('ends at once with the signal’s reason', async () => {
    const { clock } = clockWith();
    const controller = new AbortController();
    const asleep = clock.sleep(1000, controller.signal);
    controller.abort('up');
    await expect(asleep).rejects.toBe('up');
    await expect(clock.sleep(1, AbortSignal.abort('never'))).rejects.toBe('never');
  });

  it('of no length needs nobody to advance', async () => {
    const { clock } = clockWith();
    await clock.sleep(0);
    expect(clock.now()).toBe(0);
  });
});

describe('auto-advance', () => {
  it('jumps to the next sleeper, running timers on the way', async () => {
    const { clock } = clockWith({ autoAdvance: true });
    const ran: number[] = [];
    clock.onTimer('note', () => void ran.push(clock.now()));
    clock.setTimer(30, 'note');
    clock.setTimer(90_000, 'note');
    await clock.sleep(60_000);
    expect([clock.now(), ran]).toEqual([60_000, [30]]);
  });

  it('stands still while nobody sleeps', async () => {
    const { clock } = clockWith({ autoAdvance: true });
    clock.onTimer('note', () => expect.fail());
    clock.setTimer(30, 'note');
    await clock.settled();
    expect(clock.now()).toBe(0);
  });

  it('leaves room for advance beside an endless poller', async () => {
    const { clock } = clockWith({ autoAdvance: true });
    const controller = new AbortController();
    const poller = (async () => {
      for (;;) await clock.sleep(1000, controller.signal);
    })();
    await clock.advance('1h');
    await clock.settled();
    controller.abort('done');
    await expect(poller).rejects.toBe('done');
    expect(clock.now()).toBeGreaterThanOrEqual(3_600_000);
  });
});

describe('real time', () => {
  it('passes by itself, as fast as told', async () => {
    const { clock } = clockWith({ realTimeScale: 1000 });
    let ran = 0;
    clock.onTimer('note', () => {
      ran = clock.now();
    });
    clock.setTimer(5_000, 'note');
    await clock.sleep(10_000);
    expect(ran).toBeGreaterThanOrEqual(5_000);
    expect(clock.now()).toBeGreaterThanOrEqual(10_000);
  });

  it('can be advanced as well', async () => {
    const { clock } = clockWith({ realTimeScale: 1 });
    const order: string[] = [];
    const asleep = clock.sleep(3_600_000).then(() => order.push('woken'));
    await clock.advance('2h');
    await asleep;
    expect(order).toEqual(['woken']);
  });
});

describe('real time after an advance', () => {
  it('runs what came nearer without waiting as long as before', async () => {
    const { clock } = clockWith({ realTimeScale: 1 });
    const ran = new Promise<void>((resolve) => clock.onTimer('note', () => resolve()));
    clock.setTimer(3_600_000, 'note');
    await clock.advance(3_600_000 - 20);
    await ran;
    expect(clock.now()).toBeGreaterThanOrEqual(3_600_000);
  });
});

describe('a timer that throws', () => {
  it('rejects the advance that ran it, and time goes on', async () => {
    const { clock } = clockWith();
    clock.onTimer('bad', () => {
      throw new Error('broken');
    });
    clock.setTimer(10, 'bad');
    await expect(clock.advance(20)).rejects.toThrow('broken');
    await clock.advance(20);
    expect(clock.now()).toBe(30);
  });
});

describe('a snapshot of the clock', () => {
  it('brings timers back', async () => {
    const first = clockWith({ start: 500 }).clock;
    first.setTimer(600, 'note', { n: 1 });
    first.setTimer(550, 'note', { n: 2 });
    const { clock } = clockWith();
    const ran: unknown[] = [];
    clock.onTimer('note', (payload) => void ran.push(payload, clock.now()));
    clock.setTimer(10, 'note', 'lost');
    clock.restore(JSON.parse(JSON.stringify(first.snapshot())));
    expect(clock.now()).toBe(500);
    await clock.advance(200);
    expect(ran).toEqual([{ n: 2 }, 550, { n: 1 }, 600]);
  });

  it('lets real time go on while nothing runs', () => {
    const { clock } = clockWith({ start: Date.now(), realTimeScale: 1 });
    const old = { ...clock.snapshot(), now: 1 };
    clock.restore(old);
    const from = Date.now();
    expect(clock.now()).toBeGreaterThanOrEqual(from - 1);
    expect(clock.now()).toBeLessThanOrEqual(Date.now() + 1);
  });
});
