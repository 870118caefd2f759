import { describe, expect, it } from 'vitest';
import { createKernel } from '../../../src/sandbox/kernel/kernel.ts';

/** A channel whose endpoint can be paused, and a receiver whose answers come when they are given. */
function posting() {
  const endpoint = { paused: false };
  const waiting: ((status: number) => void)[] = [];
  const kernel = createKernel({
    deliver: () =>
      new Promise((resolve) => {
        waiting.push((status) => resolve(new Response(null, { status })));
      }),
  });
  kernel.deliveries.channel('test', {
    platform: 'opentrain',
    endpoint: () =>
      endpoint.paused ? 'paused' : { url: 'https://receiver.test', secret: 'whsec_test' },
  });
  kernel.deliveries.enqueue({
    channel: 'test',
    endpointId: 'we_1',
    event: 'proposal.received',
    payload: { type: 'proposal.received' },
    deliveryId: 'dlv_1',
  });
  /** Waits until so many attempts have been made in all. */
  const attempts = async (count: number) => {
    await expect.poll(() => waiting.length, { interval: 1 }).toBeGreaterThanOrEqual(count);
    expect(waiting).toHaveLength(count);
  };
  const answer = async (attempt: number, status: number) => {
    waiting[attempt]?.(status);
    await kernel.settled();
  };
  const delivery = () => kernel.deliveries.list()[0]!;
  return { kernel, endpoint, attempts, answer, delivery, waiting };
}

describe('a paused endpoint', () => {
  it('keeps its deliveries waiting, without an attempt, until it is woken', async () => {
    const { answer, attempts, delivery, endpoint, kernel, waiting } = posting();
    endpoint.paused = true;
    await kernel.clock.advance('1d');
    expect(delivery()).toMatchObject({ state: 'pending', attempts: [], nextAttemptAt: null });
    kernel.deliveries.wake('we_2');
    await kernel.clock.advance('1d');
    expect(waiting).toHaveLength(0);
    endpoint.paused = false;
    kernel.deliveries.wake('we_1');
    await attempts(1);
    await answer(0, 200);
    expect(delivery()).toMatchObject({ state: 'succeeded', nextAttemptAt: null });
  });

  it('is not sent twice what is on the wire when it is woken', async () => {
    const { answer, attempts, delivery, kernel } = posting();
    await attempts(1);
    kernel.deliveries.wake('we_1');
    await answer(0, 200);
    await attempts(1);
    expect(delivery().attempts).toHaveLength(1);
  });
});

describe('starting a delivery over', () => {
  it('takes failed ones of this endpoint only', async () => {
    const { kernel, delivery } = posting();
    kernel.deliveries.cancel('we_1', 'failed');
    expect(kernel.deliveries.requeue('we_2')).toBe(0);
    expect(kernel.deliveries.requeue('we_2', 'dlv_1')).toBe(0);
    expect(kernel.deliveries.requeue('we_1', 'dlv_2')).toBe(0);
    expect(kernel.deliveries.requeue('we_1')).toBe(1);
    expect(kernel.deliveries.requeue('we_1')).toBe(0);
    expect(delivery()).toMatchObject({ id: 'dlv_1', state: 'pending', attempts: [] });
  });

  it('counts one that is on the wire, and does not send it twice', async () => {
    const { answer, attempts, delivery, kernel } = posting();
    await attempts(1);
    expect(kernel.deliveries.requeue('we_1', 'dlv_1')).toBe(1);
    await answer(0, 200);
    await attempts(1);
    expect(delivery().state).toBe('succeeded');
  });

  it('takes no answer for its own that belongs to the first time', async () => {
    const { answer, attempts, delivery, kernel, waiting } = posting();
    await attempts(1);
    kernel.deliveries.cancel('we_1', 'failed');
    kernel.deliveries.requeue('we_1');
    await attempts(2);
    waiting[0]?.(500);
    await answer(1, 200);
    const made = [{ status: 500 }, { status: 200, round: 2 }];
    expect(delivery()).toMatchObject({ state: 'succeeded', attempts: made });
    await kernel.clock.advance('3h');
    await attempts(2);
  });
});
