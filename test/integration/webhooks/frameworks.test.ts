import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { createWebhookReceiver, signWebhook, type WebhookReceiver } from 'trainyard/webhooks';
import { webhookFixture } from 'trainyard/webhooks/fixtures';
import { toNodeHandler } from 'trainyard/webhooks/node';
import { afterEach, describe, expect, it } from 'vitest';

const secret = 'whsec_frameworks_1';
const running: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of running.splice(0)) await end();
});

/** A receiver, and what it hears. */
function receiving() {
  const worked: string[] = [];
  const errors: unknown[] = [];
  const receiver = createWebhookReceiver({
    platform: 'opentrain',
    secret,
    on: { 'message.received': ({ data }) => worked.push(data.messageId) },
    onError: (error) => errors.push(error),
  });
  return { receiver, worked, errors };
}

async function delivery(): Promise<RequestInit> {
  const event = webhookFixture('opentrain', 'message.received');
  return { method: 'POST', ...(await signWebhook({ platform: 'opentrain', secret, event })) };
}

async function at(server: Server): Promise<string> {
  if (!server.listening) await once(server, 'listening');
  running.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

const served = (listener: RequestListener) => at(createServer(listener).listen(0));

async function fastify(app: ReturnType<typeof Fastify>): Promise<string> {
  running.push(() => app.close());
  return app.listen({ port: 0 });
}

const post = async (url: string, init: RequestInit) => {
  const response = await fetch(url, init);
  return [response.status, await response.text()];
};

const echo = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: '{"a":1}',
};

describe('Express 5', () => {
  const app = (receiver: WebhookReceiver, ...before: express.RequestHandler[]) => {
    const made = express();
    for (const each of before) made.use(each);
    made.post('/hooks', toNodeHandler(receiver));
    made.use(express.json());
    made.post('/echo', (req, res) => void res.json(req.body));
    return made;
  };

  it.each([
    ['before any parser', []],
    ['after express.raw()', [express.raw({ type: '*/*' })]],
    ['after express.text()', [express.text({ type: '*/*' })]],
    ['after a parser of forms', [express.urlencoded()]],
    [
      'after express.json() that keeps the bytes',
      [express.json({ verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }) })],
    ],
  ])('mounts the receiver %s', async (_, before) => {
    const { receiver, worked, errors } = receiving();
    const url = await served(app(receiver, ...before));
    expect(await post(`${url}/hooks`, await delivery())).toEqual([200, 'done']);
    expect([worked, errors]).toEqual([['msg_6f8g'], []]);
  });

  it('mounts it under a path, for all methods', async () => {
    const { receiver } = receiving();
    const made = express().use('/hooks', toNodeHandler(receiver));
    const url = await served(made);
    expect(await post(`${url}/hooks`, await delivery())).toEqual([200, 'done']);
    expect(await post(`${url}/hooks`, {})).toEqual([405, 'POST only']);
  });

  it('goes on parsing JSON elsewhere', async () => {
    const url = await served(app(receiving().receiver));
    expect(await post(`${url}/echo`, echo)).toEqual([200, '{"a":1}']);
  });

  it('with express.json() before: answers 500 and says where to put it', async () => {
    const { receiver, worked, errors } = receiving();
    const url = await served(app(receiver, express.json()));
    expect(await post(`${url}/hooks`, await delivery())).toEqual([
      500,
      'the body could not be verified',
    ]);
    expect(errors).toMatchObject([{ code: 'body_parsed' }]);
    expect(String(errors[0])).toMatch(/Express: mount this route before express\.json\(\)/);
    expect(worked).toEqual([]);
  });
});

describe('Fastify 5', () => {
  const app = (receiver: WebhookReceiver, withParser: boolean) => {
    const made = Fastify();
    made.register(async (hooks) => {
      if (withParser) {
        hooks.removeAllContentTypeParsers();
        hooks.addContentTypeParser('*', (_request, _payload, done) => done(null));
      }
      const handle = toNodeHandler(receiver);
      hooks.post('/hooks', async (request, reply) => {
        reply.hijack();
        await handle(request.raw, reply.raw);
      });
    });
    made.post('/echo', async (request) => request.body);
    return fastify(made);
  };

  it('mounts the receiver in a plugin whose parser reads nothing', async () => {
    const { receiver, worked, errors } = receiving();
    const url = await app(receiver, true);
    expect(await post(`${url}/hooks`, await delivery())).toEqual([200, 'done']);
    const { headers, ...unsigned } = await delivery();
    expect(await post(`${url}/hooks`, unsigned)).toEqual([400, 'missing_header']);
    expect([worked, errors]).toEqual([['msg_6f8g'], []]);
  });

  it('goes on parsing JSON elsewhere', async () => {
    const url = await app(receiving().receiver, true);
    expect(await post(`${url}/echo`, echo)).toEqual([200, '{"a":1}']);
  });

  it('with its own JSON parser: answers 500 and says how to do without', async () => {
    const { receiver, worked, errors } = receiving();
    const url = await app(receiver, false);
    expect(await post(`${url}/hooks`, await delivery())).toEqual([
      500,
      'the body could not be verified',
    ]);
    expect(errors).toMatchObject([{ code: 'body_parsed' }]);
    expect(String(errors[0])).toMatch(/Fastify: .*removeAllContentTypeParsers\(\)/);
    expect(worked).toEqual([]);
  });
});

describe('where handlers take a Request', () => {
  it.each<[string, (receiver: WebhookReceiver) => (request: Request) => Promise<Response>]>([
    [
      'a Hono app that has parsed it',
      (receiver) => {
        const app = new Hono().use(async (c, next) => {
          await c.req.json();
          await next();
        });
        app.post('*', (c) => receiver(c.req.raw));
        return async (request) => app.fetch(request);
      },
    ],
    [
      'a Next.js route handler that has read it',
      (receiver) => async (request) => {
        await request.json();
        return receiver(request);
      },
    ],
    [
      'a Worker that is reading it still',
      (receiver) => async (request) => {
        request.body?.getReader();
        return receiver(request);
      },
    ],
  ])('%s: answers 500 and says to pass it on unread', async (_, mount) => {
    const { receiver, worked, errors } = receiving();
    const handle = mount(receiver);
    const response = await handle(new Request('http://localhost/hooks', await delivery()));
    expect(response.status).toBe(500);
    expect(errors).toMatchObject([{ code: 'body_parsed' }]);
    expect(String(errors[0])).toMatch(/pass the request on before anything reads it/);
    expect(worked).toEqual([]);
  });
});
