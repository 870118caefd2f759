import { describe, expect, it } from 'vitest';
import {
  type VerifyWebhookOptions,
  verifyWebhook,
  type WebhookBody,
  type WebhookHeaders,
} from '../../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../../src/webhooks/node.ts';
import {
  delivery,
  mac,
  proposalReceived,
  refusalCode,
  secret,
  signature,
  time,
} from './deliveries.ts';

const json = JSON.stringify(proposalReceived);
const [digits] = signature(json).split('v1=').slice(1) as [string];

describe.each([
  ['async', verifyWebhook],
  ['sync', async (options: VerifyWebhookOptions<'opentrain'>) => verifyWebhookSync(options)],
])('verifying an OpenTrain webhook, %s', (_, verify) => {
  const withHeader = (value: string, different: object = {}) =>
    verify(delivery({ headers: { 'x-opentrain-signature': value }, ...different }));
  const codeOf = (value: string, different: object = {}) =>
    refusalCode(() => withHeader(value, different));

  it('accepts the check vector of the reference sheet', async () => {
    const body =
      '{"id":"7","type":"approval.confirmed","apiVersion":"v1","createdAt":"2026-01-01T00:00:00.000Z","resourceId":"apr_1","jobId":"job_1","data":{"approvalId":"apr_1","status":"declined"}}';
    expect(Buffer.byteLength(body)).toBe(182);
    const event = await verify({
      platform: 'opentrain',
      body,
      headers: {
        'X-OpenTrain-Signature':
          't=1767225600,v1=68c277343cfa6e17f003679e959f6392befb47d7f330447600224bfe5a83e80b',
      },
      secret: 'whsec_sheet_example_0001',
      now: () => 1_767_225_600_000,
    });
    expect(event).toEqual(JSON.parse(body));
  });

  it('verifies Platform API deliveries under the same scheme', async () => {
    const body = JSON.stringify({ ...proposalReceived, type: 'install.revoked' });
    const event = await (verify as typeof verifyWebhook)({
      ...delivery({ body, headers: { 'x-opentrain-signature': signature(body) } }),
      platform: 'platform',
    });
    expect(event.type).toBe('install.revoked');
  });

  it('passes on an event whose name it does not know', async () => {
    const body = JSON.stringify({ ...proposalReceived, type: 'galaxy.opened', more: 1 });
    expect(await withHeader(signature(body), { body })).toEqual(JSON.parse(body));
  });

  it.each<[string, WebhookHeaders]>([
    ['a Fetch Headers', new Headers({ 'X-OpenTrain-Signature': signature(json) })],
    ['a plain object as documented', { 'X-OpenTrain-Signature': signature(json) }],
    ['a plain object in capitals', { 'X-OPENTRAIN-SIGNATURE': signature(json) }],
    ['what Node makes of it', { host: 'x', 'x-opentrain-signature': signature(json) }],
    ['a list of values', { 'x-opentrain-signature': [signature(json)] }],
    ['parts in a list', { 'x-opentrain-signature': signature(json).split(',') }],
  ])('takes headers as %s', async (_, headers) => {
    expect(await verify(delivery({ headers }))).toEqual(proposalReceived);
  });

  it.each<[string, WebhookBody]>([
    ['text', json],
    ['a Buffer', Buffer.from(json)],
    ['a Uint8Array inside a larger buffer', new TextEncoder().encode(`xx${json}x`).subarray(2, -1)],
    ['an ArrayBuffer', new TextEncoder().encode(json).buffer],
    ['a DataView', new DataView(new TextEncoder().encode(json).buffer)],
  ])('takes the body as %s', async (_, body) => {
    expect(await verify(delivery({ body }))).toEqual(proposalReceived);
  });

  it('signs over UTF-8, as text and as bytes', async () => {
    const body = JSON.stringify({ ...proposalReceived, resourceId: 'Zoë 第三 🔧' });
    for (const each of [body, Buffer.from(body)]) {
      const event = await withHeader(signature(body), { body: each });
      expect(event.resourceId).toBe('Zoë 第三 🔧');
    }
  });

  it('takes secrets that are not ASCII', async () => {
    const key = 'schlüssel-🔑';
    expect(await withHeader(signature(json, time, key), { secret: key })).toEqual(proposalReceived);
  });

  describe('time', () => {
    it('is accepted up to the tolerance, before and after now', async () => {
      for (const t of [time - 300, time + 300]) {
        expect(await withHeader(signature(json, t))).toEqual(proposalReceived);
      }
    });

    it.each([-301, 301])('is refused %i seconds from now', async (offset) => {
      expect(await codeOf(signature(json, time + offset))).toBe('timestamp_outside_tolerance');
    });

    it('obeys toleranceSeconds', async () => {
      const header = signature(json, time - 11);
      expect(await codeOf(header, { toleranceSeconds: 10 })).toBe('timestamp_outside_tolerance');
      expect(await withHeader(header, { toleranceSeconds: 11 })).toEqual(proposalReceived);
      expect(await withHeader(signature(json, 1), { toleranceSeconds: Infinity })).toBeDefined();
    });

    it('is refused when tolerance or clock are no numbers', async () => {
      expect(await codeOf(signature(json), { toleranceSeconds: Number.NaN })).toBe(
        'timestamp_outside_tolerance',
      );
      expect(await codeOf(signature(json), { now: () => Number.NaN })).toBe(
        'timestamp_outside_tolerance',
      );
    });

    it('is told to be outside only when the signature is genuine', async () => {
      expect(await codeOf(signature(json, time - 9999, 'forger'))).toBe('signature_mismatch');
    });

    it('is the machine’s own by default', async () => {
      const t = Math.floor(Date.now() / 1000);
      expect(await withHeader(signature(json, t), { now: undefined })).toEqual(proposalReceived);
    });
  });

  describe('a header', () => {
    it.each([
      ['no t', `v1=${digits}`],
      ['no v1', `t=${time}`],
      ['t twice', `t=${time},t=${time},v1=${digits}`],
      ['two whole headers joined', [signature(json), signature(json)].join(', ')],
      ['junk behind t', `t=${time}junk,v1=${digits}`],
      ['a negative t', `t=-${time},v1=${digits}`],
      ['a fraction', `t=${time}.5,v1=${digits}`],
      ['an exponent', `t=1e9,v1=${digits}`],
      ['hexadecimal', `t=0x69,v1=${digits}`],
      ['an empty t', `t=,v1=${digits}`],
      ['an endless t', `t=${'9'.repeat(400)},v1=${digits}`],
      ['a truncated v1', `t=${time},v1=${digits.slice(0, -1)}`],
      ['a longer v1', `t=${time},v1=${digits}0`],
      ['v1 that is not hex', `t=${time},v1=${'g'.repeat(64)}`],
      ['base64 for v1', `t=${time},v1=${mac(`${time}.${json}`, 'base64')}`],
      ['only another scheme', `t=${time},v0=${digits}`],
      ['no fields at all', 'hello'],
      ['nine signatures', `t=${time}${`,v1=${digits}`.repeat(9)}`],
      ['more than 4096 characters', `${signature(json)},x=${'y'.repeat(4096)}`],
    ])('with %s is malformed', async (_, header) => {
      expect(await codeOf(header)).toBe('malformed_header');
    });

    it('may hold eight signatures, of which one fits', async () => {
      const header = `t=${time}${`,v1=${'0'.repeat(64)}`.repeat(7)},v1=${digits}`;
      expect(await withHeader(header)).toEqual(proposalReceived);
    });

    it('may hold spaces, other schemes, capitals, and its parts in any order', async () => {
      const header = `v0=abc, v1=${digits.toUpperCase()} , t=${time}`;
      expect(await withHeader(header)).toEqual(proposalReceived);
    });

    it.each<[string, unknown]>([
      ['absent', {}],
      ['empty', { 'x-opentrain-signature': '' }],
      ['undefined', { 'x-opentrain-signature': undefined }],
      ['a number', { 'x-opentrain-signature': 7 }],
      ['absent from a Headers', new Headers()],
      ['in no headers at all', undefined],
      ['in headers that are null', null],
      ['in headers that are text', 'x-opentrain-signature: 1'],
    ])('that is %s is missing', async (_, headers) => {
      expect(
        await refusalCode(() => verify(delivery({ headers: headers as WebhookHeaders }))),
      ).toBe('missing_header');
    });
  });

  describe('a signature', () => {
    it('with another secret is refused', async () => {
      expect(await codeOf(signature(json, time, 'whsec_other'))).toBe('signature_mismatch');
    });

    it('with one digit changed is refused, wherever it is', async () => {
      for (let at = 0; at < 64; at += 7) {
        const digit = digits[at] === '0' ? '1' : '0';
        const forged = digits.slice(0, at) + digit + digits.slice(at + 1);
        expect(await codeOf(`t=${time},v1=${forged}`)).toBe('signature_mismatch');
      }
    });

    it('under a time moved after signing is refused', async () => {
      expect(await codeOf(`t=${time + 1},v1=${digits}`)).toBe('signature_mismatch');
    });

    it('over the body alone is refused', async () => {
      expect(await codeOf(`t=${time},v1=${mac(json)}`)).toBe('signature_mismatch');
    });

    it('does not fit a body that was truncated, altered, or parsed and serialised again', async () => {
      const spaced = JSON.stringify(proposalReceived, null, 1);
      for (const body of [json.slice(0, -1), json.replace('41', '42'), `${json}\n`, spaced, '']) {
        expect(await refusalCode(() => verify(delivery({ body })))).toBe('signature_mismatch');
      }
    });

    it('needs the whole secret, its whsec_ included', async () => {
      const bare = secret.replace('whsec_', '');
      expect(await codeOf(signature(json), { secret: bare })).toBe('signature_mismatch');
    });
  });

  describe('secrets', () => {
    const rotating = (secrets: readonly string[]) =>
      verify({ ...delivery({}), secret: undefined, secrets } as never);

    it('may be several, in any order, while one replaces another', async () => {
      expect(await rotating(['whsec_new', secret])).toEqual(proposalReceived);
      expect(await rotating([secret, 'whsec_old'])).toEqual(proposalReceived);
    });

    it('are all wrong when none signed', async () => {
      expect(await refusalCode(() => rotating(['whsec_new', 'whsec_old']))).toBe(
        'signature_mismatch',
      );
    });

    it('that are empty or missing are skipped, and never sign', async () => {
      expect(await rotating(['', secret, undefined as never])).toEqual(proposalReceived);
      const unsigned = delivery({
        headers: { 'x-opentrain-signature': signature(json, time, '') },
      });
      for (const none of [
        { secret: '' },
        { secret: undefined },
        { secrets: [] },
        { secret: ' \n' },
        { secrets: ['', '\t'] },
      ]) {
        const options = { ...unsigned, secret: undefined, ...none } as never;
        expect(await refusalCode(() => verify(options))).toBe('no_secret');
      }
    });

    it('are told apart however many have been seen', async () => {
      for (let n = 0; n < 150; n++) {
        expect(await withHeader(signature(json, time, `s${n}`), { secret: `s${n}` })).toBeDefined();
      }
      expect(await withHeader(signature(json, time, 's0'), { secret: 's0' })).toBeDefined();
      expect(await codeOf(signature(json, time, 's0'), { secret: 's1' })).toBe(
        'signature_mismatch',
      );
    });
  });

  it('refuses a platform it does not know', async () => {
    for (const platform of ['OpenTrain', 'constructor', undefined]) {
      expect(await refusalCode(() => verify(delivery({ platform }) as never))).toBe(
        'unknown_platform',
      );
    }
  });
});
