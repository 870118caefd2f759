/**
 * What OpenTrain's server costs: tokens of `tools/list` in a model's context, time from the start of the bin to the
 * first answer, and memory over ten thousand calls. Prints all, and tells whether the budgets are kept.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode as cl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { encode as o200k } from 'gpt-tokenizer/encoding/o200k_base';
import { define } from '../../src/mcp/opentrain/definition.ts';
import { toolsets } from '../../src/mcp/opentrain/tool.ts';
import { openTrainTools } from '../../src/mcp/opentrain/tools.ts';
import { passes, type ToolFilter } from '../../src/mcp/serving/tool-filter.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { listen } from '../../src/sandbox/node.ts';
import { bin } from './bin.ts';
import { Line } from './line.ts';

const mostTokens = 10_000;
const calls = 10_000;
/** How much the heap may grow from the third thousand of calls to the tenth, in bytes. */
// Less than 400 bytes a call: what one kept record of an answer would take.
const mostGrowth = 2.5 * 1024 * 1024;

/** @returns whether the budgets are kept */
export async function cost(): Promise<boolean> {
  const tokens = tokenCosts();
  const time = await firstAnswerMs();
  console.log(
    `start to first answer: ${time.initialize} ms (initialize), ${time.list} ms (tools/list); node alone ${time.node} ms`,
  );
  const flat = await memory();
  return tokens && flat;
}

function tokenCosts(): boolean {
  const all = openTrainTools.map((tool) => ({ tool: define(tool), toolset: tool.toolset }));
  const of = (filter: ToolFilter) => {
    const tools = all.filter((one) => passes(one, filter)).map(({ tool }) => tool);
    const json = JSON.stringify({ tools });
    return { tools: tools.length, o200k: o200k(json).length, cl100k: cl100k(json).length };
  };
  const full = of({});
  const rows = [
    ['all', full],
    ['--read-only', of({ readOnly: true })],
    ...toolsets.map((name) => [`--toolsets ${name}`, of({ toolsets: [name] })] as const),
  ] as const;
  console.log('tokens of tools/list         tools   o200k  cl100k');
  for (const [name, { tools, o200k, cl100k }] of rows) {
    console.log(
      `${name.padEnd(28)}${String(tools).padStart(6)}${String(o200k).padStart(8)}${String(cl100k).padStart(8)}`,
    );
  }
  const kept = full.o200k <= mostTokens && full.cl100k <= mostTokens;
  console.log(`budget ${mostTokens}: ${kept ? 'kept' : 'broken'}`);
  return kept;
}

/** The median of five starts, in milliseconds. */
async function firstAnswerMs() {
  const runs: { initialize: number; list: number; node: number }[] = [];
  for (let run = 0; run < 5; run++) {
    const node = await nodeAloneMs();
    const started = performance.now();
    const line = await startLine({});
    const since = () => Math.round(performance.now() - started);
    await line.initialize();
    const initialize = since();
    await line.request('tools/list');
    runs.push({ initialize, list: since(), node });
    await line.close();
  }
  const median = (key: 'initialize' | 'list' | 'node') =>
    runs.map((run) => run[key]).sort((a, b) => a - b)[2] ?? 0;
  return { initialize: median('initialize'), list: median('list'), node: median('node') };
}

function nodeAloneMs(): Promise<number> {
  const started = performance.now();
  return new Promise((resolve) => {
    spawn(process.execPath, ['-e', '0']).on('close', () =>
      resolve(Math.round(performance.now() - started)),
    );
  });
}

/** Whether memory is flat: the collected heap of the server's process, as it tells it itself. */
async function memory(): Promise<boolean> {
  const sandbox = createSandbox();
  const { token } = sandbox.opentrain.createAccount();
  await using server = await listen(sandbox);
  const line = await startLine({
    OPENTRAIN_PERSONAL_API_TOKEN: token,
    OPENTRAIN_API_BASE_URL: server.url,
  });
  await line.initialize();
  const sizes: number[] = [];
  for (let made = 0; made < calls; made += 100) {
    const batch = Array.from({ length: 100 }, () =>
      line.request('tools/call', { name: 'opentrain_auth_status', arguments: {} }),
    );
    await Promise.all(batch);
    if (made % 1000 === 900) sizes.push(await line.heap());
  }
  await line.close();
  // The first thousands fill caches and compile code.
  const early = sizes[2] ?? 0;
  const late = sizes.at(-1) ?? 0;
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
  const kept = late - early <= mostGrowth;
  console.log(
    `heap, collected: ${megabytes(early)} MB after 3,000 calls, ${megabytes(late)} MB after ${calls}: ${kept ? 'flat' : 'growing'}`,
  );
  return kept;
}

async function startLine(env: Record<string, string>): Promise<Line> {
  const config = await mkdtemp(join(tmpdir(), 'mcp-cost-'));
  const line = new Line(bin, { XDG_CONFIG_HOME: config, ...env });
  line.child.once('close', () => void rm(config, { recursive: true }));
  return line;
}
