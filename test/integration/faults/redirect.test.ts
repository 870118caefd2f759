import { describe, expect, it } from 'vitest';
import { UnexpectedResponseError } from '../../../src/core/api-error.ts';
import { clientOf, failure, token } from './client.ts';
import { type HostileServer, hostile } from './hostile-server.ts';
import { http, ok } from './misdeeds.ts';

/** Two servers, the first of which sends everybody to the second. */
async function redirecting(status: string): Promise<[HostileServer, HostileServer]> {
  const other = await hostile(ok({ userId: 'stolen' }));
  const headers = { location: `${other.origin}/api/public/v1/me` };
  return [await hostile(http(status, '', headers)), other];
}

async function staysHere(status: string, call: 'read' | 'write'): Promise<void> {
  const [server, other] = await redirecting(status);
  const { ot } = clientOf(server);
  const error = await failure(
    call === 'read' ? ot.auth.me() : ot.messages.send({ conversationId: 'c', content: 'x' }),
  );
  expect(error).toBeInstanceOf(UnexpectedResponseError);
  expect(error).toMatchObject({ status: Number.parseInt(status, 10) });
  expect((error as Error).message).toContain(
    `Redirected to ${other.origin}/api/public/v1/me; check baseUrl.`,
  );
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]?.head).toContain(token);
  expect(other.connections).toBe(0);
}

describe('a redirect to another host', () => {
  it('301: UnexpectedResponseError, the other host sees nothing', () =>
    staysHere('301 Moved Permanently', 'read'));

  it('302: UnexpectedResponseError, the other host sees nothing', () =>
    staysHere('302 Found', 'read'));

  it('303 to a write: UnexpectedResponseError, the other host sees nothing', () =>
    staysHere('303 See Other', 'write'));

  it('307 to a write: UnexpectedResponseError, the other host sees nothing', () =>
    staysHere('307 Temporary Redirect', 'write'));

  it('308 to a write: UnexpectedResponseError, the other host sees nothing', () =>
    staysHere('308 Permanent Redirect', 'write'));
});

describe('a redirect', () => {
  it('to the same host: UnexpectedResponseError too, 1 request', async () => {
    const server = await hostile(http('302 Found', '', { location: '/login' }), ok({}));
    const error = await failure(clientOf(server).ot.auth.me());
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect((error as Error).message).toContain('Redirected to /login; check baseUrl.');
    expect(server.requests).toHaveLength(1);
  });

  it('that repeats the key in its address: masked in the error', async () => {
    const location = `https://login.example.com/?token=${token}`;
    const server = await hostile(http('302 Found', '', { location }));
    const error = await failure(clientOf(server).ot.auth.me());
    expect((error as Error).message).toContain('?token=ot_pat_***');
  });

  it('without an address: UnexpectedResponseError, 1 request', async () => {
    const server = await hostile(http('302 Found'));
    const error = await failure(clientOf(server).ot.auth.me());
    expect((error as Error).message).toContain('Redirected to another place; check baseUrl.');
    expect(server.requests).toHaveLength(1);
  });
});
