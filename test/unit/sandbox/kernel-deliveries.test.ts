import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../src/sandbox/kernel/deliveries.ts';
import { createKernel, type KernelOptions } from '../../../src/sandbox/kernel/kernel.ts';
import { verifyWebhook } from '../../../src/webhooks/verify-webhook.ts';

const secret = 'whsec_test_only';

/** A kernel with one channel, and a receiver that answers as told and notes what came. */
function posting(
  answer: (attempt: number, init: RequestInit) => number | Promise<number>,
  { channel = {}, ...options }: KernelOptions & { channel?: Partial<Channel> } = {},
) {
  const received: { at: number; body: string; headers: Headers; redirect: string | undefined }[] =
    [];
  const kernel = createKernel({
    deliver: async (_, init = {}) => {
      received.push({
        at: (kernel.clock.now() - start) / 1000,
        body: String(init.body),
        headers: new Headers(init.headers),
        redirect: init.redirect,
      });
      return new Response(null, { status: await answer(received.length, init) });
    },
    ...options,
  });
  const start = kernel.clock.now();
  const outcomes: string[] = [];
  kernel.deliveries.channel('test', {
    platform: 'opentrain',
    endpoint: () => ({ url: 'https://receiver.test/hook', secret }),
    onSucceeded: ({ id }) => void outcomes.push(`${id} succeeded`),
    onFailed: ({ id }, last) => void outcomes.push(`${id} failed${last ? ' for good' : ''}`),
    ...channel,
  });
  const send = (n = 1) =>
    kernel.deliveries.enqueue({
      channel: 'test',
      endpointId: 'we_1',
      event: 'proposal.received',
      payload: { id: String(n), type: 'proposal.received' },
      deliveryId: `dlv_${n}`,
    });
  const ids = () => received.map(({ headers }) => headers.get('x-opentrain-delivery'));
  return { kernel, received, outcomes, send, ids };
}

