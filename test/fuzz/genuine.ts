import { createHmac } from 'node:crypto';
import { webhookEventNames, webhookFixture } from '../../src/webhooks/fixtures.ts';
import type { WebhookPlatform } from '../../src/webhooks/index.ts';

export const secret = 'whsec_0c7d3e8f1a06';
export const time = 1_767_225_600;

/** A delivery as it comes over the wire. */
export interface Sent {
  platform: WebhookPlatform;
  headers: Record<string, string>;
  body: Buffer;
  /** The receiver's time, in seconds. */
  now: number;
}

/** A delivery that is good, and what makes it so. */
export interface Genuine extends Sent {
  mac: Buffer;
  /** Text of the signed time; absent if none is signed. */
  signedTime?: string;
}

/** Signs apart from the code under test, with Node's crypto. */
function sign(body: Buffer, signedTime?: string): Buffer {
  const hmac = createHmac('sha256', secret);
  if (signedTime !== undefined) hmac.update(`${signedTime}.`);
  return hmac.update(body).digest();
}

type Form = (
  mac: (signedTime?: string) => Buffer,
) => [headers: Record<string, string>, signedTime?: string];

const stamped = `t=${time},v1=`;
const iso = new Date(time * 1000).toISOString();

/** OpenTrain documents one form, TrainAR none: so all that are taken. */
const forms: Record<WebhookPlatform, Form[]> = {
  opentrain: [documented],
  platform: [documented],
  trainar: [
    (mac) => [{ 'X-TrainAR-Signature': mac().toString('hex') }],
    (mac) => [{ 'X-Webhook-Signature': mac().toString('base64') }],
    (mac) => [{ 'X-Signature': mac().toString('base64url') }],
    (mac) => [{ 'X-Hub-Signature-256': `sha256=${mac().toString('hex')}` }],
    (mac) => [{ 'X-TrainAR-Signature': stamped + mac(`${time}`).toString('hex') }, `${time}`],
    (mac) => [
      { 'X-Signature': mac(`${time}`).toString('hex'), 'X-Timestamp': `${time}` },
      `${time}`,
    ],
    (mac) => [{ 'X-Signature': mac(iso).toString('base64'), 'X-TrainAR-Timestamp': iso }, iso],
  ],
};

function documented(mac: Parameters<Form>[0]): ReturnType<Form> {
  const signature = stamped + mac(`${time}`).toString('hex');
  return [{ 'X-OpenTrain-Signature': signature, 'X-OpenTrain-Delivery': 'dlv_1' }, `${time}`];
}

/** Every event of every platform, in every form. */
export const genuine: Genuine[] = (['trainar', 'opentrain', 'platform'] as const).flatMap(
  (platform) =>
    webhookEventNames(platform).flatMap((name) => {
      const body = Buffer.from(JSON.stringify(webhookFixture(platform, name)));
      return forms[platform].map((form): Genuine => {
        const [headers, signedTime] = form((signed) => sign(body, signed));
        const mac = sign(body, signedTime);
        return { platform, headers, body, now: time, mac, ...(signedTime && { signedTime }) };
      });
    }),
);
