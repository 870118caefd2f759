import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  createWebhookReceiver,
  verifyWebhook,
  type WebhookHeaders,
  type WebhookInbox,
  type WebhookPlatform,
  type WebhookReceiver,
  WebhookVerificationError,
} from '../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../src/webhooks/node.ts';
import { genuine, type Sent, secret } from './genuine.ts';
import { isForged, mutated } from './mutations.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 3_000);

/** An event, or why there is none. Anything but the one error is a failure. */
async function outcome(verify: () => unknown): Promise<{ event?: unknown; code?: string }> {
  try {
    return { event: await verify() };
  } catch (error) {
    if (error instanceof WebhookVerificationError) return { code: error.code };
    throw error;
  }
}

const options = ({ platform, body, now }: Sent, headers: WebhookHeaders) => ({
  platform,
  body,
  headers,
  secret,
  now: () => now * 1000,
});

/** Headers as Fetch has them, unless it refuses what no server would let through either. */
function fetchHeaders({ headers }: Sent): Headers | undefined {
  try {
    return new Headers(headers);
  } catch {
    return undefined;
  }
}

const forgetful: WebhookInbox = {
  claim: async () => 'fresh',
  done: async () => {},
  release: async () => {},
};

/** A receiver for each platform, on the time of what is sent, that keeps what it worked. */
function receivers() {
  const worked: unknown[] = [];
  const errors: unknown[] = [];
  let now = 0;
  const receiver = (platform: WebhookPlatform): WebhookReceiver =>
    createWebhookReceiver({
      platform,
      secret,
      on: {},
      onUnknown: (event) => worked.push(event),
      inbox: forgetful,
      now: () => now * 1000,
      onError: (error) => errors.push(error),
    });
  const all = {
    trainar: receiver('trainar'),
    opentrain: receiver('opentrain'),
    platform: receiver('platform'),
  };
  const receive = async (sent: Sent, headers: Headers) => {
    now = sent.now;
    const init = { method: 'POST', headers, body: sent.body as BodyInit };
    const response = await all[sent.platform](new Request('http://localhost/', init));
    const text = await response.text();
    expect([200, 400]).toContain(response.status);
    return response.status === 200 ? { event: worked.pop() } : { code: text };
  };
  return { receive, worked, errors };
}

it('what is not mutated passes, every event in every form', async () => {
  const { receive, errors } = receivers();
  for (const sent of genuine) {
    const event = JSON.parse(String(sent.body));
    expect(await verifyWebhook(options(sent, sent.headers))).toEqual(event);
    expect(verifyWebhookSync(options(sent, sent.headers))).toEqual(event);
    expect(await receive(sent, new Headers(sent.headers))).toEqual({ event });
  }
  expect(errors).toEqual([]);
  expect(genuine.length).toBe(6 * 7 + 8 + 8);
});

/** Verifies in every way there is; all must agree. */
async function verdict(sent: Sent, receive: ReturnType<typeof receivers>['receive']) {
  const result = await outcome(() => verifyWebhook(options(sent, sent.headers)));
  expect(await outcome(() => verifyWebhookSync(options(sent, sent.headers)))).toEqual(result);
  const headers = fetchHeaders(sent);
  const received = headers && (await receive(sent, headers));
  if (headers) {
    expect(received).toEqual(await outcome(() => verifyWebhook(options(sent, headers))));
  }
  return { result, received };
}

it('what is forged never passes, and nothing but a WebhookVerificationError is thrown', async () => {
  const { receive, worked, errors } = receivers();
  const seen: Record<string, number> = {};
  const count = (what = 'passed') => {
    seen[what] = (seen[what] ?? 0) + 1;
  };
  const property = fc.asyncProperty(mutated.filter(isForged), async (sent) => {
    const { result, received } = await verdict(sent, receive);
    expect(result.code).toBeDefined();
    count(result.code);
    if (!received) return;
    expect(received.code).toBeDefined();
    count('received');
  });
  await fc.assert(property, { seed: 20_260_601, numRuns });
  if (process.env.FUZZ_RUNS) console.log(`${numRuns} forged deliveries:`, seen);
  expect([worked, errors]).toEqual([[], []]);
  // Worth something only while most are sent over Fetch, and get as far as the signature.
  expect(seen.received).toBeGreaterThan(0.8 * numRuns);
  expect(seen.signature_mismatch).toBeGreaterThan(0.3 * numRuns);
  for (const code of ['malformed_header', 'missing_header', 'timestamp_outside_tolerance']) {
    expect([code, seen[code]]).not.toEqual([code, undefined]);
  }
});

it('what is mutated without harm is judged alike by all', async () => {
  const { receive, errors } = receivers();
  let passed = 0;
  const harmless = mutated.filter((sent) => !isForged(sent));
  const property = fc.asyncProperty(harmless, async (sent) => {
    const { result } = await verdict(sent, receive);
    if (result.event) passed++;
  });
  const few = Math.ceil(numRuns / 10);
  await fc.assert(property, { seed: 20_260_601, numRuns: few });
  expect(errors).toEqual([]);
  expect(passed).toBeGreaterThan(few / 2);
});
