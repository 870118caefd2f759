import { describe, expect, it } from 'vitest';
import { signWebhook } from '../../../src/webhooks/index.ts';
import { json } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { client } from './client.ts';

const event = { id: '7', type: 'install.revoked', resourceId: 'ins_1', jobId: null, data: {} };
const secret = 'whsec_a';

async function delivery(): Promise<Request> {
  const { headers, body } = await signWebhook({ platform: 'platform', event, secret });
  return new Request('https://example.com/hooks', { method: 'POST', headers, body });
}

describe('verifying a delivery', () => {
  it('hands out the event of a request that was signed', async () => {
    const { platform } = client(json({}));
    const secrets = ['whsec_b', secret];
    expect(await platform.webhookEndpoints.verify(await delivery(), { secrets })).toEqual(event);
  });

  it('refuses one that was signed by somebody else', async () => {
    const { platform } = client(json({}));
    const wrong = { secret: 'whsec_b' };
    expect(
      await rejection(platform.webhookEndpoints.verify(await delivery(), wrong)),
    ).toMatchObject({ name: 'WebhookVerificationError', code: 'signature_mismatch' });
  });
});
