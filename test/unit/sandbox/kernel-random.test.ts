import { describe, expect, it } from 'vitest';
import { Random } from '../../../src/sandbox/kernel/random.ts';

describe('a stream', () => {
  it('gives the same for the same seed and name, and nothing alike otherwise', () => {
    const text = (seed: number | string, name: string) =>
      new Random(seed).stream(name).token('', 40);
    expect(text(1, 'ids')).toBe(text(1, 'ids'));
    expect(new Set([text(1, 'ids'), text(2, 'ids'), text(1, 'jobs'), text('1/ids', '')]).size).toBe(
      4,
    );
  });

  it('does not notice what others are asked', () => {
    const quiet = new Random(1);
    const busy = new Random(1);
    for (let i = 0; i < 100; i += 1) busy.stream('other').uuid();
    expect(busy.stream('ids').id('job_')).toBe(quiet.stream('ids').id('job_'));
  });

  it('goes on where a snapshot was taken', () => {
    const random = new Random(1);
    random.stream('a').next();
    const snapshot = JSON.parse(JSON.stringify(random.snapshot()));
    const expected = [random.stream('a').uuid(), random.stream('b').uuid()];
    const other = new Random(2);
    other.stream('b').next();
    other.restore(snapshot);
    expect([other.stream('a').uuid(), other.stream('b').uuid()]).toEqual(expected);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  it('makes ids, tokens, codes and UUIDs of their form', () => {
    const stream = new Random(1).stream('forms');
    for (let i = 0; i < 200; i += 1) {
      expect(stream.id('job_')).toMatch(/^job_[a-z0-9]{20}$/);
      expect(stream.token('tak_', 30)).toMatch(/^tak_[A-Za-z0-9]{30}$/);
      expect(stream.digits(6)).toMatch(/^\d{6}$/);
      expect(stream.uuid()).toMatch(
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
      expect(['x', 'y']).toContain(stream.pick(['x', 'y']));
    }
  });

  it('is even: no bit of its range is left out', () => {
    const stream = new Random(3).stream('dice');
    const counts = Array<number>(6).fill(0);
    for (let i = 0; i < 6000; i += 1) counts[stream.integer(1, 6) - 1]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1150);
  });
});
