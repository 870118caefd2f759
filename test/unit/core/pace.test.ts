import { describe, expect, it } from 'vitest';
import { InvalidArgumentError } from '../../../src/core/invalid-argument-error.ts';
import { Pace } from '../../../src/core/pace.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { rejection } from '../../support/transport.ts';

/** Attempts that end only when told to, and how many ran at once. */
function attempts() {
  const started: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  let running = 0;
  let most = 0;
  const attempt = (name: string) => () => {
    started.push(name);
    most = Math.max(most, ++running);
    return new Promise<string>((resolve, reject) => {
      ends.set(name, (error) => {
        running--;
        if (error) reject(error);
        else resolve(name);
      });
    });
  };
  return {
    attempt,
    started,
    end: (name: string, error?: Error) => ends.get(name)?.(error),
    most: () => most,
  };
}

const clock = () => new FakeClock({ auto: false });

describe('a limit of attempts at once', () => {
  it('lets that many through and the rest follow in order', async () => {
    const { attempt, started, end } = attempts();
    const pace = new Pace({ maxConcurrent: 2 }, clock());
    const all = ['a', 'b', 'c', 'd'].map((name) => pace.run(attempt(name), undefined));
    await settled();
    expect(started).toEqual(['a', 'b']);
    end('b');
    await settled();
    expect(started).toEqual(['a', 'b', 'c']);
    end('a');
    end('c');
    await settled();
    end('d');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is free again after a failure', async () => {
    const { attempt, started, end } = attempts();
    const pace = new Pace({ maxConcurrent: 1 }, clock());
    const first = rejection(pace.run(attempt('a'), undefined));
    const second = pace.run(attempt('b'), undefined);
    await settled();
    end('a', new Error('failed'));
    expect(await first).toMatchObject({ message: 'failed' });
    await settled();
    expect(started).toEqual(['a', 'b']);
    end('b');
    await second;
  });

  it('holds against a newcomer at the very moment a place is handed on', async () => {
    const { attempt, started, end, most } = attempts();
    const pace = new Pace({ maxConcurrent: 1 }, clock());
    let finish = () => {};
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const first = pace.run(() => work, undefined);
    const queued = pace.run(attempt('b'), undefined);
    await settled();
    // Runs right after the place is handed on, before the one in the queue has taken it up.
    const newcomer = work.then(() => pace.run(attempt('c'), undefined));
    finish();
    await settled();
    expect(started).toEqual(['b']);
    end('b');
    await settled();
    end('c');
    await Promise.all([first, queued, newcomer]);
    expect(most()).toBe(1);
    expect(started).toEqual(['b', 'c']);
  });

  it('is never broken, whatever comes and goes', async () => {
    const pace = new Pace({ maxConcurrent: 3 }, clock());
    let running = 0;
    let most = 0;
    const work = async (turns: number) => {
      most = Math.max(most, ++running);
      for (let turn = 0; turn < turns; turn++) await null;
      running--;
      if (turns % 5 === 0) throw new Error('failed');
    };
    const one = async (n: number): Promise<void> => {
      const controller = new AbortController();
      if (n % 7 === 0) queueMicrotask(() => controller.abort());
      await pace.run(() => work(n % 11), controller.signal).catch(() => {});
      if (n < 300) await one(n + 100);
    };
    await Promise.all(Array.from({ length: 100 }, (_, n) => one(n)));
    expect(most).toBe(3);
    expect(running).toBe(0);
  });
});

