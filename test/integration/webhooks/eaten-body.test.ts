import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import Fastify, { type FastifyInstance } from 'fastify';
import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { toNodeHandler } from '../../../src/webhooks/node.ts';
import { proposalReceived } from '../../unit/webhooks/deliveries.ts';
import { openTrainReceiver, signed } from '../../unit/webhooks/receiver-fixture.ts';

type Receiver = ReturnType<typeof openTrainReceiver>['receiver'];
type Post = (request: Request) => Promise<number>;

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

/** Posts to a listener over HTTP. */
async function served(listener: RequestListener): Promise<Post> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ending.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return async (request) => {
    const { headers } = request;
    const body = await request.text();
    const answer = await fetch(`http://127.0.0.1:${port}/hooks`, { method: 'POST', headers, body });
    return answer.status;
  };
}

type Mount = (receiver: Receiver) => Post | Promise<Post>;

const fastify =
  (prepare: (app: FastifyInstance) => void): Mount =>
  async (receiver) => {
    const app = Fastify();
    ending.push(() => app.close());
    const handle = toNodeHandler(receiver);
    app.register(async (scope) => {
      prepare(scope);
      scope.post('/hooks', async (request, reply) => {
        reply.hijack();
        await handle(request.raw, reply.raw);
      });
    });
    await app.ready();
    return served((req, res) => app.routing(req, res));
  };

const hono =
  (eats: boolean): Mount =>
  (receiver) => {
    const app = new Hono();
    app.post('/hooks', async (c) => {
      if (eats) await c.req.json();
      return receiver(c.req.raw);
    });
    return async (request) => (await app.request('/hooks', request)).status;
  };

/** How each framework loses the body, and what the error says against it, done to the letter. */
const frameworks: Record<string, { wrong: Mount; right: Record<string, Mount>; says: RegExp }> = {
  Express: {
    says: /^Express: mount this route before express\.json\(\), or give that a verify .*rawBody/m,
    wrong: (receiver) =>
      served(express().use(express.json()).post('/hooks', toNodeHandler(receiver))),
    right: {
      'before express.json()': (receiver) =>
        served(express().post('/hooks', toNodeHandler(receiver)).use(express.json())),
      'with a verify that keeps rawBody': (receiver) =>
        served(
          express()
            .use(
              express.json({
                verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }),
              }),
            )
            .post('/hooks', toNodeHandler(receiver)),
        ),
    },
  },
  Fastify: {
    says: /^Fastify: .*removeAllContentTypeParsers\(\) and addContentTypeParser\("\*"/m,
    wrong: fastify(() => {}),
    right: {
      'without parsers': fastify((app) => {
        app.removeAllContentTypeParsers();
        app.addContentTypeParser('*', (_request, _payload, done) => done(null));
      }),
    },
  },
  Hono: {
    says: /^Hono: .*c\.req\.raw.* before .*c\.req\.json\(\)/m,
    wrong: hono(true),
    right: { unread: hono(false) },
  },
  'Next.js, a route handler': {
    says: /^Next\.js: .*in a route handler, pass the request unread/m,
    wrong: (receiver) => async (request) => {
      await request.json();
      return (await receiver(request)).status;
    },
    right: { unread: (receiver) => async (request) => (await receiver(request)).status },
  },
};

describe.each(Object.entries(frameworks))('%s', (_, { wrong, right, says }) => {
  it('eats the body: answered 500, and the error says how to keep it', async () => {
    const worked: string[] = [];
    const { clock, errors, receiver } = openTrainReceiver({
      onUnknown: ({ id }) => worked.push(id),
    });
    const post = await wrong(receiver);
    expect(await post(await signed(clock, proposalReceived))).toBe(500);
    expect(errors).toMatchObject([{ code: 'body_parsed' }]);
    expect(String(errors[0])).toMatch(says);
    expect(worked).toEqual([]);
  });

  it.each(Object.entries(right))('keeps it %s, as that says', async (_, mount) => {
    const worked: string[] = [];
    const { clock, errors, receiver } = openTrainReceiver({
      onUnknown: ({ id }) => worked.push(id),
    });
    const post = await mount(receiver);
    expect(await post(await signed(clock, proposalReceived))).toBe(200);
    expect([worked, errors]).toEqual([['41'], []]);
  });
});
