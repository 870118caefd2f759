/**
 * The official conformance suite against OpenTrain's server and the fixture server, both over HTTP. What a server
 * is expected to fail stands in `expected-failures/` with its reason; the suite fails when one of them passes.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createOpenTrainMcp } from '../../src/mcp/opentrain/create-opentrain-mcp.ts';
import type { McpServing } from '../../src/mcp/serving/serving.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { bearing } from './bearing.ts';
import { fixture } from './fixture.ts';
import { runTool } from './suite-tools.ts';

/** @returns whether all went as expected */
export async function conformance(): Promise<boolean> {
  const sandbox = createSandbox();
  const { token } = sandbox.opentrain.createAccount();
  const opentrain = createOpenTrainMcp({
    env: { OPENTRAIN_PERSONAL_API_TOKEN: token, XDG_CONFIG_HOME: tmpdir() },
    fetch: sandbox.fetch,
  });
  const passed = [await check('opentrain', opentrain), await check('fixture', fixture)];
  return passed.every(Boolean);
}

async function check(name: string, serving: McpServing): Promise<boolean> {
  await using server = await serving.http();
  await using way = await bearing(server);
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    const expected = fileURLToPath(new URL(`expected-failures/${name}.yml`, import.meta.url));
    const { code, stdout, stderr } = await runTool(
      '@modelcontextprotocol/conformance/dist/index.js',
      ['server', '--url', way.url, '--suite', 'all', '--expected-failures', expected, '-o', folder],
      folder,
    );
    const summary = stdout.slice(stdout.indexOf('=== SUMMARY ==='));
    console.log(`conformance of ${name}\n${code === 0 ? summary : stdout + stderr}`);
    if (code !== 0) console.log(await failures(folder));
    return code === 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the suite noted of each check that failed. */
async function failures(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    file.endsWith('.json'),
  );
  const checks = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8'))),
  );
  const failed = checks.flat().filter(({ status }) => status === 'FAILURE');
  return failed.map(({ name, errorMessage }) => `${name}: ${errorMessage}`).join('\n');
}
