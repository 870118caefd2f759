import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signWebhook } from 'trainyard/webhooks';
import { webhookFixture } from 'trainyard/webhooks/fixtures';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DurableObjects } from '../support/durable-objects.ts';
import { recipeSecret, startRecipe } from '../support/recipe.ts';

/** How a recipe is reached, and what it has queued. */
interface Mounted {
  /** @returns status and body of the answer */
  send(init: { method?: string; headers?: HeadersInit; body?: string }): Promise<[number, string]>;
  queued(): string[];
}

/** Starts a recipe for the length of one test. */
type Mount = (test: (mounted: Mounted) => Promise<void>) => Promise<void>;

const overHttp =
  (url: string): Mounted['send'] =>
  async (init) => {
    const response = await fetch(url, { method: 'POST', ...init });
    return [response.status, await response.text()];
  };

const program =
  (file: string): Mount =>
  async (test) => {
    await using recipe = await startRecipe(file);
    await test({ send: overHttp(recipe.url), queued: recipe.queued });
  };

/** Recipes that a host would import; they read their environment when they are. */
const recipes = {
  route: () => import('../../examples/webhooks/next-route.ts'),
  pages: () => import('../../examples/webhooks/next-pages.ts'),
  lambda: () => import('../../examples/webhooks/lambda.ts'),
  worker: () => import('../../examples/webhooks/worker.ts'),
};

/** What is queued in this process. */
async function printing(test: (queued: () => string[]) => Promise<void>): Promise<void> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await test(() => log.mock.calls.map((words) => words.join(' ')));
  } finally {
    log.mockRestore();
  }
}

const nextRoute: Mount = (test) =>
  printing(async (queued) => {
    const { POST } = await recipes.route();
    const send: Mounted['send'] = async (init) => {
      const response = await POST(
        new Request('http://localhost/hooks', { method: 'POST', ...init }),
      );
      return [response.status, await response.text()];
    };
    await test({ send, queued });
  });

const nextPages: Mount = (test) =>
  printing(async (queued) => {
    const { default: handler, config } = await recipes.pages();
    expect(config.api.bodyParser).toBe(false);
    const server = createServer(handler).listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      await test({ send: overHttp(`http://localhost:${port}/api/hooks`), queued });
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

/** An event of a function URL, with the fields that AWS documents for format 2.0. */
function functionUrlEvent(method: string, headers: HeadersInit, body: string, base64: boolean) {
  const host = 'abc123.lambda-url.eu-west-1.on.aws';
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/hooks',
    rawQueryString: '',
    headers: { ...Object.fromEntries(new Headers(headers)), host, 'x-forwarded-proto': 'https' },
    requestContext: {
      accountId: 'anonymous',
      apiId: 'abc123',
      domainName: host,
      domainPrefix: 'abc123',
      http: {
        method,
        path: '/hooks',
        protocol: 'HTTP/1.1',
        sourceIp: '203.0.113.7',
        userAgent: 'OpenTrain-Webhooks/1.0',
      },
      requestId: '6a0e2b6e-1f3c-4b0e-9a57-2f6b4e1d9a01',
      routeKey: '$default',
      stage: '$default',
      time: '12/Jun/2026:11:20:00 +0000',
      timeEpoch: 1_781_263_200_000,
    },
    ...(body && { body: base64 ? Buffer.from(body).toString('base64') : body }),
    isBase64Encoded: base64 && body !== '',
  };
}

const lambda =
  (base64: boolean): Mount =>
  (test) =>
    printing(async (queued) => {
      const { handler } = await recipes.lambda();
      const send: Mounted['send'] = async ({ method = 'POST', headers = {}, body = '' }) => {
        const answer = await handler(functionUrlEvent(method, headers, body, base64));
        return [answer.statusCode, answer.body];
      };
      await test({ send, queued });
    });

const worker: Mount = async (test) => {
  const { default: module, EventInbox } = await recipes.worker();
  const lines: string[] = [];
  const JOBS = {
    send: async (message: unknown) => {
      const { id, data } = message as { id: string; data: unknown };
      lines.push(`queued ${id} ${JSON.stringify(data)}`);
    },
  };
  const INBOX = new DurableObjects(EventInbox);
  const env = { OPENTRAIN_WEBHOOK_SECRET: recipeSecret, JOBS, INBOX };
  const send: Mounted['send'] = async (init) => {
    const request = new Request('http://localhost/hooks', { method: 'POST', ...init });
    const response = await module.fetch(request, env);
    return [response.status, await response.text()];
  };
  await test({ send, queued: () => lines });
};

const mounts: Record<string, Mount> = {
  'node.ts': program('node.ts'),
  'express.ts': program('express.ts'),
  'fastify.ts': program('fastify.ts'),
  'hono.ts': program('hono.ts'),
  'next-route.ts': nextRoute,
  'next-pages.ts': nextPages,
  'lambda.ts, text': lambda(false),
  'lambda.ts, base64': lambda(true),
  'worker.ts, in Node': worker,
};

/** Recipes in one process share a receiver, which would know an event of another test. */
let lastId = 0;
const received = () =>
  webhookFixture('opentrain', 'proposal.received', {
    id: String(++lastId),
    data: { proposalId: 'prp_\u{1f527}' },
  });

const signed = (event: ReturnType<typeof received>, secret = recipeSecret) =>
  signWebhook({ platform: 'opentrain', event, secret });

describe.each(Object.entries(mounts))('the recipe %s', (_, mount) => {
  beforeAll(() => {
    process.env.OPENTRAIN_WEBHOOK_SECRET = recipeSecret;
  });

  it('queues what is genuine, once, and nothing else', async () => {
    await mount(async ({ send, queued }) => {
      const event = received();
      const line = `queued ${event.id} ${JSON.stringify(event.data)}`;
      expect(await send(await signed(event))).toEqual([200, 'done']);
      expect(queued()).toEqual([line]);
      expect(await send(await signed(event))).toEqual([200, 'duplicate']);

      const { headers, body } = await signed(received());
      const forged = await signed(received(), 'whsec_guess');
      expect(await send(forged)).toEqual([400, 'signature_mismatch']);
      const altered = body.replace('"prp_', '"prq_');
      expect(await send({ headers, body: altered })).toEqual([400, 'signature_mismatch']);
      expect(await send({ body })).toEqual([400, 'missing_header']);
      expect(queued()).toEqual([line]);

      expect(await send({ headers, body })).toEqual([200, 'done']);
      const twins = await signed(received());
      const answers = await Promise.all([send(twins), send(twins)]);
      expect(answers.map(([status]) => status)).toEqual([200, 200]);
      expect(queued().length).toBe(3);

      const large = `${body}${' '.repeat(1_048_576)}`;
      // A server may hang up on a sender that is not through when the answer is there.
      const tooLarge = await send({ headers, body: large }).catch(() => undefined);
      expect(tooLarge ?? [413, 'body_too_large']).toEqual([413, 'body_too_large']);
      expect(queued().length).toBe(3);
    });
  });
});

describe('the recipe node.ts, told to end', () => {
  it('answers no more and ends well', async () => {
    await using recipe = await startRecipe('node.ts');
    recipe.process.kill('SIGTERM');
    const [code] = await once(recipe.process, 'close');
    expect([code, recipe.printed()]).toEqual([0, '']);
  });
});

describe('a recipe without its secret', () => {
  it('does not start, and says why', async () => {
    await expect(startRecipe('node.ts', '')).rejects.toThrow(
      /No webhook secret\. Is its environment/,
    );
  });
});
