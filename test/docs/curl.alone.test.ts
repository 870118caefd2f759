import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../../src/sandbox/node.ts';
import { blocksIn, placeOf } from './blocks.ts';
import { type Scene, setScene } from './stage.ts';

/** Lines of the texts that call curl, as they are typed. */
const lines = blocksIn('sh').flatMap((block) =>
  block.code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => /\bcurl\b/.test(line))
    .map((line) => ({ place: placeOf(block), line })),
);

const hasCurl = spawnSync('curl', ['--version']).status === 0;
if (!hasCurl) console.warn('SKIPPED, there is no curl: the curl lines of the texts are not run.');

/** Runs a line in a shell, against a sandbox on a port in place of the real hosts. */
async function run(line: string, { copy, props }: Scene) {
  const sandbox = copy();
  const server = await listen(sandbox, { port: 0 });
  onTestFinished(() => server.close());
  const here = line
    .replace(/https:\/\/(?:api\.trainar\.ai|app\.opentrain\.ai)/, server.url)
    .replace('localhost:4010', new URL(server.url).host)
    .replace('job_1', props.jobId)
    .replace('curl ', "curl -sS -w '\\n%{http_code}' ");
  expect(here, 'only this machine is asked').not.toMatch(/https:/);
  const { stdout } = await promisify(execFile)('bash', ['-euc', here], {
    env: { PATH: process.env.PATH, TRAINAR_API_KEY: props.keys.trainar, TASK: props.taskId },
  });
  const [, body = '', status] = /^([\s\S]*)\n(\d+)$/.exec(stdout.trim()) ?? [];
  const operations = sandbox.requests.list().map(({ operationId }) => operationId);
  return { body, status: Number(status), asked: operations.at(-1), sandbox };
}

describe.skipIf(!hasCurl)('a curl line in the texts', () => {
  it.each(lines)('is answered, with JSON: $place $line', async ({ line }) => {
    const scene = await setScene();
    const { body, status, asked } = await run(line, scene);
    expect([status, body]).toEqual([200, expect.stringMatching(/^[[{]/)]);
    expect(() => JSON.parse(body)).not.toThrow();
    // The platforms' own hosts are asked for something that they have.
    if (line.includes('https:')) expect(asked).toMatch(/^\w+\.\w+$/);
  });

  it('does what the text says', async () => {
    const scene = await setScene();
    const first = (part: string) => lines.find(({ line }) => line.includes(part))?.line ?? part;
    const patched = await run(first('-X PATCH'), scene);
    expect(patched.asked).toBe('tasks.update');
    expect(JSON.parse(patched.body)).toMatchObject({ status: 'completed' });
    expect(JSON.parse((await run(first('/apply'), scene)).body)).toHaveLength(60);
    const before = scene.copy().clock.now();
    const { sandbox } = await run(first('/clock/advance'), scene);
    expect(sandbox.clock.now() - before).toBeGreaterThanOrEqual(72 * 60 * 60 * 1000);
  });

  it('is told from one that is refused', async () => {
    const wrong =
      "curl -H 'Authorization: Bearer tak_nobody' 'https://api.trainar.ai/v1/api-tenant-tasks'";
    expect((await run(wrong, await setScene())).status).toBe(401);
  });

  it('is found', () => {
    expect(lines.length).toBeGreaterThan(4);
  });
});
