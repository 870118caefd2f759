import { expect } from 'vitest';
import { webhookEventNames, webhookFixture } from '../../src/webhooks/fixtures.ts';
import { signWebhook, type WebhookVerificationError } from '../../src/webhooks/index.ts';
import type { Block } from './blocks.ts';

type Platform = 'trainar' | 'opentrain' | 'platform';

/** The platform whose delivery a block is about. */
export function platformOf({ code }: Block): Platform {
  const named = /(?:platform: |verifyRequest\()'(trainar|opentrain|platform)'/.exec(code)?.[1];
  if (named) return named as Platform;
  if (/\bplatform\.webhookEndpoints\.verify|OpenTrainPlatform\(/.test(code)) return 'platform';
  return /\btrainar\.webhooks\.verify/.test(code) ? 'trainar' : 'opentrain';
}

/** One genuine delivery of each event that a platform has. */
export async function deliveriesOf(platform: Platform, secret: string): Promise<Request[]> {
  const requests: Request[] = [];
  for (const name of webhookEventNames(platform)) {
    const event = webhookFixture(platform, name as never);
    const delivery = await signWebhook({ platform, secret, event });
    requests.push(new Request('https://example.com/hooks', { method: 'POST', ...delivery }));
  }
  return requests;
}

/** Sees to it that an endpoint takes what is genuine, all of it, and nothing else. */
export async function tryEndpoint(
  endpoint: (request: Request) => Promise<Response>,
  platform: Platform,
  secret: string,
): Promise<void> {
  for (const genuine of await deliveriesOf(platform, secret)) {
    const text = await genuine.clone().text();
    const { status, ok } = await endpoint(genuine);
    expect([text, ok], `answers ${status} to a genuine delivery`).toEqual([text, true]);
  }
  for (const forged of await deliveriesOf(platform, 'whsec_of_somebody_else')) {
    const answered = await endpoint(forged).then(
      ({ status }) => status,
      (error: unknown) => (error as WebhookVerificationError).code,
    );
    expect([400, 'signature_mismatch'], 'does with a forged delivery').toContain(answered);
  }
}