describe('a delivery', () => {
  it('goes out at once, but not within the call', async () => {
    const { kernel, received, send, outcomes } = posting(() => 204);
    send();
    expect(received).toEqual([]);
    await kernel.settled();
    expect(received).toMatchObject([{ at: 0, redirect: 'manual' }]);
    expect(outcomes).toEqual(['dlv_1 succeeded']);
    expect(kernel.deliveries.list()).toMatchObject([
      { id: 'dlv_1', state: 'succeeded', nextAttemptAt: null, attempts: [{ status: 204 }] },
    ]);
  });

  it('is logged without what its address may hold of credentials, and goes there with them', async () => {
    const url = 'https://receiver.test/hook?token=geheim';
    const posted: string[] = [];
    const { kernel, send } = posting(() => 204, {
      channel: { endpoint: () => ({ url, secret }) },
      deliver: async (input) => {
        posted.push(String(input));
        return new Response(null, { status: 204 });
      },
    });
    send();
    await kernel.settled();
    expect(posted).toEqual([url]);
    expect(JSON.stringify(kernel.deliveries.list())).not.toContain('geheim');
    expect(kernel.deliveries.get('dlv_1')?.url).toBe('https://receiver.test/hook?token=[redacted]');
  });

  it('is tried five times, after 1, 5, 30 and 120 minutes, under the same id', async () => {
    const { kernel, received, outcomes, send, ids } = posting(() => 500);
    send();
    await kernel.clock.advance('24h');
    expect(received.map(({ at }) => at / 60)).toEqual([0, 1, 6, 36, 156]);
    expect(new Set(ids()).size).toBe(1);
    expect(outcomes).toEqual([...Array(4).fill('dlv_1 failed'), 'dlv_1 failed for good']);
    expect(kernel.deliveries.list({ state: 'failed' })).toHaveLength(1);
  });

  it('is signed afresh each time, at the sandbox’s time', async () => {
    const { kernel, received, send } = posting((attempt) => (attempt < 3 ? 503 : 200));
    send();
    await kernel.clock.advance('10m');
    expect(received).toHaveLength(3);
    const signatures = received.map(({ headers }) => headers.get('x-opentrain-signature'));
    expect(new Set(signatures).size).toBe(3);
    const { body, headers } = received[2]!;
    const signedAt = Number(/t=(\d+)/.exec(signatures[2] ?? '')?.[1]);
    expect(signedAt).toBe(Math.floor(Date.UTC(2026, 5, 1, 9) / 1000) + 360);
    const toleranceSeconds = Number.MAX_SAFE_INTEGER;
    await expect(
      verifyWebhook({ platform: 'opentrain', body, headers, secret, toleranceSeconds }),
    ).resolves.toMatchObject({ id: '1' });
  });

  it.each([301, 404, 429])('fails on %d', async (status) => {
    const { kernel, send, outcomes } = posting(() => status);
    send();
    await kernel.settled();
    expect(outcomes).toEqual(['dlv_1 failed']);
  });

  it('fails when the receiver cannot be reached', async () => {
    const { kernel, send } = posting(() => Promise.reject(new TypeError('fetch failed')));
    send();
    await kernel.settled();
    expect(kernel.deliveries.list()).toMatchObject([
      {
        state: 'pending',
        nextAttemptAt: '2026-06-01T09:01:00.000Z',
        attempts: [{ error: 'connection' }],
      },
    ]);
  });

  it('gives a silent receiver ten seconds', async () => {
    const { kernel, send } = posting(() => new Promise(() => {}), { limits: { graceMs: 10 } });
    send();
    await kernel.clock.advance('9999ms');
    expect(kernel.deliveries.list()[0]?.attempts).toEqual([]);
    await kernel.clock.advance('1ms');
    expect(kernel.deliveries.list()).toMatchObject([
      { nextAttemptAt: '2026-06-01T09:01:10.000Z', attempts: [{ error: 'timeout' }] },
    ]);
  });

  it('is given up when its endpoint is gone, and forgotten with it', async () => {
    let url: string | undefined = 'https://receiver.test/hook';
    const endpoint = () => (url === undefined ? undefined : { url, secret });
    const { kernel, received, send } = posting(() => 500, { channel: { endpoint } });
    send(1);
    await kernel.settled();
    url = undefined;
    await kernel.clock.advance('1m');
    expect(received).toHaveLength(1);
    expect(kernel.deliveries.list()).toMatchObject([{ state: 'cancelled' }]);
    kernel.deliveries.forget('we_1');
    expect(kernel.deliveries.list()).toEqual([]);
  });

  it('can be stopped by the product from within its callback', async () => {
    const { kernel, send, received } = posting(() => 500, {
      channel: { onFailed: () => kernel.deliveries.cancel('we_1', 'failed') },
    });
    send();
    await kernel.clock.advance('24h');
    expect(received).toHaveLength(1);
    expect(kernel.deliveries.list()).toMatchObject([{ state: 'failed', nextAttemptAt: null }]);
    expect(kernel.deliveries.pending).toBe(0);
  });

  it('follows the product’s own schedule', async () => {
    const { kernel, send, received } = posting(() => 500, { channel: { scheduleMinutes: [0, 2] } });
    send();
    await kernel.clock.advance('24h');
    expect(received.map(({ at }) => at)).toEqual([0, 120]);
  });

  it('leaves the log when many came after it', async () => {
    const { kernel, send } = posting(() => 200, { limits: { deliveryLog: 2 } });
    for (const n of [1, 2, 3, 4]) send(n);
    await kernel.settled();
    expect(kernel.deliveries.list().map(({ id }) => id)).toEqual(['dlv_3', 'dlv_4']);
  });
});

