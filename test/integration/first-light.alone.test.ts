import { spawn } from 'node:child_process';
import { Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OpenTrain, TrainAR, verifyWebhook } from '../../src/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { sandboxHandlers } from '../../src/sandbox/msw.ts';
import {
  beginning,
  deliveredEvents,
  firstLight,
  type Platform,
  type Stage,
} from '../support/first-light.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('npm run demo', () => {
  it('ends well, having checked every fact, without colours in a pipe', async () => {
    const { code, stdout, stderr } = await demo();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Number(/(\d+) facts checked/.exec(stdout)?.[1])).toBeGreaterThan(15);
    expect(stdout).not.toContain('\u001b');
  });

  it.each(['job', 'forgery'])(
    'fails when a fact differs (%s)',
    async (fault) => {
      const { code, stdout, stderr } = await demo(fault);
      expect(code).not.toBe(0);
      expect(stderr).toContain('AssertionError');
      expect(stdout).not.toContain('facts checked');
    },
    90_000,
  );
});

describe('the main job under msw', () => {
  const server = setupServer();
  afterEach(() => {
    server.close();
    vi.restoreAllMocks();
  });

  it('runs whole with no port open, for clients made before msw starts', async () => {
    const listen = vi.spyOn(Server.prototype, 'listen');
    const sandbox = createSandbox({ seed: 'msw', time: 'auto' });
    const { clock } = sandbox;
    const progress = beginning(sandbox);

    const stranger = new OpenTrain({ clock });
    const trainar = new TrainAR({ apiKey: progress.tenant.apiKey, clock });
    const verified: string[] = [];
    server.listen({ onUnhandledRequest: 'error' });
    server.use(
      ...sandboxHandlers(sandbox),
      http.post('https://hooks.example.com/:platform', async ({ request, params }) => {
        const platform = params.platform as Platform;
        const body = await request.text();
        const { headers } = request;
        const secret = progress.secrets[platform];
        const event = await verifyWebhook({
          platform,
          body,
          headers,
          secret,
          now: () => clock.now(),
        });
        verified.push('event' in event ? event.event : event.type);
        return new HttpResponse(null, { status: 204 });
      }),
    );

    const stage: Stage = {
      sandbox,
      receiverUrl: (platform) => `https://hooks.example.com/${platform}`,
      openTrain: (token) => (token === undefined ? stranger : new OpenTrain({ token, clock })),
      trainar: () => trainar,
    };
    for (const step of Object.values(firstLight)) await step(stage, progress);
    await sandbox.settled();

    expect(verified.toSorted()).toEqual(deliveredEvents.toSorted());
    expect([...sandbox.requests].filter(({ failure }) => failure)).toEqual([]);
    expect(listen).not.toHaveBeenCalled();
  });

  it('is answered by whatever fetch is global when a call is made', async () => {
    const sandbox = createSandbox();
    const { token, userId } = sandbox.opentrain.createAccount();
    const ot = new OpenTrain({ token });
    server.listen({ onUnhandledRequest: 'error' });
    server.use(...sandboxHandlers(sandbox));
    expect((await ot.auth.me()).actor.userId).toBe(userId);
    const another = createSandbox({ seed: 2 });
    server.resetHandlers(...sandboxHandlers(another));
    await expect(ot.auth.me()).rejects.toMatchObject({ status: 401 });
  });
});

/** Runs the demo as its users do, with the network lying to it in one place where told to. */
async function demo(fault?: string) {
  const preload = fault ? ['--import', './test/support/lying-network.ts'] : [];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', ...preload, 'examples/first-light.ts'],
    // The test runner's own variables (NODE_OPTIONS, FORCE_COLOR) are not the user's.
    { cwd: root, env: { PATH: process.env.PATH, FAULT: fault } },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, stdout, stderr };
}
