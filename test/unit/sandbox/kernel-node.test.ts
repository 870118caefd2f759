import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ListenOptions, listen } from '../../../src/sandbox/node.ts';
import { aviary } from './kernel-fixture.ts';

let directory: string;
const open: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  await rm(directory, { recursive: true });
});

async function served(options?: ListenOptions, kernelOptions?: Parameters<typeof aviary>[0]) {
  const made = aviary(kernelOptions);
  const server = await listen(made.kernel, options);
  open.push(server);
  return { ...made, server };
}

/** A request with headers that `fetch` would not let through. */
function raw(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

/** What is answered to bytes that no HTTP client of Node would send. */
function typed(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write([...lines, 'Connection: close', '', ''].join('\r\n'));
    });
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    socket.on('error', reject).on('close', () => resolve(answer));
  });
}

describe('a served sandbox', () => {
  it('answers over HTTP, on any free port', async () => {
    const { server, controls } = await served();
    controls.hatch('wren');
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
    const response = await fetch(`${server.url}/v1/birds/b1`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toEqual({ id: 'b1', name: 'wren' });
  });

  it('takes bodies, up to the limit', async () => {
    const { server } = await served({}, { limits: { bodyBytes: 100 } });
    const post = (name: string) =>
      fetch(`${server.url}/v1/birds`, {
        method: 'POST',
        headers: { authorization: 'Bearer writer' },
        body: JSON.stringify({ name }),
      });
    expect((await post('wren')).status).toBe(201);
    expect((await post('x'.repeat(200))).status).toBe(413);
    expect((await post('owl')).status).toBe(201);
  });

  it('can be driven', async () => {
    const { server, kernel } = await served();
    const body = JSON.stringify({ by: '1h' });
    await fetch(`${server.url}/_sandbox/clock/advance`, { method: 'POST', body });
    expect(kernel.clock.iso()).toBe('2026-06-01T10:00:00.000Z');
  });

  it('breaks the connection when a fault says so', async () => {
    const { server, kernel } = await served();
    kernel.faults.inject({ drop: true });
    await expect(fetch(`${server.url}/v1/birds`)).rejects.toThrow(TypeError);
    expect((await fetch(`${server.url}/v1/birds`)).status).toBe(200);
  });

  it('counts calls by the caller’s address', async () => {
    const { server, kernel } = await served();
    for (let i = 0; i < 3; i += 1) await fetch(`${server.url}/v1/birds`);
    expect((await fetch(`${server.url}/v1/birds`)).status).toBe(429);
    expect((await kernel.fetch('http://localhost/v1/birds')).status).toBe(429);
  });

  it('turns away a web page whose domain points here', async () => {
    const { server } = await served();
    const url = `${server.url}/_sandbox/state`;
    expect(await raw(url, { host: `evil.test:${server.port}` })).toBe(421);
    expect(await raw(url, { host: `localhost:${server.port}` })).toBe(200);
    expect(await raw(url, { host: `app.localhost:${server.port}` })).toBe(200);
  });

  it('takes no path for another host, whose pages would then be its own', async () => {
    // Beyond this machine browsers leave out `Sec-Fetch-Site`, so the origin is all there is to go by.
    const { server, controls } = await served({ host: '0.0.0.0' });
    const post = (path: string) =>
      typed(server.port, [
        `POST ${path} HTTP/1.1`,
        'Host: 192.0.2.7:4010',
        'Origin: http://evil.test',
        'Content-Length: 0',
      ]);
    expect(await post('/_sandbox/aviary/hatch')).toMatch(/^HTTP\/1.1 403 /);
    expect(await post('//evil.test/_sandbox/aviary/hatch')).toMatch(/^HTTP\/1.1 404 /);
    expect(await post('http://evil.test/_sandbox/aviary/hatch')).toMatch(/^HTTP\/1.1 403 /);
    expect(controls.nest.size()).toBe(0);
  });

  it('answers a request with its whole address, as through a proxy', async () => {
    const { server, controls } = await served({ host: '0.0.0.0' });
    controls.hatch('wren');
    const lines = ['GET http://localhost/v1/birds/b1?x=http://y HTTP/1.1', 'Host: localhost'];
    expect(await typed(server.port, lines)).toMatch(/^HTTP\/1.1 200 /);
  });

  it.each([
    ['a host that is none', ['GET /v1/birds HTTP/1.1', 'Host: a b c']],
    ['a method that reads the request back', ['TRACE /v1/birds HTTP/1.1', 'Host: localhost']],
  ])('says that it takes no request with %s', async (_, lines) => {
    const { server } = await served({ host: '0.0.0.0' });
    expect(await typed(server.port, lines)).toMatch(/^HTTP\/1.1 400 /);
  });

  it('says so when the port is taken', async () => {
    const { server } = await served();
    await expect(served({ port: server.port })).rejects.toThrow('EADDRINUSE');
  });

  it('closes once, however often it is asked, and with calls hanging', async () => {
    const { server, kernel } = await served();
    kernel.faults.inject({ latencyMs: 1e9 });
    const hanging = fetch(`${server.url}/v1/birds`).catch(() => 'cut');
    await expect.poll(() => kernel.requests.total).toBe(1);
    await Promise.all([server.close(), server.close()]);
    expect(await hanging).toBe('cut');
  });
});

describe('state in a file', () => {
  it('outlives the server', async () => {
    const file = join(directory, 'state.json');
    const first = await served({ file });
    first.controls.hatch('wren');
    await first.server.close();
    const second = await served({ file });
    expect((await fetch(`${second.server.url}/v1/birds/b1`)).status).toBe(200);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(directory)).toEqual(['state.json']);
  });

  it('is written soon after a change, without closing', async () => {
    const file = join(directory, 'state.json');
    const { server } = await served({ file });
    await fetch(`${server.url}/_sandbox/aviary/hatch`, { method: 'POST', body: '"wren"' });
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('wren');
  });

  it('is written when a delivery or code changed it, without any call', async () => {
    const file = join(directory, 'state.json');
    const { controls } = await served({ file });
    controls.hatch('wren');
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('wren');
  });

  it('holds what code alone moved: the time, and what is to go wrong', async () => {
    const file = join(directory, 'state.json');
    const first = await served({ file });
    await first.kernel.clock.advance('72h');
    await first.server.close();
    const second = await served({ file });
    expect(second.kernel.clock.iso()).toBe('2026-06-04T09:00:00.000Z');
    const id = second.kernel.faults.inject({ operationId: 'birds.list', status: 503 });
    await second.server.close();
    const third = await served({ file });
    expect(third.kernel.faults.list()).toMatchObject([{ id }]);
    third.kernel.faults.remove(id);
    await third.server.close();
    expect((await served({ file })).kernel.faults.list()).toEqual([]);
  });

  it('is not overwritten when it cannot be read', async () => {
    const file = join(directory, 'state.json');
    await writeFile(file, '{"half":');
    await expect(served({ file })).rejects.toThrow('holds no sandbox state');
    await writeFile(file, '{}');
    await expect(served({ file })).rejects.toThrow('is left as it is');
    expect(await readFile(file, 'utf8')).toBe('{}');
  });
});
