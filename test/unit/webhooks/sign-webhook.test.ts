import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signWebhook, verifyWebhook } from '../../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../../src/webhooks/node.ts';
import {
  mac,
  now,
  proposalReceived,
  refusalCode,
  secret,
  signature,
  taskCreated,
  time,
} from './deliveries.ts';

const anySecret = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((text) => text.trim() !== '');

describe('signing a webhook', () => {
  it('makes the documented headers of OpenTrain', async () => {
    const { headers, body } = await signWebhook({
      platform: 'opentrain',
      event: proposalReceived,
      secret,
      timestamp: time,
      deliveryId: 'dlv_1',
    });
    expect(body).toBe(JSON.stringify(proposalReceived));
    expect(headers).toEqual({
      'Content-Type': 'application/json',
      'User-Agent': 'OpenTrain-Webhooks/1.0',
      'X-OpenTrain-Event': 'proposal.received',
      'X-OpenTrain-Delivery': 'dlv_1',
      'X-OpenTrain-Signature': signature(body),
    });
  });

  it('calls itself what the Platform API calls itself', async () => {
    const { headers } = await signWebhook({
      platform: 'platform',
      event: { type: 'install.revoked' },
      secret,
    });
    expect(headers['User-Agent']).toBe('OpenTrain-Partner-Webhooks/1.0');
  });

  it('signs now, and as a delivery of its own, unless told otherwise', async () => {
    const sign = () => signWebhook({ platform: 'opentrain', event: proposalReceived, secret });
    const [first, second] = await Promise.all([sign(), sign()]);
    expect(first.headers['X-OpenTrain-Delivery']).not.toBe(second.headers['X-OpenTrain-Delivery']);
    expect(await verifyWebhook({ platform: 'opentrain', ...first, secret })).toEqual(
      proposalReceived,
    );
  });

  it('signs TrainAR’s body in hex, with a time only when one is given', async () => {
    const options = { platform: 'trainar', event: taskCreated, secret } as const;
    const { headers, body } = await signWebhook(options);
    expect(headers).toEqual({
      'Content-Type': 'application/json',
      'X-TrainAR-Signature': mac(body),
    });
    const timed = await signWebhook({ ...options, timestamp: time });
    expect(timed.headers['X-TrainAR-Signature']).toBe(signature(body));
  });

  it('refuses an empty secret', async () => {
    const run = () => signWebhook({ platform: 'opentrain', event: proposalReceived, secret: '' });
    expect(await refusalCode(run)).toBe('no_secret');
  });

  it('is undone by verifying, whatever the event and the secret', async () => {
    const platforms = fc.constantFrom('trainar', 'opentrain', 'platform');
    const property = fc.asyncProperty(
      platforms,
      anySecret,
      fc.string(),
      fc.jsonValue(),
      fc.option(fc.integer({ min: 0, max: 99_999_999_999 }), { nil: undefined }),
      async (platform, anyKey, name, data, timestamp) => {
        const event = { [platform === 'trainar' ? 'event' : 'type']: name, data };
        const made = await signWebhook({
          platform,
          event: event as never,
          secret: anyKey,
          timestamp,
        });
        const at = timestamp === undefined ? undefined : () => timestamp * 1000;
        const options = { platform, ...made, secrets: ['other', anyKey], now: at };
        const expected = JSON.parse(made.body);
        expect(await verifyWebhook(options)).toEqual(expected);
        expect(verifyWebhookSync({ ...options, body: Buffer.from(made.body) })).toEqual(expected);
      },
    );
    await fc.assert(property, { seed: 7, numRuns: 300 });
  });

  it('can’t be undone with another secret', async () => {
    const property = fc.asyncProperty(anySecret, anySecret, async (one, other) => {
      fc.pre(Buffer.compare(Buffer.from(one), Buffer.from(other)) !== 0);
      const made = await signWebhook({
        platform: 'opentrain',
        event: proposalReceived,
        secret: one,
        timestamp: time,
      });
      const run = () => verifyWebhook({ platform: 'opentrain', ...made, secret: other, now });
      expect(await refusalCode(run)).toBe('signature_mismatch');
    });
    await fc.assert(property, { seed: 8, numRuns: 100 });
  });

  it.each([
    ['platform', { platform: 'opentrian' }],
    ['event', { event: undefined }],
    ['event', { event: { event: 'task.created' } }],
    ['timestamp', { timestamp: time * 1000 }],
    ['timestamp', { timestamp: time + 0.5 }],
  ])('refuses a wrong %s, before anything is signed: %j', async (argument, wrong) => {
    const options = { platform: 'opentrain', event: proposalReceived, secret, ...wrong };
    await expect(signWebhook(options as never)).rejects.toMatchObject({ argument });
  });
});
