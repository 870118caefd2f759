import fc from 'fast-check';
import { Stripe } from 'stripe';
import { describe, expect, it } from 'vitest';
import {
  type KnownWebhookEventName,
  webhookEventNames,
  webhookFixture,
} from '../../src/webhooks/fixtures.ts';
import { hmac } from '../../src/webhooks/hmac.ts';
import { signWebhook, verifyWebhook } from '../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../src/webhooks/node.ts';
import { signedMessage } from '../../src/webhooks/raw-body.ts';
import { toHex } from '../../src/webhooks/signature-bytes.ts';
import { now, refusalCode, secret, signature, time } from '../unit/webhooks/deliveries.ts';

// OpenTrain's header has the layout of Stripe's, so Stripe's package is a second opinion on both ends.
const { webhooks } = Stripe;
const subtle = Stripe.createSubtleCryptoProvider();
const runs = { seed: 20_260_601, numRuns: process.env.FUZZ_RUNS ? 2_000 : 200 };
const tolerance = 300;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const megabyte = 1_048_576;

/** Bodies are bytes, as they come over the wire. */
const encoded = (text: string) => Buffer.from(text);
const body = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...webhookEventNames('opentrain')).map(named) },
  { weight: 20, arbitrary: fc.json().map(encoded) },
  { weight: 20, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }).map(encoded) },
  { weight: 20, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }).map(encoded) },
  { weight: 20, arbitrary: fc.uint8Array({ maxLength: 300 }).map(asText) },
  { weight: 2, arbitrary: fc.constant(encoded('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }).map(large) },
);
const key = fc
  .oneof(
    fc.string({ minLength: 1 }).map((text) => `whsec_${text}`),
    fc.string({ minLength: 1, unit: 'grapheme' }),
    // Lone surrogates and control characters, and longer than a block of the hash.
    fc.string({ minLength: 1, unit: 'binary', maxLength: 200 }),
  )
  .filter((text) => /\S/.test(text));
const seconds = fc.integer({ min: 1, max: 4_102_444_800 });
const delivery = fc.record({ body, key, seconds });
type Delivery = { body: Buffer; key: string; seconds: number };

function named(name: KnownWebhookEventName<'opentrain'>) {
  return encoded(JSON.stringify(webhookFixture('opentrain', name)));
}

/** Stripe reads bytes as UTF-8 before it hashes them: what is no text can't be compared, see below. */
function asText(bytes: Uint8Array) {
  return encoded(new TextDecoder().decode(bytes));
}

/** Exactly as large as is let in. */
function large(text: string) {
  const bytes = Buffer.alloc(megabyte, 'x');
  const unit = encoded(text.replaceAll('\ufeff', ''));
  for (let at = 0; at + unit.length <= megabyte && unit.length > 0; at += unit.length) {
    unit.copy(bytes, at);
  }
  return bytes;
}

/** Whether we found the signature genuine; a body may still be no event. */
const accepts = {
  async: async (header: string, { body, key, seconds }: Delivery, raw: string | Buffer = body) =>
    isGenuine(() => verifyWebhook(options(header, raw, key, seconds))),
  sync: async (header: string, { body, key, seconds }: Delivery, raw: string | Buffer = body) =>
    isGenuine(() => verifyWebhookSync(options(header, raw, key, seconds))),
};

const options = (header: string, body: string | Buffer, secret: string, seconds: number) => ({
  platform: 'opentrain' as const,
  headers: { 'X-OpenTrain-Signature': header },
  body,
  secret,
  now: () => seconds * 1000,
});

async function isGenuine(verify: () => unknown): Promise<boolean> {
  try {
    await verify();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'body_not_json' || code === 'body_not_event') return true;
    if (code === 'signature_mismatch' || code === 'malformed_header') return false;
    throw error;
  }
}

/** Whether Stripe found it genuine, asked without a promise. */
function stripeAccepts(header: string, { body, key, seconds }: Delivery): boolean {
  try {
    const at = seconds * 1000;
    return !!webhooks.signature?.verifyHeader(body, header, key, tolerance, undefined, at);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}

/** The first bit of the body is another one. */
function forged({ body, ...rest }: Delivery): Delivery {
  const other = Buffer.from(body.length === 0 ? 'x' : body);
  other[0] = (other[0] as number) ^ 1;
  return { ...rest, body: other };
}

const isUtf8 = ({ body }: Delivery) => Buffer.from(decoder.decode(body)).equals(body);
const startsWithMark = ({ body }: Delivery) =>
  body.subarray(0, 3).equals(Buffer.from([239, 187, 191]));

describe('OpenTrain signatures beside the stripe package', () => {
  it('made here, are genuine there, and nothing else is', async () => {
    const property = fc.asyncProperty(delivery, async (sent) => {
      fc.pre(!startsWithMark(sent));
      const prefix = `${sent.seconds}.`;
      const mac = await hmac(sent.key, signedMessage(prefix, new Uint8Array(sent.body)));
      const header = `t=${sent.seconds},v1=${toHex(mac)}`;
      expect(stripeAccepts(header, sent)).toBe(true);
      expect(stripeAccepts(header, { ...sent, key: `${sent.key}x` })).toBe(false);
      const other = forged(sent);
      if (isUtf8(other)) expect(stripeAccepts(header, other)).toBe(false);
    });
    await fc.assert(property, runs);
  });

  it('made there, sync or async, are genuine here, sync and async, as text and as bytes', async () => {
    const property = fc.asyncProperty(delivery, async (sent) => {
      const payload = decoder.decode(sent.body);
      const made = { payload, secret: sent.key, timestamp: sent.seconds };
      const header = webhooks.generateTestHeaderString(made);
      const late = { ...made, cryptoProvider: subtle };
      expect(await webhooks.generateTestHeaderStringAsync(late)).toBe(header);
      for (const [how, verify] of Object.entries(accepts)) {
        expect([how, await verify(header, sent)]).toEqual([how, true]);
        expect([how, await verify(header, sent, payload)]).toEqual([how, true]);
        expect([how, await verify(header, forged(sent))]).toEqual([how, false]);
        expect([how, await verify(header, { ...sent, key: `${sent.key}x` })]).toEqual([how, false]);
      }
    });
    await fc.assert(property, runs);
  });

  it('of a signed webhook come out of constructEvent as the event that went in', async () => {
    const event = fc.record({ id: fc.string(), data: fc.dictionary(fc.string(), fc.jsonValue()) });
    const property = fc.asyncProperty(event, key, seconds, async (fields, own, timestamp) => {
      const sent = { ...fields, type: 'proposal.received' };
      const { headers, body } = await signWebhook({
        platform: 'opentrain',
        event: sent,
        secret: own,
        timestamp,
      });
      const header = headers['X-OpenTrain-Signature'] as string;
      const at = timestamp * 1000;
      const there = webhooks.constructEvent(body, header, own, tolerance, undefined, at);
      expect(await webhooks.constructEventAsync(body, header, own, tolerance, subtle, at)).toEqual(
        there,
      );
      expect(there).toEqual(JSON.parse(body));
      expect(verifyWebhookSync(options(header, body, own, timestamp))).toEqual(there);
    });
    await fc.assert(property, runs);
  });

  it('with headers that were tampered with pass here only if they pass there', async () => {
    const raw = encoded('{"type":"proposal.received"}');
    const genuine = signature(raw);
    const other = `v1=${'0'.repeat(64)}`;
    const piece = fc.constantFrom(
      ...[...genuine.split(','), other, `t=${time}0`, 't=', 'v1=x', 'v0=x', '=', '', ' ', '0x1'],
    );
    const header = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(','));
    let both = 0;
    const property = fc.asyncProperty(header, async (tampered) => {
      const sent = { body: raw, key: secret, seconds: time };
      const here = await accepts.async(tampered || ',', sent);
      expect(await accepts.sync(tampered || ',', sent)).toBe(here);
      if (!here) return;
      both++;
      expect(stripeAccepts(tampered, sent)).toBe(true);
    });
    await fc.assert(property, { ...runs, numRuns: 10_000 });
    expect(both).toBeGreaterThan(100);
  });
});

describe('where the two differ', () => {
  const text = '{"type":"proposal.received"}';
  const at = { key: secret, seconds: time };
  const header = signature(text);

  it.each([
    ['junk after the time', header.replace(',', 'junk,')],
    ['two times', `t=1,${header}`],
    ['more signatures than a rotation needs', `${header}${`,v1=${'0'.repeat(64)}`.repeat(8)}`],
  ])('Stripe takes %s, this does not', async (_, tampered) => {
    const sent = { body: encoded(text), ...at };
    expect(stripeAccepts(tampered, sent)).toBe(true);
    expect(await accepts.async(tampered, sent)).toBe(false);
  });

  it.each([
    ['hex in capitals', header.replace(/[a-f\d]{64}/, (hex) => hex.toUpperCase())],
    ['spaces between the fields', header.replace(',', ', ')],
  ])('this takes %s, Stripe does not', async (_, same) => {
    const sent = { body: encoded(text), ...at };
    expect(stripeAccepts(same, sent)).toBe(false);
    expect(await accepts.async(same, sent)).toBe(true);
  });

  it('an empty signature beside a genuine one breaks Stripe, and is passed over here', async () => {
    const sent = { body: encoded(text), ...at };
    expect(() => stripeAccepts(`${header},v1=`, sent)).toThrow(/two arguments/);
    expect(await accepts.async(`${header},v1=`, sent)).toBe(true);
  });

  it('Stripe hashes the text it reads, this the bytes that came', async () => {
    for (const bytes of [Buffer.from([0xff, 0xfe]), encoded('\ufeff{}')]) {
      const sent = { body: bytes, ...at };
      expect(await accepts.sync(signature(bytes), sent)).toBe(true);
      expect(stripeAccepts(signature(bytes), sent)).toBe(false);
    }
  });

  it('this refuses what is signed for a later time', async () => {
    const ahead = { platform: 'opentrain' as const, body: text, secret, now };
    const headers = { 'X-OpenTrain-Signature': signature(text, time + 301) };
    const code = await refusalCode(() => verifyWebhook({ ...ahead, headers }));
    expect(code).toBe('timestamp_outside_tolerance');
    const header = headers['X-OpenTrain-Signature'];
    webhooks.constructEvent(text, header, secret, tolerance, undefined, now());
  });
});
