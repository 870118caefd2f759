import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/core/clock.ts';
import { rejection } from '../../support/transport.ts';

describe('the system clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells the time of the machine', () => {
    vi.setSystemTime(1_767_225_600_000);
    expect(systemClock.now()).toBe(1_767_225_600_000);
  });

  it('sleeps as long as asked', async () => {
    let awake = false;
    const sleep = systemClock.sleep(500).then(() => {
      awake = true;
    });
    await vi.advanceTimersByTimeAsync(499);
    expect(awake).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await sleep;
    expect(awake).toBe(true);
  });

  it('wakes at once when aborted, with the reason, and leaves no timer', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const sleep = rejection(systemClock.sleep(60_000, controller.signal));
    controller.abort(reason);
    expect(await sleep).toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not fall asleep when aborted before', async () => {
    const reason = new Error('enough');
    expect(await rejection(systemClock.sleep(1, AbortSignal.abort(reason)))).toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes its listener off the signal again', async () => {
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, 'removeEventListener');
    const add = vi.spyOn(signal, 'addEventListener');
    const sleep = systemClock.sleep(5, signal);
    await vi.advanceTimersByTimeAsync(5);
    await sleep;
    expect(remove.mock.calls[0]?.[1]).toBe(add.mock.calls[0]?.[1]);
  });
});
