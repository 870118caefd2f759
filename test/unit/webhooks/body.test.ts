import { describe, expect, it } from 'vitest';
import { type VerifyWebhookOptions, verifyWebhook } from '../../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../../src/webhooks/node.ts';
import { delivery, refusal, refusalCode, secret, signature } from './deliveries.ts';

describe.each([
  ['async', verifyWebhook],
  ['sync', async (options: VerifyWebhookOptions<'opentrain'>) => verifyWebhookSync(options)],
])('the body of a webhook, %s', (_, verify) => {
  const signed = (body: string | Uint8Array, different: object = {}) =>
    verify(delivery({ body, headers: { 'x-opentrain-signature': signature(body) }, ...different }));

  it.each<[string, unknown]>([
    ['an object', { type: 'proposal.received' }],
    ['an array', []],
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['an object that claims to be bytes', { byteLength: 1, length: 1e12, buffer: {} }],
    ['an object that claims a type', { [Symbol.toStringTag]: 'Uint8Array' }],
    ['a Buffer that went through JSON', JSON.parse(JSON.stringify(Buffer.from('{}')))],
  ])('that is %s is told to be parsed, with the way out for Express', async (_, body) => {
    const error = await refusal(() => verify(delivery({ body: body as string })));
    expect(error.code).toBe('body_parsed');
    expect(error.message).toContain(`(${typeof body})`);
    expect(error.message).toMatch(/express\.raw\(.*before express\.json\(\)/);
  });

  it('at the limit is taken, one byte over it refused', async () => {
    const body = JSON.stringify({ type: 'x', pad: 'ü'.repeat(20) });
    const bytes = Buffer.from(body);
    for (const each of [body, bytes]) {
      expect(await signed(each, { maxBodyBytes: bytes.length })).toBeDefined();
      expect(await refusalCode(() => signed(each, { maxBodyBytes: bytes.length - 1 }))).toBe(
        'body_too_large',
      );
    }
  });

  it('is limited to 1 MiB by default, in bytes and not in characters', async () => {
    const frame = '{"type":"x","pad":""}'.length;
    const fits = `{"type":"x","pad":"${'a'.repeat(1_048_576 - frame)}"}`;
    expect(await signed(fits)).toBeDefined();
    expect(await refusalCode(() => signed(`${fits} `))).toBe('body_too_large');
    expect(await refusalCode(() => signed(`"${'第'.repeat(400_000)}"`))).toBe('body_too_large');
  });

  it('is refused for its size before it is hashed', async () => {
    const options = { body: 'x'.repeat(2_000_000), secret: 'anything' };
    expect(await refusalCode(() => verify(delivery(options)))).toBe('body_too_large');
  });

  it('is refused when the limit is no number', async () => {
    expect(await refusalCode(() => signed('{}', { maxBodyBytes: Number.NaN }))).toBe(
      'body_too_large',
    );
  });

  it.each<[string, string | Uint8Array]>([
    ['empty', ''],
    ['empty bytes', new Uint8Array()],
    ['text', 'hello'],
    ['cut off', '{"type":"x"'],
    ['a form', 'type=x'],
    ['begun with a byte order mark', '\ufeff{"type":"x"}'],
    ['begun with a byte order mark, as bytes', Buffer.from('\ufeff{"type":"x"}')],
    ['not UTF-8', Buffer.from('{"type":"\xff"}', 'latin1')],
    ['nested without end', '['.repeat(500_000)],
  ])('that is %s is signed, but not JSON', async (_, body) => {
    expect(await refusalCode(() => signed(body))).toBe('body_not_json');
  });

  it.each([
    'null',
    '7',
    '"type"',
    'true',
    '[]',
    '{}',
    '{"event":"task.created"}',
    '{"type":7}',
    '[{"type":"x"}]',
  ])('that is %s is signed JSON, but no event', async (body) => {
    expect(await refusalCode(() => signed(body))).toBe('body_not_event');
  });

  it('leaves no trace in the error, nor does the secret or the signature', async () => {
    const marked = '{"type":"x", marked-body';
    const header = signature(marked);
    const errors = [
      await refusal(() => signed(marked)),
      await refusal(() => signed('"marked-body"')),
      await refusal(() => signed(marked, { secret: 'whsec_another_one' })),
      await refusal(() => signed(marked, { now: () => 0 })),
      await refusal(() => signed(marked, { headers: { 'x-opentrain-signature': `${header}x` } })),
      await refusal(() => signed(marked, { maxBodyBytes: 3 })),
    ];
    for (const error of errors) {
      const printed = `${error.stack} ${JSON.stringify(error)} ${error.cause}`;
      for (const leak of ['marked-body', secret, 'whsec_another_one', header.slice(-60, -1)]) {
        expect(printed).not.toContain(leak);
      }
    }
  });
});

describe('bytes that change while they are being verified', () => {
  it('do not change the event', async () => {
    const body = Buffer.from('{"type":"safe"}');
    const verifying = verifyWebhook(
      delivery({ body, headers: { 'x-opentrain-signature': signature(body) } }),
    );
    body.write('{"type":"evil"}');
    expect(await verifying).toEqual({ type: 'safe' });
  });
});
