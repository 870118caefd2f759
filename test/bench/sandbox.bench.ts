import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
// CommonJS, of which Node can’t see the names; and the client is no part of its index.
import prismClient from '@stoplight/prism-http/dist/client.js';
import prismOperations from '@stoplight/prism-http/dist/utils/operations.js';
import { createSandbox } from 'trainyard/sandbox';
import { type Lap, race } from './race.ts';
import { number, report, short, times } from './topic.ts';

const directory = process.env.BENCH_DIRECTORY as string;
const spec = join(directory, '../../spec/opentrain.yaml');
const path = '/api/public/v1/auth/me';
const atOnce = 8;

const sandbox = createSandbox({ seed: 1 });
const { token } = await sandbox.opentrain.createAccount({ claimed: true });
const headers = { authorization: `Bearer ${token}` };

const quiet = { child: () => quiet, info() {}, success() {}, warn() {}, error() {}, debug() {} };
const operations = await prismOperations.getHttpOperationsFromSpec(spec);
const prism = prismClient.createClientFromOperations(operations, {
  mock: { dynamic: false },
  validateRequest: true,
  validateResponse: false,
  checkSecurity: true,
  errors: false,
  isProxy: false,
  logger: quiet,
} as never);

/** Throws unless it is an answer, or the race would be won by whoever refuses fastest. */
function answered(status: number): void {
  if (status !== 200) throw new Error(`answered ${status}`);
}

const inProcess = await race(
  {
    'trainyard/sandbox': async () => {
      const response = await sandbox.fetch(
        new Request(`https://app.opentrain.ai${path}`, { headers }),
      );
      await response.json();
      answered(response.status);
    },
    'Prism, the same spec': async () => {
      const response = await prism.request(`https://app.opentrain.ai${path}`, {
        method: 'get',
        headers,
      });
      answered(response.status);
    },
  },
  { rounds: short ? 2 : 150, calls: 10 },
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startPrism(): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const bin = join(directory, 'node_modules/@stoplight/prism-cli/dist/index.js');
  const args = [bin, 'mock', '-p', String(port), '-h', '127.0.0.1', '-v', 'silent', spec];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries++) {
    if (
      await fetch(url + path, { headers }).then(
        () => true,
        () => false,
      )
    )
      return { url, child };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error('Prism did not start within a minute.');
}

async function startSandbox() {
  const child = fork(join(import.meta.dirname, 'sandbox-server.mjs'));
  const [{ url, token }] = (await once(child, 'message')) as [{ url: string; token: string }];
  return { url, child, headers: { Authorization: `Bearer ${token}` } };
}

const prismServer = await startPrism();
const sandboxServer = await startSandbox();
const burst = (url: string, sent: Record<string, string>) => () =>
  Promise.all(
    Array.from({ length: atOnce }, async () => {
      const response = await fetch(url + path, { headers: sent });
      await response.text();
      answered(response.status);
    }),
  );
const overPort = await race(
  {
    'trainyard/sandbox': burst(sandboxServer.url, sandboxServer.headers),
    'Prism, the same spec': burst(prismServer.url, headers),
  },
  { rounds: short ? 2 : 120, calls: 3 },
);
prismServer.child.kill();
sandboxServer.child.kill();

function rows(laps: Lap[], each: number): string[][] {
  const perSecond = (us: number) => (1e6 / us) * each;
  const [ours] = laps as [Lap];
  return laps.map(({ name, us, medianUs }) => [
    name,
    number(perSecond(us), 0),
    number(perSecond(medianUs), 0),
    times(ours.us, us),
  ]);
}

const head = ['', 'requests a second', 'median', 'beside the sandbox'];
report(
  {
    title: 'A mock in the same process',
    about:
      'GET /auth/me with a token. The sandbox looks the token up and answers for its account; Prism answers the spec’s example.',
    head,
    rows: rows(inProcess, 1),
  },
  {
    title: 'A mock on a port',
    about: `The same over HTTP, ${atOnce} requests at once, each mock in a process of its own.`,
    head,
    rows: rows(overPort, atOnce),
  },
);