describe('a delivery with a fault', () => {
  it('dropped: counts as failed and comes later', async () => {
    const { kernel, send, received } = posting(() => 200);
    kernel.faults.inject({ delivery: 'drop', event: 'proposal.received' });
    send();
    await kernel.settled();
    expect(received).toEqual([]);
    await kernel.clock.advance('1m');
    expect(received).toMatchObject([{ at: 60 }]);
  });

  it('timed out: needs no silent receiver', async () => {
    const { kernel, send, received } = posting(() => 200);
    kernel.faults.inject({ delivery: 'timeout' });
    send();
    await kernel.clock.advance('2m');
    expect(received).toMatchObject([{ at: 70 }]);
  });

  it('duplicated: arrives twice under one id', async () => {
    const { kernel, send, ids, outcomes } = posting(() => 200);
    kernel.faults.inject({ delivery: 'duplicate' });
    send(1);
    send(2);
    await kernel.settled();
    expect(ids().filter((id) => id === 'dlv_1')).toHaveLength(2);
    expect(ids()).toHaveLength(3);
    expect(outcomes).toEqual(['dlv_1 succeeded', 'dlv_2 succeeded']);
    expect(kernel.deliveries.list()[0]?.attempts).toMatchObject([{}, { duplicate: true }]);
  });

  it('reordered: is overtaken by the next', async () => {
    const { kernel, send, ids, received } = posting(() => 200);
    kernel.faults.inject({ delivery: 'reorder' });
    send(1);
    await kernel.settled();
    expect(ids()).toEqual([]);
    send(2);
    await kernel.settled();
    expect(ids()).toEqual(['dlv_2', 'dlv_1']);
    await kernel.clock.advance('1h');
    expect(received).toHaveLength(2);
  });

  it('reordered with nothing to follow: comes after all', async () => {
    const { kernel, send, received } = posting(() => 200);
    kernel.faults.inject({ delivery: 'reorder', endpointId: 'we_1' });
    send();
    await kernel.clock.advance('5s');
    expect(received).toMatchObject([{ at: 5 }]);
  });
});

describe('a delivery that is lost', () => {
  it('never arrives, and looks delivered to the platform', async () => {
    const { kernel, send, received, outcomes } = posting(() => 500);
    kernel.faults.inject({ delivery: 'lose' });
    send();
    await kernel.clock.advance('24h');
    expect(received).toEqual([]);
    expect(outcomes).toEqual(['dlv_1 succeeded']);
    expect(kernel.deliveries.list()).toMatchObject([
      { state: 'succeeded', attempts: [{ status: 200, lost: true }] },
    ]);
  });

  it('can be every tenth', async () => {
    const { kernel, send, ids } = posting(() => 200);
    kernel.faults.inject({ delivery: 'lose', every: 10, times: 'always' });
    for (let n = 1; n <= 30; n += 1) send(n);
    await kernel.settled();
    const lost = Array.from({ length: 30 }, (_, i) => `dlv_${i + 1}`).filter(
      (id) => !ids().includes(id),
    );
    expect(lost).toEqual(['dlv_10', 'dlv_20', 'dlv_30']);
  });
});

describe('a delivery that is late', () => {
  it('comes when its delay is over, whatever overtakes it', async () => {
    const { kernel, send, received, ids } = posting(() => 200);
    kernel.faults.inject({ delivery: 'delay', latencyMs: 90_000 });
    send(1);
    send(2);
    await kernel.clock.advance('1h');
    expect(ids()).toEqual(['dlv_2', 'dlv_1']);
    expect(received.map(({ at }) => at)).toEqual([0, 90]);
  });
});

describe('the log', () => {
  it('says how long each answer took', async () => {
    const { kernel, send } = posting(
      async (attempt) => {
        await kernel.clock.sleep(attempt * 1_000);
        return attempt === 1 ? 500 : 200;
      },
      { limits: { graceMs: 10 } },
    );
    send();
    await kernel.clock.advance('1h');
    expect(kernel.deliveries.list()[0]?.attempts).toMatchObject([
      { at: '2026-06-01T09:00:00.000Z', status: 500, durationMs: 1_000 },
      { at: '2026-06-01T09:01:01.000Z', status: 200, durationMs: 2_000 },
    ]);
  });
});

