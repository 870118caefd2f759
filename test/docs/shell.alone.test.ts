import { existsSync, readFileSync } from 'node:fs';
import { type Command, CommanderError } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dryRunOf } from '../../src/cli/dry-run.ts';
import { build } from '../../src/cli/run.ts';
import { blocksIn, blocksOf, docs, placeOf, root } from './blocks.ts';
import { commandsIn, type Words } from './shell.ts';

const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

interface Typed {
  place: string;
  words: Words;
}

const typed: Typed[] = [
  ...blocksIn('sh').map((block) => ({ block, script: block.code })),
  // What is typed stands behind a prompt, what is printed does not.
  ...blocksIn('console').map((block) => ({
    block,
    script: block.code.replaceAll(/^(?:\$ (.*)|.*)$/gm, '$1'),
  })),
].flatMap(({ block, script }) =>
  commandsIn(script).map((words) => ({ place: placeOf(block), words })),
);

/** Commands that the settings of a host start, as JSON has them. */
const settings: Typed[] = blocksIn('json').flatMap((block) => {
  const started: Typed[] = [];
  JSON.parse(block.code, (_, value) => {
    if (value?.command)
      started.push({ place: placeOf(block), words: [value.command, ...value.args] });
    return value;
  });
  return started;
});

/** Commands that prose names in full. */
const named: Typed[] = docs.flatMap((doc) => {
  const text = readFileSync(new URL(doc, root), 'utf8');
  const lines = text.replaceAll(/^([ >]*)```.*\n(?:(?!\1```).*\n)*\1```/gm, (block) =>
    '\n'.repeat(block.split('\n').length - 1),
  );
  return [...lines.matchAll(/`((?:npx )?trainyard [^`…|<>]+)`/g)].map(
    ({ 1: code = '', index }) => ({
      place: `${doc}:${lines.slice(0, index).split('\n').length}`,
      words: commandsIn(code)[0] ?? [],
    }),
  );
});

/** What follows `trainyard`, where that is what a command runs in the end. */
function argumentsOf(words: Words): Words | undefined {
  const rest = words[0] === 'claude' ? words.slice(words.indexOf('--') + 1) : words;
  const [program, ...args] =
    rest[0] === 'npx' ? rest.slice(1).filter((word) => word !== '-y') : rest;
  return program === 'trainyard' ? args : undefined;
}

const lines = (from: readonly Typed[]) =>
  from.flatMap(({ place, words }) => {
    const args = argumentsOf(words);
    return args ? [{ place, args, line: args.join(' ') }] : [];
  });

class Parsed extends Error {
  constructor(readonly makesOneCall: boolean) {
    super('Parsed, and not run.');
  }
}

function silence(command: Command): void {
  command.configureOutput({ writeOut: () => {}, writeErr: () => {}, outputError: () => {} });
  for (const child of command.commands) silence(child);
}

/** Reads a command line as the CLI does, and stops before it does anything. */
async function parse(args: Words): Promise<Parsed> {
  const program = await build(args);
  silence(program);
  program.hook('preAction', (_, command) => {
    const sends = command.options.some(({ long }) => long === '--dry-run');
    // They ask at the keyboard, read files, or wait.
    const isByHand = args.some((arg) => /^(auth|draft|wait|follow|report-usage)$|\.\w+$/.test(arg));
    throw new Parsed(sends && !isByHand);
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof Parsed) return error;
    if (error instanceof CommanderError && error.exitCode === 0) return new Parsed(false);
    throw error;
  }
  throw new Error('Does nothing.');
}

describe('a command in the texts', () => {
  beforeAll(() => {
    vi.stubEnv('OT_API_TOKEN', 'ot_pat_texts');
    vi.stubEnv('TRAINAR_API_KEY', 'tak_texts');
    vi.stubEnv('OT_PARTNER_TOKEN', 'ot_ptk_texts');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  it.each(lines([...typed, ...settings]))(
    'is one that there is, with flags that it has: $place $line',
    async ({ args }) => {
      const { makesOneCall } = await parse(args);
      if (!makesOneCall) return;
      // Looks at what the command needs as well, and stops where it would send.
      const program = await build(args);
      await program.parseAsync([...args, '--dry-run'], { from: 'user' }).catch((error: unknown) => {
        if (!dryRunOf(error)) throw error;
      });
    },
  );

  it.each(lines(named))('is named as it is typed: $place $line', async ({ args }) => {
    await parse(args).catch((error: unknown) => {
      // Prose may leave out what the reader knows to add.
      if ((error as CommanderError).code !== 'commander.missingArgument') throw error;
    });
  });

  it('is refused when there is no such thing', async () => {
    for (const line of [
      'opentrain jobs lsit',
      'opentrain jobs list --stauts OPEN',
      'sandbox confirm',
      'mcp opentrain --http',
      'webhooks verify one.json two.json',
    ]) {
      await expect(parse(line.split(' ')), line).rejects.toThrow(CommanderError);
    }
  });

  it.each(
    typed.filter(
      ({ words: [program, command] }) => program === 'npm' && /^(run|test)$/.test(command ?? ''),
    ),
  )('is a script of this package: $place $words', ({ words: [, command = '', script = ''] }) => {
    expect(Object.keys(scripts)).toContain(command === 'run' ? script : command);
  });

  it.each(typed.filter(({ words }) => words.includes('vitest')))(
    'names tests that there are: $place $words',
    ({ words }) => {
      for (const path of words.filter((word) => word.startsWith('test/'))) {
        expect(existsSync(new URL(path, root)), path).toBe(true);
      }
    },
  );

  it('is found', () => {
    expect(lines(typed).length).toBeGreaterThan(25);
    expect(lines(named).length).toBeGreaterThan(3);
    const byAddress = blocksIn('json').filter(({ code }) => code.includes('"type": "http"'));
    expect(lines(settings).length).toBe(blocksIn('json').length - byAddress.length);
    const [block] = blocksOf(
      'a.md',
      '```sh\nA=1 npx -y x \'a b\' \\\n  --c="d#e" # f\nx < in > out | y && z\n```\n',
    );
    expect(commandsIn(block?.code ?? '')).toEqual([
      ['npx', '-y', 'x', 'a b', '--c=d#e'],
      ['x'],
      ['y'],
      ['z'],
    ]);
  });
});
