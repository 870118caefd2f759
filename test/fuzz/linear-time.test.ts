import { describe, expect, it, vi } from 'vitest';
import { createWebhookReceiver, verifyWebhook } from '../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../src/webhooks/node.ts';
import { mac, secret, signature, time } from '../unit/webhooks/deliveries.ts';
import { limitMs, processorMs } from './processor-time.ts';

const now = () => time * 1000;
const json = '{"type":"proposal.received","event":"task.created"}';

/** Much for a delivery, and as much as makes work that grows with the square of it take ten seconds and more. */
const large = 2 ** 17;

const quietly = async (run: () => unknown) => {
  try {
    await run();
  } catch {}
};

const verifying =
  (platform: 'trainar' | 'opentrain', headers: Record<string, string | string[]>, body: string) =>
  async () => {
    const options = { platform, headers, body, secret, now };
    await quietly(() => verifyWebhook(options));
    await quietly(() => verifyWebhookSync(options));
  };

const evil = ['t=', 'v1=', ',', ' ', '=', '9', 'a', 'sha256=', 'T:', 't=1,', `v1=${mac(json)},`];
const fields = ['X-OpenTrain-Signature', 'X-Signature', 'X-Timestamp'];
const filled = (piece: string, size: number) =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

function header(field: string, piece: string, size: number) {
  const platform = field.startsWith('X-OpenTrain') ? 'opentrain' : 'trainar';
  const other = { 'X-Hub-Signature-256': mac('another body') };
  return verifying(platform, { ...other, [field]: filled(piece, size) }, json);
}

const signed = (text: string) =>
  verifying('opentrain', { 'X-OpenTrain-Signature': signature(text) }, text);

/** What is long, and the work. */
const bodies: [string, () => () => unknown][] = [
  ['a forged body', () => verifying('trainar', { 'X-Signature': mac(json) }, filled('x', large))],
  [
    'a forged body of wide characters',
    () => {
      const headers = { 'X-OpenTrain-Signature': signature(json) };
      return verifying('opentrain', headers, filled('\u{1f527}', large));
    },
  ],
  [
    'a genuine body that is a long text',
    () => signed(`{"type":"a","data":"${'\\u00e9'.repeat(large / 8)}"}`),
  ],
  ['a genuine body that nests', () => signed(filled('[', large))],
  [
    'a genuine body of many fields',
    () => {
      const fields = Array.from({ length: large / 16 }, (_, n) => `,"field${n}":${n}`);
      return signed(`{"type":"a"${fields.join('')}}`);
    },
  ],
];

/** What there is many of, and the work. */
const pieces: [string, () => () => unknown][] = [
  [
    'many headers',
    () => {
      const all = Array.from({ length: 2 ** 15 }, (_, n) => [`X-Header-${n}`, 'x']);
      return verifying('trainar', Object.fromEntries(all), json);
    },
  ],
  [
    'one header many times',
    () => {
      const headers = { 'x-opentrain-signature': Array<string>(large).fill('v1=x') };
      return verifying('opentrain', headers, json);
    },
  ],
];

function trickling(size: number): Request {
  let left = size;
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      if (left-- > 0) stream.enqueue(new Uint8Array(1));
      else stream.close();
    },
  });
  const headers = { 'X-OpenTrain-Signature': signature(json) };
  const init = { method: 'POST', headers, body, duplex: 'half' };
  return new Request('http://localhost/', init as RequestInit);
}

describe('time grows no faster than', () => {
  it('in proportion, or this would not notice', async () => {
    const a = 'a'.repeat(large / 4);
    const twice = () => {
      let count = 0;
      for (let one = 0; one < a.length; one++) {
        for (let other = 0; other < a.length; other++) count ^= one ^ other;
      }
      return count;
    };
    for (const quadratic of [twice, () => /a*b/.test(a)]) {
      expect(4 ** 2 * (await processorMs(quadratic))).toBeGreaterThan(limitMs);
    }
  });

  describe.each(fields)('the length of %s,', (field) => {
    it.each(evil)('filled with %j', async (piece) => {
      // Read to its end up to 4,096 characters, and not at all beyond. So short a one is read so often that the square tells.
      expect(await processorMs(header(field, piece, 4_096), 250)).toBeLessThan(limitMs);
      expect(await processorMs(header(field, piece, large))).toBeLessThan(limitMs);
    });
  });

  it.each(bodies)('the length of %s', async (_, prepare) => {
    expect(await processorMs(prepare())).toBeLessThan(limitMs);
  });

  it.each(pieces)('the number of pieces: %s', async (_, prepare) => {
    expect(await processorMs(prepare())).toBeLessThan(limitMs);
  });
});

it('a body in single bytes is put together once, not anew for each', async () => {
  const receiver = createWebhookReceiver({ platform: 'opentrain', secret, now, on: {} });
  const size = 2 ** 12;
  const copy = vi.spyOn(Uint8Array.prototype, 'set');
  try {
    await receiver(trickling(size));
    const bytes = copy.mock.calls.reduce((sum, [from]) => sum + from.length, 0);
    // Another way to put it together would have to be counted in another way.
    expect(bytes).toBeGreaterThanOrEqual(size);
    expect(bytes).toBeLessThanOrEqual(4 * size);
  } finally {
    copy.mockRestore();
  }
});
