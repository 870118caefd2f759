import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { webhookFixture } from '../../src/webhooks/fixtures.ts';
import { signWebhook } from '../../src/webhooks/index.ts';
import { root } from '../package/packed.ts';
import { bundleForWorkerd, workerd } from './bundlers.ts';
import type { Lane } from './lane.ts';

const secret = 'whsec_worker_3b';
const done = 'genuine, twins, repeated, elsewhere too, forged, too large';

/** The Worker of the webhooks guide as it stands, in workerd, on a real port and with a real queue binding. */
export const workerRecipe: Lane = {
  name: 'workerd, recipe',
  prints: `done: ${done}`,
  run: async (consumer) => {
    await copyFile(join(root, 'examples/webhooks/worker.ts'), join(consumer, 'recipe.ts'));
    const inbox = 'durable-inbox.ts';
    await copyFile(join(root, 'examples/webhooks', inbox), join(consumer, inbox));
    await bundleForWorkerd(consumer, 'recipe.ts', 'recipe.js');
    await using queue = await collector();
    const child = spawn(
      workerd(),
      ['serve', 'recipe.capnp', '--external-addr', `jobs=${queue.address}`, '--control-fd=3'],
      {
        cwd: consumer,
        stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
        env: { ...process.env, OPENTRAIN_WEBHOOK_SECRET: secret },
      },
    );
    try {
      await deliver(await listening(child.stdio[3] as Readable), queue.jobs);
    } finally {
      child.kill('SIGKILL');
    }
    return `done: ${done}`;
  },
};

async function deliver([url, elsewhere]: string[], jobs: unknown[]): Promise<void> {
  const post = async (init: RequestInit, to = url ?? '') => {
    const response = await fetch(to, { method: 'POST', ...init });
    return `${response.status} ${await response.text()}`;
  };
  const signed = async (id: string, key = secret) => {
    const event = webhookFixture('opentrain', 'proposal.received', { id });
    return signWebhook({ platform: 'opentrain', secret: key, event });
  };
  same(await post(await signed('1')), '200 done');
  const twins = await signed('2');
  const answers = await Promise.all([post(twins), post(twins), post(twins)]);
  same(answers.sort().join(), '200 done,200 duplicate,200 duplicate');
  same(await post(twins), '200 duplicate');
  same(await post(twins, elsewhere), '200 duplicate');
  const apart = await signed('5');
  const both = await Promise.all([post(apart), post(apart, elsewhere)]);
  same(String(both.filter((answer) => answer === '200 done').length), '1');
  same(await post(await signed('3', 'whsec_guess')), '400 signature_mismatch');
  const { headers } = await signed('4');
  same(await announce(url ?? '', headers, 1_048_577), '413 body_too_large');
  const { data } = webhookFixture('opentrain', 'proposal.received');
  same(
    JSON.stringify(jobs),
    JSON.stringify([
      { id: '1', data },
      { id: '2', data },
      { id: '5', data },
    ]),
  );
}

/**
 * Posts the head of a request alone: it is refused by the length that it announces. Were the body on its way, the
 * refusal would now and then be lost with the connection.
 */
async function announce(
  to: string,
  headers: Record<string, string>,
  length: number,
): Promise<string> {
  const request = httpRequest(to, {
    method: 'POST',
    headers: { ...headers, 'content-length': length },
  });
  request.flushHeaders();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const text = Buffer.concat(await response.toArray()).toString();
  request.on('error', () => {}).destroy();
  return `${response.statusCode} ${text}`;
}

/** What stands behind a queue binding: messages are posted to it one by one. */
async function collector() {
  const jobs: unknown[] = [];
  const metrics = { backlogCount: 0, backlogBytes: 0, oldestMessageTimestamp: 0 };
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    jobs.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.end(JSON.stringify({ metadata: { metrics } }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    jobs,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** workerd tells on its control channel, a line of JSON each, which ports it was given. */
async function listening(control: Readable): Promise<string[]> {
  let told = '';
  for await (const chunk of control) {
    told += chunk;
    const ports = ['http', 'elsewhere'].map(
      (socket) => new RegExp(`"socket":"${socket}","port":(\\d+)`).exec(told)?.[1],
    );
    if (ports.every(Boolean)) return ports.map((port) => `http://127.0.0.1:${port}/hooks`);
  }
  throw new Error('workerd did not listen');
}

function same(actual: string, expected: string): void {
  if (actual !== expected) throw new Error(`expected ${expected}, got ${actual}`);
}
