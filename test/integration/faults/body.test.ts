import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  BadRequestError,
  ServerError,
  UnexpectedResponseError,
} from '../../../src/core/api-error.ts';
import { PaginationError } from '../../../src/core/pagination.ts';
import { clientOf, failure, token } from './client.ts';
import { hostile, type Misdeed } from './hostile-server.ts';
import { http, ok, thenClose } from './misdeeds.ts';

const me = { userId: 'usr_1' };
const html = '<html><head><title>502</title></head><body><h1>Bad Gateway</h1>nginx</body></html>';

/** A success that is none: told at once, with the status, and not asked for again. */
async function isUnexpected(misdeed: Misdeed, message: string, status = 200): Promise<void> {
  const server = await hostile(misdeed);
  const error = await failure(clientOf(server).ot.auth.me());
  expect(error).toBeInstanceOf(UnexpectedResponseError);
  expect(error).toMatchObject({ status, operationId: 'auth.me' });
  expect((error as Error).message).toBe(`${status} (auth.me): ${message}`);
  expect(server.requests).toHaveLength(1);
}

async function isRead(misdeed: Misdeed): Promise<void> {
  const server = await hostile(misdeed);
  expect(await clientOf(server).ot.auth.me()).toEqual(me);
  expect(server.requests).toHaveLength(1);
}

describe('a success without the JSON it promises', () => {
  const notJson = 'The body is not JSON; check baseUrl.';

  it('JSON cut short, its length right: UnexpectedResponseError, 1 request', () =>
    isUnexpected(http('200 OK', '{"userId":"us'), notJson));

  it('JSON cut short by the end of the connection: UnexpectedResponseError, 1 request', () =>
    isUnexpected(thenClose('HTTP/1.1 200 OK\r\n\r\n{"userId":"us'), notJson));

  it('gzip cut short: UnexpectedResponseError, 1 request', () => {
    const whole = gzipSync(JSON.stringify({ userId: 'u'.repeat(5_000) }));
    const cut = whole.subarray(0, whole.length - 12);
    return isUnexpected(http('200 OK', cut, { 'content-encoding': 'gzip' }), notJson);
  });

  it('empty 200: UnexpectedResponseError, 1 request', () =>
    isUnexpected(http('200 OK'), 'The body is empty.'));

  it('204 where JSON is expected: UnexpectedResponseError, 1 request', () =>
    isUnexpected('HTTP/1.1 204 No Content\r\n\r\n', 'The body is empty.', 204));

  it('204 where a list is expected: UnexpectedResponseError, 1 request', async () => {
    const server = await hostile('HTTP/1.1 204 No Content\r\n\r\n');
    const error = await failure(clientOf(server).ot.jobs.search().toArray());
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toMatchObject({ status: 204, operationId: 'jobs.search' });
    expect(server.requests).toHaveLength(1);
  });

  it('HTML 200: UnexpectedResponseError, 1 request', () =>
    isUnexpected(http('200 OK', html, { 'content-type': 'text/html' }), notJson));

  it('a list without its list: PaginationError that names the missing key, 1 request', async () => {
    const server = await hostile(ok({ results: [] }));
    const error = await failure(clientOf(server).ot.jobs.search().toArray());
    expect(error).toBeInstanceOf(PaginationError);
    expect((error as Error).message).toBe('jobs.search: the answer has no list under "jobs".');
    expect(server.requests).toHaveLength(1);
  });
});

describe('a wrong content type', () => {
  it('JSON called text/html: read', () =>
    isRead(ok(me, { 'content-type': 'text/html; charset=utf-8' })));

  it('JSON called application/octet-stream: read', () =>
    isRead(ok(me, { 'content-type': 'application/octet-stream' })));

  it('JSON without a content type: read', () =>
    isRead(`HTTP/1.1 200 OK\r\ncontent-length: 18\r\n\r\n{"userId":"usr_1"}`));

  it('JSON behind a byte order mark: read', () =>
    isRead(http('200 OK', `\ufeff${JSON.stringify(me)}`)));
});

describe('an error in a strange form', () => {
  it('HTML 502 from a proxy: ServerError with its status and text, 3 requests', async () => {
    const server = await hostile(http('502 Bad Gateway', html, { 'content-type': 'text/html' }));
    const { ot, clock } = clientOf(server);
    const error = await failure(ot.auth.me());
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 502, code: undefined, operationId: 'auth.me' });
    expect((error as Error).message).toBe(
      '502 (auth.me): Not JSON: 502 Bad Gateway nginx The trouble is on the platform’s side; try later.',
    );
    expect(server.requests).toHaveLength(3);
    expect(clock.sleeps).toHaveLength(2);
  });

  it('HTML 502 once, then the answer: the caller sees the answer, 2 requests', async () => {
    const server = await hostile(http('502 Bad Gateway', html), ok(me));
    expect(await clientOf(server).ot.auth.me()).toEqual(me);
    expect(server.requests).toHaveLength(2);
  });

  it('HTML 502 to a write: ServerError, 1 request', async () => {
    const server = await hostile(http('502 Bad Gateway', html));
    const { ot } = clientOf(server);
    const error = await failure(ot.messages.send({ conversationId: 'c', content: 'x' }));
    expect(error).toBeInstanceOf(ServerError);
    expect(server.requests).toHaveLength(1);
  });

  it('empty 500: ServerError that says so, 1 request', async () => {
    const server = await hostile(http('500 Oops'));
    const error = await failure(clientOf(server).ot.auth.me());
    expect(error).toBeInstanceOf(ServerError);
    expect((error as Error).message).toContain('500 (auth.me): The body is empty.');
    expect(server.requests).toHaveLength(1);
  });

  it('repeats the key in body and headers: masked in every field of the error', async () => {
    const body = { error: `bad ${token}`, code: token, details: { [token]: [token] } };
    const echo = { 'x-request-id': token };
    const server = await hostile(
      http('400 No', JSON.stringify(body), echo),
      http('200 OK', '', echo),
    );
    const { ot } = clientOf(server);
    expect(await failure(ot.auth.me())).toBeInstanceOf(BadRequestError);
    expect(await failure(ot.auth.me())).toBeInstanceOf(UnexpectedResponseError);
    expect(server.requests).toHaveLength(2);
  });

  it('details nested 50,000 deep: the error is still that of its status', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const body = `{"error":"no","code":"VALIDATION","details":{"a":${deep}}}`;
    const server = await hostile(http('400 No', body));
    const error = await failure(clientOf(server).ot.auth.me());
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({ status: 400, code: 'VALIDATION' });
    expect(server.requests).toHaveLength(1);
  });
});