describe('deliveries in scaled real time', () => {
  // A minute of the sandbox is a millisecond here.
  const scaled = { time: 'real', timeScale: 60_000 } as const;
  const over = async ({ deliveries }: Pick<ReturnType<typeof createKernel>, 'deliveries'>) => {
    await expect.poll(() => deliveries.pending, { interval: 5 }).toBe(0);
    return deliveries.list()[0]!;
  };

  it('follow the same schedule in less time', async () => {
    const { kernel, send } = posting(() => 500, scaled);
    send();
    const { attempts, state } = await over(kernel);
    expect(state).toBe('failed');
    const minutes = attempts.map(({ at }) => Date.parse(at) / 60_000);
    [1, 5, 30, 120].forEach((wait, i) => {
      expect((minutes[i + 1] ?? 0) - (minutes[i] ?? 0)).toBeGreaterThanOrEqual(wait);
    });
  });

  it('are signed at the time their receivers live in, however far ahead the sandbox is', async () => {
    const { kernel, received, send } = posting((attempt) => (attempt < 5 ? 500 : 200), scaled);
    await kernel.clock.advance('30d');
    send();
    await over(kernel);
    const { body, headers } = received[4]!;
    await expect(
      verifyWebhook({ platform: 'opentrain', body, headers, secret }),
    ).resolves.toMatchObject({ id: '1' });
  });

  it('wait for an answer as long as the machine’s own time says', async () => {
    const slow = () => new Promise<number>((resolve) => setTimeout(resolve, 20, 200));
    const { kernel, send } = posting(slow, { ...scaled, limits: { deliveryTimeoutMs: 5_000 } });
    send();
    expect(await over(kernel)).toMatchObject({ state: 'succeeded', attempts: [{ status: 200 }] });
  });
});

describe('a snapshot with deliveries', () => {
  it('takes retries up where they were', async () => {
    const first = posting(() => 500);
    first.send();
    await first.kernel.clock.advance('2m');
    const snapshot = JSON.parse(JSON.stringify(first.kernel.snapshot()));
    const second = posting(() => 200);
    second.kernel.restore(snapshot);
    await second.kernel.clock.advance('4m');
    expect(second.received).toMatchObject([{ at: 360 }]);
    expect(second.kernel.deliveries.list()).toMatchObject([
      { state: 'succeeded', attempts: [{ status: 500 }, { status: 500 }, { status: 200 }] },
    ]);
  });

  it('knows nothing of a duplicate that comes in after it was restored', async () => {
    const answers: ((status: number) => void)[] = [];
    const { kernel, send } = posting(
      () => new Promise<number>((resolve) => void answers.push(resolve)),
    );
    kernel.faults.inject({ delivery: 'duplicate' });
    send();
    const before = kernel.snapshot();
    await expect.poll(() => answers.length).toBe(1);
    answers[0]!(200);
    await expect.poll(() => answers.length).toBe(2);
    kernel.restore(before);
    answers[1]!(200);
    await expect.poll(() => answers.length).toBe(3);
    expect(kernel.deliveries.list()).toMatchObject([{ state: 'pending', attempts: [] }]);
    answers[2]!(200);
    await expect.poll(() => answers.length).toBe(4);
    answers[3]!(200);
    await kernel.settled();
    expect(kernel.deliveries.list()).toMatchObject([
      { state: 'succeeded', attempts: [{ status: 200 }, { status: 200, duplicate: true }] },
    ]);
  });

  it('sends again what was on the wire', async () => {
    let release: (status: number) => void = () => {};
    const first = posting(() => new Promise<number>((resolve) => (release = resolve)));
    first.send();
    await expect.poll(() => first.received.length).toBe(1);
    const snapshot = first.kernel.snapshot();
    release(200);
    const second = posting(() => 200);
    second.kernel.restore(snapshot);
    await second.kernel.settled();
    expect(second.ids()).toEqual(['dlv_1']);
  });
});
