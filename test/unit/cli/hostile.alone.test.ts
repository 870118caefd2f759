import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { opentrainProduct } from '../../../src/cli/commands/opentrain/product.ts';
import { platformProduct } from '../../../src/cli/commands/platform/product.ts';
import { trainarProduct } from '../../../src/cli/commands/trainar/product.ts';
import { run } from '../../../src/cli/run.ts';
import { argumentsOf } from '../../cli/support/arguments.ts';
import { type CliWorld, createWorld } from '../../cli/support/world.ts';

/** Moves the cursor, sets a title, in seven and in eight bits, and turns the order of letters around. */
const poison = '\u001b]0;pwned\u0007\u001b[2J\u009b2J\u0085\u007f\u202e';
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const harm = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

let world: CliWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = 0;
});

/** Poisons every text of an answer, or only those that are more than a word that decides something. */
function poisoned(value: unknown, words: boolean): unknown {
  if (typeof value === 'string') return words || !/^\w+$/.test(value) ? value + poison : value;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, words));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, poisoned(inner, words)]);
  return Object.fromEntries(entries);
}

/** Runs a command against a platform that poisons what it says. */
async function perform(line: readonly string[], own: Record<string, string> = {}, words = true) {
  const env = { ...world.env, NO_COLOR: '1', XDG_CONFIG_HOME: '/nonexistent', ...own };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const answer = await world.sandbox.fetch(new Request(input, init));
    const { status, headers } = answer;
    if (!headers.get('content-type')?.includes('json')) return answer;
    return Response.json(poisoned(await answer.json(), words), { status });
  });
  let seen = '';
  const write = (text: unknown) => {
    seen += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
  vi.spyOn(process.stderr, 'write').mockImplementation(write);
  await run(line);
  const code = process.exitCode;
  process.exitCode = 0;
  return { seen, code };
}

describe.each([opentrainProduct, trainarProduct, platformProduct])('$name', (product) => {
  const operations = Object.values(product.operations)
    .filter(({ id }) => !product.names[id]?.byHand)
    .map((operation) => ({ id: operation.id, operation }));

  it.each(operations)('$id shows nothing that steers a terminal', async ({ operation }) => {
    const line = argumentsOf(product, operation, world.values);
    const state = world.sandbox.snapshot();
    for (const [flags, own] of [
      [[], {}],
      [['--json'], {}],
      [[], { OT_API_TOKEN: 'ot_pat_x_y', OT_PARTNER_TOKEN: 'ot_ptk_x', TRAINAR_API_KEY: 'tak_x' }],
    ] as const) {
      world.sandbox.restore(state);
      const { seen } = await perform([...line, ...flags], own);
      expect(seen).not.toBe('');
      expect(seen).not.toMatch(harm);
    }
    world.sandbox.restore(state);
  });
});

describe('commands by hand', () => {
  const id = (name: string) => String(world.values[name]);

  it.each<[string, () => string[]]>([
    ['drafts', () => ['jobs', 'draft', 'create', '--text', 'Label 200 cat photos.']],
    ['waits', () => ['approvals', 'wait', id('approvalId')]],
    ['cursors', () => ['jobs', 'search', '--limit', '1']],
    ['filters on a terminal', () => ['jobs', 'list', '--jq', '.jobs[].title']],
    ['the feed', () => ['updates', 'follow', '--timeout', '0.3']],
    ['validation', () => ['jobs', 'publish', id('draftId')]],
  ])('show nothing that steers a terminal: %s', async (_, line) => {
    const { isTTY } = process.stdout;
    process.stdout.isTTY = true;
    const { seen } = await perform(['opentrain', ...line()], {}, false).finally(() => {
      process.stdout.isTTY = isTTY;
    });
    expect(seen).not.toBe('');
    expect(seen).not.toMatch(harm);
  });
});
