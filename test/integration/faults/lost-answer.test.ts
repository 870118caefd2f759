import { describe, expect, it } from 'vitest';
import { operations as opentrainOperations } from '../../../generated/opentrain/operations.ts';
import { operations as trainarOperations } from '../../../generated/trainar/operations.ts';
import { ServerError } from '../../../src/core/api-error.ts';
import { ConnectionError } from '../../../src/core/connection-error.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { transport } from '../../support/transport.ts';
import { clientOf, failure } from './client.ts';
import { hostile, type Misdeed } from './hostile-server.ts';
import { http, ok, thenClose, thenReset } from './misdeeds.ts';

/** The request is read to its end, and the answer never arrives. */
const lost: Misdeed = thenClose();
const message = { conversationId: 'cnv_1', content: 'hello' };

const writes = Object.values<Operation>({
  ...opentrainOperations,
  ...Object.fromEntries(Object.entries(trainarOperations).map(([id, it]) => [`trainar ${id}`, it])),
}).filter(({ method }) => method !== 'GET');

/** Makes these calls against a server that loses every answer; how often each was sent. */
async function timesSent(operations: readonly Operation[]): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const operation of operations) {
    const server = await hostile(lost);
    const ids = (names: readonly string[] = []) =>
      Object.fromEntries(names.map((name) => [name, 'id_1']));
    const path = ids(operation.pathParams);
    const query = ids(operation.requiredQuery);
    const body = operation.body && { text: 'x' };
    const call = transport({ baseUrl: server.origin }).call(operation, { path, query, body });
    const error = await failure(call);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ operationId: operation.id, mayHaveHappened: true });
    const sent = server.requests.map(({ method, target, body: text }) => [method, target, text]);
    expect(new Set(sent.map(String)).size).toBe(1);
    times[operation.id] = sent.length;
  }
  return times;
}

describe('a write whose answer is lost', () => {
  it('messages.send: ConnectionError that says to look first, sent once', async () => {
    const server = await hostile(lost, ok({}));
    const { ot, clock } = clientOf(server);
    const error = await failure(ot.messages.send(message));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      mayHaveHappened: true,
      message: expect.stringContaining('look before you send a write again'),
    });
    expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([message]);
    expect(clock.sleeps).toEqual([]);
  });

  it('messages.send, reset in the middle of the answer: ConnectionError, sent once', async () => {
    const server = await hostile(
      thenReset('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"mess'),
      ok({}),
    );
    expect(await failure(clientOf(server).ot.messages.send(message))).toBeInstanceOf(
      ConnectionError,
    );
    expect(server.requests).toHaveLength(1);
  });

  it('messages.send, 503: ServerError, sent once', async () => {
    const server = await hostile(http('503 X', '{}', { 'retry-after': '1' }), ok({}));
    expect(await failure(clientOf(server).ot.messages.send(message))).toBeInstanceOf(ServerError);
    expect(server.requests).toHaveLength(1);
  });

  it('jobDrafts.create: sent again with the same key of its own, and answered', async () => {
    const server = await hostile(lost, http('503 X', '{}'), ok({ jobId: 'job_1' }));
    const { ot } = clientOf(server);
    expect(await ot.jobDrafts.create({ text: 'Label photos' })).toEqual({ jobId: 'job_1' });
    const keys = server.requests.map(({ body }) => JSON.parse(body).idempotencyKey);
    expect(keys).toHaveLength(3);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
    expect(new Set(server.requests.map(({ body }) => body)).size).toBe(1);
  });

  it('jobDrafts.create with the caller’s key: that key each time, ConnectionError after 3', async () => {
    const server = await hostile(lost);
    const { ot } = clientOf(server);
    const error = await failure(ot.jobDrafts.create({ text: 'x', idempotencyKey: 'mine' }));
    expect(error).toBeInstanceOf(ConnectionError);
    const keys = server.requests.map(({ body }) => JSON.parse(body).idempotencyKey);
    expect(keys).toEqual(['mine', 'mine', 'mine']);
  });

  it('two drafts: each has a key of its own', async () => {
    const server = await hostile(ok({ jobId: 'job_1' }));
    const { ot } = clientOf(server);
    await ot.jobDrafts.create({ text: 'x' });
    await ot.jobDrafts.create({ text: 'x' });
    const keys = server.requests.map(({ body }) => JSON.parse(body).idempotencyKey);
    expect(new Set(keys).size).toBe(2);
  });

  it('every write that the contract does not call repeatable: sent once', async () => {
    const single = writes.filter(({ idempotent }) => !idempotent);
    expect(single.length).toBeGreaterThan(5);
    const times = await timesSent(single);
    expect(new Set(Object.values(times))).toEqual(new Set([1]));
  });

  it('every write that the contract calls repeatable: the same 3 times, ConnectionError', async () => {
    const repeatable = writes.filter(({ idempotent }) => idempotent);
    expect(repeatable.length).toBeGreaterThan(5);
    const times = await timesSent(repeatable);
    expect(new Set(Object.values(times))).toEqual(new Set([3]));
  });

  it('maxRetries 0: even a repeatable write is sent once', async () => {
    const server = await hostile(lost);
    const { ot } = clientOf(server);
    const error = await failure(ot.jobDrafts.create({ text: 'x' }, { maxRetries: 0 }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(server.requests).toHaveLength(1);
  });
});