describe('an abort while queueing', () => {
  it('leaves at once with the own reason, never starts, and keeps the others in order', async () => {
    const { attempt, started, end } = attempts();
    const pace = new Pace({ maxConcurrent: 1 }, clock());
    const controller = new AbortController();
    const reason = new Error('enough');
    const first = pace.run(attempt('a'), undefined);
    const gone = rejection(pace.run(attempt('b'), controller.signal));
    const third = pace.run(attempt('c'), undefined);
    await settled();
    controller.abort(reason);
    expect(await gone).toBe(reason);
    end('a');
    await settled();
    expect(started).toEqual(['a', 'c']);
    end('c');
    await Promise.all([first, third]);
  });

  it('before the call keeps it from queueing', async () => {
    const { attempt, started } = attempts();
    const reason = new Error('enough');
    const pace = new Pace({ maxConcurrent: 1 }, clock());
    expect(await rejection(pace.run(attempt('a'), AbortSignal.abort(reason)))).toBe(reason);
    expect(started).toEqual([]);
    const next = attempts();
    void pace.run(next.attempt('b'), undefined);
    await settled();
    expect(next.started).toEqual(['b']);
  });

  it('at the moment of its turn does not lose the place', async () => {
    const { attempt, started, end } = attempts();
    const pace = new Pace({ maxConcurrent: 1 }, clock());
    const controller = new AbortController();
    const reason = new Error('enough');
    const first = pace.run(attempt('a'), undefined).then(() => controller.abort(reason));
    const aborted = rejection(
      pace.run(async () => controller.signal.throwIfAborted(), controller.signal),
    );
    const third = pace.run(attempt('c'), undefined);
    await settled();
    end('a');
    await first;
    expect(await aborted).toBe(reason);
    await settled();
    expect(started).toEqual(['a', 'c']);
    end('c');
    await third;
  });

  it('while waiting for the rate frees the place for the next', async () => {
    const time = clock();
    const { attempt, started, end } = attempts();
    const pace = new Pace({ maxConcurrent: 1, requestsPerMinute: 60 }, time);
    const first = pace.run(attempt('a'), undefined);
    await settled();
    end('a');
    await first;
    const controller = new AbortController();
    const gone = rejection(pace.run(attempt('b'), controller.signal));
    const third = pace.run(attempt('c'), undefined);
    await settled();
    controller.abort(new Error('enough'));
    expect(await gone).toMatchObject({ message: 'enough' });
    await time.advance(2_000);
    expect(started).toEqual(['a', 'c']);
    end('c');
    await third;
  });
});

describe('a rate', () => {
  it('spreads the starts evenly, in order', async () => {
    const time = clock();
    const begin = time.now();
    const starts: [number, number][] = [];
    const pace = new Pace({ requestsPerMinute: 120 }, time);
    const all = Array.from({ length: 5 }, (_, n) =>
      pace.run(async () => starts.push([n, time.now() - begin]), undefined),
    );
    await time.advance(60_000);
    await Promise.all(all);
    expect(starts).toEqual([
      [0, 0],
      [1, 500],
      [2, 1_000],
      [3, 1_500],
      [4, 2_000],
    ]);
  });

  it('saves up nothing while idle', async () => {
    const time = clock();
    const starts: number[] = [];
    const pace = new Pace({ requestsPerMinute: 60 }, time);
    const run = () => pace.run(async () => starts.push(time.now()), undefined);
    await run();
    await time.advance(3_600_000);
    const begin = time.now();
    const all = [run(), run(), run()];
    await time.advance(10_000);
    await Promise.all(all);
    expect(starts.slice(1).map((start) => start - begin)).toEqual([0, 1_000, 2_000]);
  });

  it('may be had without a limit, and a limit without a rate', async () => {
    for (const options of [{}, { maxConcurrent: 5 }, { requestsPerMinute: undefined }]) {
      const time = clock();
      const pace = new Pace(options, time);
      expect(await Promise.all([1, 2, 3].map((n) => pace.run(async () => n, undefined)))).toEqual([
        1, 2, 3,
      ]);
      expect(time.sleeps).toEqual([]);
    }
  });
});

describe('a pace of nothing', () => {
  it.each([
    { maxConcurrent: 0 },
    { maxConcurrent: -1 },
    { maxConcurrent: Number.NaN },
    { requestsPerMinute: 0 },
    { requestsPerMinute: -5 },
    { requestsPerMinute: Number.NaN },
  ])('is refused, since every call would wait for ever: %j', (options) => {
    expect(() => new Pace(options, clock())).toThrow(InvalidArgumentError);
    expect(() => new Pace(options, clock())).toThrow(`pace.${Object.keys(options)[0]}`);
  });
});
