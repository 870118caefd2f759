import { describe, expect, it } from 'vitest';
import { PermissionDeniedError } from '../../../src/opentrain/index.ts';
import { signWebhook } from '../../../src/webhooks/index.ts';
import { json } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { client } from './client.ts';

const old = {
  id: 'whk_1',
  url: 'https://example.com/hooks',
  eventTypes: ['payment.pending', 'approval.confirmed'],
  status: 'ACTIVE',
};
const twin = json({ webhook: { ...old, id: 'whk_2' }, secret: 'whsec_new', message: '' }, 201);
const gone = json({ error: 'None.', code: 'NOT_FOUND', requestId: 'r' }, 404);

describe('rotating a secret', () => {
  it('subscribes the same URL to the same events, and keeps the old subscription', async () => {
    const { ot, fetch } = client(json({ webhook: old }), twin);
    const rotated = await ot.webhooks.rotateSecret('whk_1');
    expect(rotated.secret).toBe('whsec_new');
    expect(rotated.webhook.id).toBe('whk_2');
    expect(fetch.sent.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(JSON.parse(fetch.sent[1]?.body ?? '')).toEqual({
      url: old.url,
      eventTypes: old.eventTypes,
    });
  });

  it('deletes the old one when told to', async () => {
    const deleted = json({ webhook: old, deleted: true });
    const { ot, fetch } = client(json({ webhook: old }), twin, deleted);
    const { retire } = await ot.webhooks.rotateSecret('whk_1');
    await retire();
    expect(fetch.sent[2]?.method).toBe('DELETE');
    expect(fetch.sent[2]?.url.pathname).toBe('/api/public/v1/webhooks/whk_1');
  });

  it('may be told twice', async () => {
    const { ot } = client(json({ webhook: old }), twin, gone);
    const { retire } = await ot.webhooks.rotateSecret('whk_1');
    await expect(retire()).resolves.toBeUndefined();
  });

  it('hides no other failure to delete', async () => {
    const refused = json({ error: 'No.', code: 'FORBIDDEN', requestId: 'r' }, 403);
    const { ot } = client(json({ webhook: old }), twin, refused);
    const { retire } = await ot.webhooks.rotateSecret('whk_1');
    expect(await rejection(retire())).toBeInstanceOf(PermissionDeniedError);
  });
});

describe('verifying a delivery', () => {
  const event = { id: '7', type: 'payment.pending', data: { invoiceId: 'inv_1' } };
  const secret = 'whsec_a';

  it('hands out the event of a request that was signed', async () => {
    const { ot } = client(json({}));
    const { headers, body } = await signWebhook({ platform: 'opentrain', event, secret });
    const request = new Request('https://example.com/hooks', { method: 'POST', headers, body });
    const given = await ot.webhooks.verify(request, { secrets: ['whsec_b', secret] });
    expect(given).toEqual(event);
  });

  it('refuses one that was signed by somebody else', async () => {
    const { ot } = client(json({}));
    const { headers, body } = await signWebhook({ platform: 'opentrain', event, secret });
    const request = new Request('https://example.com/hooks', { method: 'POST', headers, body });
    expect(await rejection(ot.webhooks.verify(request, { secret: 'whsec_b' }))).toMatchObject({
      name: 'WebhookVerificationError',
    });
  });
});
