import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { Block } from './blocks.ts';
import { platformOf, tryEndpoint } from './deliveries.ts';
import type { Globals } from './globals.ts';
import { Opened } from './opened.ts';
import { attended } from './people.ts';
import { prepare, type Run } from './program.ts';
import { Pulse } from './pulse.ts';
import { globalsOf, type Scene } from './stage.ts';
import { processOfItsOwn } from './surroundings.ts';

/** Where blocks run. */
export interface Theatre {
  scene: Scene;
  /** How long a block may take before it counts as one that never ends. */
  patienceMs: number;
  /** Answers the platforms' hosts until what it returns is called. */
  mount(fetch: typeof globalThis.fetch, origins: readonly string[]): () => void;
  /** Functions that a text declares for the reader's program to call, called as that would. */
  callers: Readonly<Record<string, (fn: never, globals: Globals) => unknown>>;
}

/**
 * Runs a block as it stands, on a stage of its own: it does the same each time.
 *
 * @returns what it printed
 * @throws Error with page and line when it fails, or does not end as it says
 */
export async function runBlock(block: Block, theatre: Theatre): Promise<string[]> {
  const program = prepare(block);
  const opened = new Opened();
  const modules = new Map<string, object>();
  for (const name of program.imports) modules.set(name, await opened.load(name));

  const pulse = new Pulse();
  const sandbox = theatre.scene.copy();
  const fetch = pulse.through(attended(sandbox, theatre.scene.props));
  const unmount = theatre.mount(fetch, sandbox.origins);
  const own = processOfItsOwn(pulse.stir);
  const printed: string[] = [];
  const print = (...values: unknown[]) => {
    pulse.stir();
    printed.push(
      values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '),
    );
  };
  const globals = await globalsOf(block, theatre.scene, { sandbox, fetch, stir: pulse.stir });
  const run = program.start(
    {
      ...globals,
      console: { debug: print, log: print, info: print, warn: print, error: print },
      process: own.process,
    },
    modules,
  );
  const isEndless = block.info === 'endless';
  const isStdioServer = block.code.includes('.stdio()');
  try {
    if (isStdioServer) for (const message of hostSays) own.say(JSON.stringify(message));
    const ended = await endOf(
      run,
      theatre.patienceMs,
      isStdioServer ? own.says(/"tools":\[\{/) : pulse.resting,
    );
    if (isStdioServer && ended) throw new Error('ends before it has listed its tools');
    if (ended && isEndless) throw new Error('ends, though it is marked `endless`');
    await use(run.exports, block, theatre, globals);
    await own.end();
    if (!ended && !isEndless && !(await endOf(run, theatre.patienceMs))) {
      throw new Error('never ends; mark it `endless` if that is meant');
    }
  } catch (error) {
    throw new Error(`${block.doc}:${run.line()}: ${inspect(error)}`);
  } finally {
    pulse.stop();
    await opened.close();
    unmount();
    own.restore();
  }
  return printed;
}

/** Whether it has ended when something else happens, or everybody's patience does. */
async function endOf(run: Run, patienceMs: number, other?: Promise<void>): Promise<boolean> {
  const late = new AbortController();
  const patience = wait(patienceMs, undefined, { signal: late.signal }).catch(() => {});
  const others = [patience, ...(other ? [other] : [])].map((promise) => promise.then(() => false));
  try {
    return await Promise.race([run.done.then(() => true), ...others]);
  } finally {
    late.abort();
  }
}

async function use(
  { POST, ...functions }: Run['exports'],
  block: Block,
  { callers }: Theatre,
  globals: Globals,
): Promise<void> {
  if (POST) await tryEndpoint(POST as never, platformOf(block), globals.secret);
  for (const [name, fn] of Object.entries(functions)) {
    const call = callers[name];
    if (!call) throw new Error(`nobody calls ${name}: say how in test/docs/callers.ts`);
    await call(fn as never, globals);
  }
}

/** How the host of an MCP server begins. */
const hostSays = [
  {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'host', version: '1' },
    },
  },
  { jsonrpc: '2.0', method: 'notifications/initialized' },
  { jsonrpc: '2.0', id: 2, method: 'tools/list' },
];
