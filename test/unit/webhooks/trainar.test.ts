import { describe, expect, it } from 'vitest';
import { type VerifyWebhookOptions, verifyWebhook } from '../../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../../src/webhooks/node.ts';
import { mac, now, refusal, refusalCode, secret, taskCreated, time } from './deliveries.ts';

const body = JSON.stringify(taskCreated);
const iso = new Date(now()).toISOString();
const timed = `${time}.${body}`;

describe.each([
  ['async', verifyWebhook],
  ['sync', async (options: VerifyWebhookOptions<'trainar'>) => verifyWebhookSync(options)],
])('verifying a TrainAR webhook, %s', (_, verify) => {
  const sent = (headers: { [name: string]: string }, different: object = {}) =>
    verify({ platform: 'trainar', body, headers, secret, now, ...different });
  const codeOf = (headers: { [name: string]: string }, different: object = {}) =>
    refusalCode(() => sent(headers, different));

  describe.each([
    ['hex', mac(body), mac(timed)],
    ['hex in capitals', mac(body).toUpperCase(), mac(timed).toUpperCase()],
    ['base64', mac(body, 'base64'), mac(timed, 'base64')],
    ['base64 without padding', mac(body, 'base64').slice(0, -1), mac(timed, 'base64').slice(0, -1)],
    ['URL-safe base64', mac(body, 'base64url'), mac(timed, 'base64url')],
  ])('signed in %s', (_, overBody, overTimed) => {
    it.each([
      ['bare', overBody],
      ['behind sha256=', `sha256=${overBody}`],
      ['behind SHA256=', `SHA256=${overBody}`],
      ['behind v1=', `v1=${overBody}`],
    ])('over the body, %s', async (_, header) => {
      expect(await sent({ 'x-trainar-signature': header })).toEqual(taskCreated);
    });

    it('over the time of another header and the body', async () => {
      const headers = { 'x-trainar-timestamp': `${time}` };
      for (const prefix of ['', 'sha256=', 'v1=']) {
        const header = prefix + overTimed;
        expect(await sent({ ...headers, 'x-trainar-signature': header })).toEqual(taskCreated);
        expect(await codeOf({ 'x-trainar-signature': header })).toBe('signature_mismatch');
      }
    });

    it('over its own time and the body, as t=…,v1=…', async () => {
      const header = `t=${time},v1=${overTimed}`;
      expect(await sent({ 'x-trainar-signature': header })).toEqual(taskCreated);
    });
  });

  it.each(['X-TrainAR-Signature', 'X-Webhook-Signature', 'X-Signature', 'X-Hub-Signature-256'])(
    'finds the signature in %s',
    async (name) => {
      expect(await sent({ [name]: mac(body) })).toEqual(taskCreated);
    },
  );

  it.each(['X-TrainAR-Timestamp', 'X-Webhook-Timestamp', 'X-Timestamp'])(
    'finds the signed time in %s',
    async (name) => {
      expect(await sent({ 'X-Signature': mac(timed), [name]: `${time}` })).toEqual(taskCreated);
    },
  );

  it('looks on when a proxy put a header of its own before the right one', async () => {
    const headers = { 'x-trainar-signature': mac('proxy'), 'x-signature': mac(body) };
    expect(await sent(headers)).toEqual(taskCreated);
    expect(await sent({ ...headers, 'x-trainar-signature': 'junk' })).toEqual(taskCreated);
  });

  it('looks only where it is told to, once it is told', async () => {
    const headers = { 'X-Sig': mac(body) };
    expect(await codeOf(headers)).toBe('missing_header');
    expect(await sent(headers, { header: 'x-sig' })).toEqual(taskCreated);
    expect(await sent(headers, { header: ['X-None', 'X-Sig'] })).toEqual(taskCreated);
    expect(await codeOf({ 'x-signature': mac(body) }, { header: 'X-Sig' })).toBe('missing_header');
    const at = { 'x-signature': mac(timed), 'x-at': `${time}` };
    expect(await codeOf(at)).toBe('signature_mismatch');
    expect(await sent(at, { timestampHeader: 'X-At' })).toEqual(taskCreated);
  });

  it.each([
    ['milliseconds', `${now()}`],
    ['ISO 8601', iso],
    ['ISO 8601 with an offset', '2026-01-01T02:00:00+02:00'],
  ])('reads a signed time in %s', async (_, at) => {
    const headers = { 'x-signature': mac(`${at}.${body}`), 'x-timestamp': at };
    expect(await sent(headers)).toEqual(taskCreated);
    expect(await codeOf(headers, { now: () => now() + 301_000 })).toBe(
      'timestamp_outside_tolerance',
    );
    expect(await codeOf(headers, { now: () => now() - 301_000 })).toBe(
      'timestamp_outside_tolerance',
    );
  });

  it('refuses a signed time that stands for none', async () => {
    for (const at of ['2026-99-99T99:99:99Z', '9'.repeat(40)]) {
      const headers = { 'x-signature': mac(`${at}.${body}`), 'x-timestamp': at };
      expect(await codeOf(headers)).toBe('timestamp_outside_tolerance');
    }
  });

  it('does not judge freshness by a time that nobody signed', async () => {
    const headers = { 'x-signature': mac(body), 'x-timestamp': '1' };
    expect(await sent(headers, { now: () => now() + 1e9 })).toEqual(taskCreated);
  });

  it('does not let the time be left out of a signature that covers it', async () => {
    expect(await codeOf({ 'x-signature': mac(timed) })).toBe('signature_mismatch');
    expect(await codeOf({ 'x-signature': mac(timed) }, { body: timed })).toBe('body_not_json');
  });

  it('does not take the start of a signed body for a time, and its rest for a body', async () => {
    const inner = '{"event":"task.completed"}';
    const outer = `{"event":"x","title":"a.${inner}`;
    const headers = { 'x-signature': mac(outer), 'x-timestamp': outer.slice(0, -inner.length - 1) };
    expect(await codeOf(headers, { body: inner })).toBe('signature_mismatch');
    const own = { 'x-signature': `t=${headers['x-timestamp']},v1=${mac(outer)}` };
    expect(await codeOf(own, { body: inner })).toBe('signature_mismatch');
  });

  it.each([
    ['junk', 'hello'],
    ['half of it', mac(body).slice(0, 32)],
    ['a longer hash', 'a'.repeat(128)],
    ['a shorter one in base64', Buffer.alloc(20).toString('base64')],
    ['two times', `t=${time},t=${time},v1=${mac(timed)}`],
    ['nine signatures', Array(9).fill(mac(body)).join()],
    ['more than 4096 characters', `${mac(body)},${'y'.repeat(4096)}`],
  ])('refuses %s as malformed', async (_, header) => {
    expect(await codeOf({ 'x-signature': header })).toBe('malformed_header');
  });

  it('refuses what another secret or another body signed', async () => {
    expect(await codeOf({ 'x-signature': mac(body, 'hex', 'other') })).toBe('signature_mismatch');
    expect(await codeOf({ 'x-signature': mac(`${body} `) })).toBe('signature_mismatch');
  });

  it('takes either secret while one replaces the other', async () => {
    const secrets = ['new', secret];
    const options = {
      platform: 'trainar',
      body,
      headers: { 'x-signature': mac(body) },
      secrets,
    } as const;
    expect(await verify(options)).toEqual(taskCreated);
  });

  it('names the headers it looked for, and the field an event must have', async () => {
    expect((await refusal(() => sent({}))).message).toContain('X-TrainAR-Signature or ');
    const other = '{"type":"task.created"}';
    const error = await refusal(() => sent({ 'x-signature': mac(other) }, { body: other }));
    expect(error.code).toBe('body_not_event');
    expect(error.message).toContain('"event"');
  });
});
