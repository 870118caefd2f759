import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** The secret that recipes of the webhooks guide are started with. */
export const recipeSecret = 'whsec_recipe_5d2f';

/** A recipe of the webhooks guide that runs as a program of its own. */
export interface Recipe extends AsyncDisposable {
  url: string;
  process: ChildProcess;
  /** What it has queued so far, a line each. */
  queued(): string[];
  /** All it has printed. */
  printed(): string;
}

/** Starts a file of `examples/webhooks` on a free port, and waits until it answers. */
export async function startRecipe(file: string, secret = recipeSecret): Promise<Recipe> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', `examples/webhooks/${file}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NO_COLOR: '1',
      PORT: String(port),
      OPENTRAIN_WEBHOOK_SECRET: secret,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const url = `http://localhost:${port}/hooks`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${file} ended at once:\n${printed}`);
    if (await fetch(url).catch(() => undefined)) break;
    await wait(50);
  }
  return {
    url,
    process: child,
    queued: () => printed.match(/^queued .*$/gm) ?? [],
    printed: () => printed,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
