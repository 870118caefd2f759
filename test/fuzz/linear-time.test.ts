import { describe, expect, it } from 'vitest';
import { createWebhookReceiver, verifyWebhook } from '../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../src/webhooks/node.ts';
import { mac, secret, signature, time } from '../unit/webhooks/deliveries.ts';
import { bound, growth } from './growth.ts';

const now = () => time * 1000;
const json = '{"type":"proposal.received","event":"task.created"}';

/** Each makes the work for a size, in bytes or pieces. */
type Prepare = (size: number) => () => unknown;

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

const header =
  (field: string, piece: string): Prepare =>
  (size) => {
    const platform = field.startsWith('X-OpenTrain') ? 'opentrain' : 'trainar';
    const other = { 'X-Hub-Signature-256': mac('another body') };
    return verifying(platform, { ...other, [field]: filled(piece, size) }, json);
  };

const signed = (text: string) =>
  verifying('opentrain', { 'X-OpenTrain-Signature': signature(text) }, text);

/** What grows, its smaller size, and the work. */
const bodies: [string, number, Prepare][] = [
  [
    'a forged body',
    32_768,
    (size) => verifying('trainar', { 'X-Signature': mac(json) }, filled('x', size)),
  ],
  [
    'a forged body of wide characters',
    32_768,
    (size) => {
      const headers = { 'X-OpenTrain-Signature': signature(json) };
      return verifying('opentrain', headers, filled('\u{1f527}', size));
    },
  ],
  [
    'a genuine body that is a long text',
    32_768,
    (size) => signed(`{"type":"a","data":"${'\\u00e9'.repeat(size / 8)}"}`),
  ],
  // From some ten thousand levels on, the engine's parser alone varies by more than the bound.
  ['a genuine body that nests', 1_024, (size) => signed(filled('[', size))],
  [
    'a genuine body of many fields',
    16_384,
    (size) => {
      const fields = Array.from({ length: size / 16 }, (_, n) => `,"field${n}":${n}`);
      return signed(`{"type":"a"${fields.join('')}}`);
    },
  ],
];

const others: [string, number, Prepare][] = [
  [
    'many headers',
    100,
    (size) => {
      const all = Array.from({ length: size }, (_, n) => [`X-Header-${n}`, 'x']);
      return verifying('trainar', Object.fromEntries(all), json);
    },
  ],
  [
    'one header many times',
    1_000,
    (size) => {
      const headers = { 'x-opentrain-signature': Array<string>(size).fill('v1=x') };
      return verifying('opentrain', headers, json);
    },
  ],
  [
    'a body in single bytes',
    500,
    (size) => {
      const receiver = createWebhookReceiver({ platform: 'opentrain', secret, now, on: {} });
      return () => receiver(trickling(size));
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
    const quadratic: Prepare = (size) => () => {
      let count = 0;
      for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) count ^= a ^ b;
      return count;
    };
    expect(await growth(200, quadratic)).toBeGreaterThan(bound);
  });

  describe.each(fields)('the length of %s,', (field) => {
    it.each(evil)('filled with %j', async (piece) => {
      // Read to its end up to 4,096 characters, and not at all beyond.
      expect(await growth(256, header(field, piece))).toBeLessThan(bound);
      expect(await growth(16_384, header(field, piece))).toBeLessThan(bound);
    });
  });

  it.each(bodies)('the length of %s', async (_, size, prepare) => {
    expect(await growth(size, prepare)).toBeLessThan(bound);
  });

  it.each(others)('the number of pieces: %s', async (_, size, prepare) => {
    expect(await growth(size, prepare)).toBeLessThan(bound);
  });
});
