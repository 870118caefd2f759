import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../../src/sandbox/index.ts';
import { listen } from '../../../src/sandbox/node.ts';
import { visitor } from './pages-fixture.ts';

const origin = 'http://localhost:4010';
const form = { name: 'Somebody', decision: 'new-tenant' };

function open() {
  const sandbox = createSandbox();
  return { sandbox, ...visitor(sandbox.fetch, origin) };
}

describe('forms', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://localhost:4011' }],
    ['a frame without an origin', { origin: 'null' }],
    ['what the browser calls another site', { 'sec-fetch-site': 'cross-site' }],
    ['what the browser calls the same site', { 'sec-fetch-site': 'same-site' }],
  ])('are refused from %s', async (_, headers) => {
    const { sandbox, send } = open();
    const before = sandbox.snapshot();
    for (const path of ['/console/accounts', '/console/time', '/console/faults', '/claim']) {
      const { status, page } = await send(path, form, headers);
      expect(status).toBe(403);
      expect(page).toContain('This form was sent from another site.');
    }
    expect(sandbox.snapshot()).toEqual(before);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/json', ''])(
    'are refused as %j, which other sites can send too or forms never do',
    async (type) => {
      const { sandbox, send } = open();
      expect((await send('/console/accounts', form, { 'content-type': type })).status).toBe(415);
      expect(sandbox.snapshot().store.tables['trainar.tenants']?.rows).toEqual([]);
    },
  );

  it('are refused when they are too large', async () => {
    const { send } = open();
    expect((await send('/console/accounts', { ...form, name: 'x'.repeat(70_000) })).status).toBe(
      413,
    );
  });

  it('are nothing that a GET could send', async () => {
    const { sandbox, show } = open();
    const before = sandbox.snapshot();
    await show(`/console/accounts?${new URLSearchParams(form)}`);
    await show('/console/time?by=72h');
    expect((await show('/console/keys/token/tok_1')).status).toBe(405);
    expect(sandbox.snapshot()).toEqual(before);
  });
});

describe('every page', () => {
  it('may run its own script only, and be neither framed, kept nor read by others', async () => {
    const { sandbox } = open();
    const response = await sandbox.fetch(`${origin}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    const [, nonce] = /script-src 'nonce-([\w-]{32,})'/.exec(policy) ?? [];
    const page = await response.text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain(`<script nonce="${nonce}">`);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const next = await sandbox.fetch(`${origin}/`);
    expect(next.headers.get('content-security-policy')).not.toBe(policy);
  });

  it('is a few kilobytes', async () => {
    const { sandbox } = open();
    const page = await (await sandbox.fetch(`${origin}/claim`)).text();
    const [, script = ''] = /<script[^>]*>(.*)<\/script>/s.exec(page) ?? [];
    expect(script.length).toBeLessThan(4_000);
    expect(page.length).toBeLessThan(20_000);
  });

  it('leaves no trace by being looked at, and no fault hits it', async () => {
    const { sandbox, show } = open();
    sandbox.faults.inject({ status: 503, times: 'always' });
    const before = [sandbox.snapshot(), sandbox.revision];
    for (const path of ['/', '/console/requests', '/claim', '/approvals/apr_none'])
      await show(path);
    expect([sandbox.snapshot(), sandbox.revision]).toEqual(before);
    expect([...sandbox.requests]).toEqual([]);
  });

  it('keeps the API’s addresses free', async () => {
    const { sandbox } = open();
    for (const path of [
      '/api/nothing',
      '/v1/nothing',
      '/console',
      '/approvals',
      '/_sandbox/none',
    ]) {
      const response = await sandbox.fetch(origin + path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get('content-type')).toContain('json');
    }
    expect((await sandbox.fetch('https://app.opentrain.ai/console/accounts')).status).toBe(404);
    expect((await sandbox.fetch('https://api.trainar.ai/')).status).toBe(404);
  });

  it('answers a HEAD without a body', async () => {
    const { sandbox } = open();
    const response = await sandbox.fetch(`${origin}/`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('the live stream', () => {
  /** Reads a stream until it says something of this kind. */
  async function until(response: Response, text: string): Promise<ReadableStreamDefaultReader> {
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    for (let all = ''; !all.includes(text); ) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`ended after ${all}`);
      all += decoder.decode(value);
    }
    return reader;
  }

  it.each<[string, (sandbox: ReturnType<typeof createSandbox>) => unknown]>([
    ['state', ({ opentrain }) => opentrain.createAccount()],
    ['calls', ({ fetch }) => fetch(`${origin}/api/public/v1/jobs`)],
    ['time', ({ clock }) => clock.advance('1s')],
    ['faults', ({ faults }) => faults.inject({ status: 503 })],
  ])('tells of %s', async (_, change) => {
    const { sandbox } = open();
    const response = await sandbox.fetch(`${origin}/_sandbox/live`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const seen = until(response, 'event: change');
    await change(sandbox);
    await (await seen).cancel();
  });

  it('holds nothing up: neither the clock nor the end of a server', async () => {
    const { sandbox } = open();
    const server = await listen(sandbox);
    const response = await fetch(`${server.url}/_sandbox/live`);
    await sandbox.clock.advance('1h');
    await sandbox.settled();
    await (await until(response, 'event: change')).cancel();
    await fetch(`${server.url}/_sandbox/live`);
    await server.close();
  });

  it('is not for other sites', async () => {
    const { sandbox } = open();
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await sandbox.fetch(`${origin}/_sandbox/live`, { headers })).status).toBe(403);
  });
});
