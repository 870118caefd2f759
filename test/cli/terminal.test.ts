import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bin, runShared } from './support/bin.ts';
import { Terminal } from './support/terminal.ts';
import { type CliWorld, createWorld } from './support/world.ts';

let world: CliWorld;
let home: string;
let env: Record<string, string>;

beforeAll(async () => {
  world = await createWorld();
  home = await mkdtemp(join(tmpdir(), 'trainyard-terminal-'));
  await chmod(bin(), 0o755);
  await symlink(bin(), join(home, 'trainyard'));
  const { OT_API_TOKEN, ...others } = world.env;
  env = { ...others, HOME: home, PATH: `${home}:${process.env.PATH}`, LANG: 'C.UTF-8' };
  if (OT_API_TOKEN) env.OT_API_TOKEN = OT_API_TOKEN;
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

/** A command between two looks at the terminal's settings; the shell itself lives through Ctrl-C. */
const watched = (command: string, own: Record<string, string> = {}, cols = 100) =>
  new Terminal(
    'sh',
    ['-c', `trap : INT; stty -g; trainyard ${command}; echo "code $?"; stty -g; echo over`],
    { env: { ...env, ...own }, cwd: home, cols },
  );

/** What a command leaves behind that was ended in the middle. */
async function left(terminal: Terminal): Promise<{ code: number }> {
  await terminal.shows(/^over$/m);
  const [before, after, ...more] = terminal.bytes.match(/^([0-9a-f]+:){10,}[0-9a-f]+/gm) ?? [];
  expect(after).toBe(before);
  expect(before).toBeDefined();
  expect(more).toEqual([]);
  // The cursor is shown, whoever hid it.
  expect(terminal.bytes.lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(
    terminal.bytes.lastIndexOf('\u001b[?25l'),
  );
  return { code: Number(/^code (\d+)$/m.exec(terminal.text)?.[1]) };
}

const draft = () => String(world.values.draftId);

describe('questions', () => {
  it('asks for each gap, in the form that fits it, until nothing is missing', async () => {
    await using terminal = watched(`opentrain jobs draft complete ${draft()}`, {}, 200);
    const asked: string[] = [];
    for (;;) {
      await terminal.shows(/◆|^over$/m);
      if (/^over$/m.test(terminal.text)) break;
      const lines = terminal.lines();
      const at = lines.findIndex((line) => line.startsWith('◆'));
      const question = lines[at] ?? '';
      const below = lines.slice(at + 1).join('\n');
      asked.push(question);
      if (below.includes('◻')) {
        terminal.type(' ');
        await terminal.shows(/◼/);
      } else if (!below.includes('●')) {
        const example = /such as (.+)$/m.exec(below)?.[1];
        if (example && Number.isFinite(Number(example))) {
          terminal.type('many\r');
          await terminal.shows(/A number is needed/);
          terminal.type('\u0015');
          await terminal.shows(() => !terminal.text.includes('many'));
        }
        terminal.type(example ?? 'English');
        await terminal.shows(() => terminal.text.includes(`│  ${example ?? 'English'}`));
      }
      terminal.type('\r');
      await terminal.shows(() => !terminal.lines().includes(question));
    }
    expect(asked.length).toBeGreaterThan(2);
    expect(await left(terminal)).toEqual({ code: 0 });
    expect(terminal.text).toContain('Ready to publish.');
  });

  it('never shows a secret, and keeps it', async () => {
    const token = world.keys.token;
    await using terminal = watched('opentrain auth login', { OT_API_TOKEN: '' });
    await terminal.shows(/◆ {2}Personal API token/);
    terminal.type(token);
    await terminal.shows(/▪{20}/);
    terminal.type('\r');
    expect(await left(terminal)).toEqual({ code: 0 });
    expect(terminal.bytes).not.toContain(token.slice(0, 12));
    const kept = await readFile(join(home, '.config/opentrain/cli.json'), 'utf8');
    expect(JSON.parse(kept)).toMatchObject({ apiToken: token });
  });
});

describe('Ctrl-C', () => {
  it('at a question sends nothing, keeps nothing and gives the terminal back', async () => {
    const before = [...world.sandbox.requests].length;
    await using terminal = watched('opentrain auth revoke', { OT_API_TOKEN: '' });
    await terminal.shows(/◆ {2}Token to end for good/);
    terminal.type('ot_pat_half');
    await terminal.shows(/▪{11}/);
    terminal.type('\u0003');
    expect(await left(terminal)).toEqual({ code: 130 });
    expect([...world.sandbox.requests]).toHaveLength(before);
  });

  it('during a wait ends it at once', async () => {
    const fund = ['opentrain', 'milestones', 'fund', String(world.values.milestoneId)];
    const asked = await runShared([...fund, '--jq', '.approval.id'], world.env);
    const id = asked.stdout.trim();
    await using terminal = watched(`opentrain approvals wait ${id}`);
    await terminal.shows(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] waiting for a human/);
    await terminal.shows(/A human decides at/);
    terminal.type('\u0003');
    expect(await left(terminal)).toEqual({ code: 130 });
    // The spinner is gone from the screen.
    expect(terminal.text).not.toMatch(/waiting for a human/);
  });

  it('ends a sandbox with its state in the file', async () => {
    const file = join(home, 'state.json');
    await using terminal = watched(`sandbox --port 0 --file ${file}`);
    await terminal.shows(/# to try/);
    terminal.type('\u0003');
    expect(await left(terminal)).toEqual({ code: 0 });
    expect(terminal.text).toContain(`Its state is in ${file}.`);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ version: 1 });
  });
});

describe('a screen', () => {
  const colour = '\u001b[1m';

  it('has colour, unless NO_COLOR says no', async () => {
    await using coloured = watched('opentrain jobs list');
    expect(await left(coloured)).toEqual({ code: 0 });
    expect(coloured.bytes).toContain(colour);
    await using plain = watched('opentrain jobs list', { NO_COLOR: '1' });
    expect(await left(plain)).toEqual({ code: 0 });
    expect(plain.bytes).not.toContain(colour);
    expect(plain.text).toBe(coloured.text);
  });

  it.each([120, 80, 48])('of %i columns breaks no row and cuts no id', async (cols) => {
    const { jobId = '', proposalId = '' } = world.keys.ids;
    const lists = [`proposals list ${jobId}`, `contracts list`].map(
      (words) => `opentrain ${words}`,
    );
    await using terminal = watched(lists.join(' && trainyard '), {}, cols);
    expect(await left(terminal)).toEqual({ code: 0 });
    expect(terminal.text).toContain(proposalId);
    expect(terminal.text).toContain(world.keys.ids.contractId);
    // All but the long line of the terminal's settings.
    const broken = terminal.broken().filter((line) => !/^[0-9a-f:]+$/.test(line));
    expect(broken).toEqual([]);
  });

  it('counts what goes by on a long walk into a file, and takes the count away', async () => {
    await using terminal = watched('opentrain jobs search --all > jobs.jsonl');
    expect(await left(terminal)).toEqual({ code: 0 });
    expect(terminal.bytes).toMatch(/\d+ items/);
    expect(terminal.text).not.toMatch(/items/);
    const lines = (await readFile(join(home, 'jobs.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.length).toBeGreaterThan(20);
  });
});

/** How each shell is started bare, and takes a completion script in. */
const shells = [
  ['bash', ['--norc', '--noprofile', '-i'], 'source <(trainyard completion bash)'],
  ['zsh', ['-f', '-i'], 'autoload -Uz compinit; compinit -u; source <(trainyard completion zsh)'],
  ['fish', ['--no-config', '-i'], 'trainyard completion fish | source'],
] as const;

const isThere = (name: string) => {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`]).length > 0;
  } catch {
    return false;
  }
};

describe.each(shells)('%s', (name, args, load) => {
  const started = async () => {
    const own = { ...env, HISTFILE: '/dev/null', PS1: '$ ' };
    const terminal = new Terminal(name, args, { env: own, cwd: home, cols: 120 });
    terminal.type(`${load}; echo load''ed\r`);
    await terminal.shows(/^loaded/m);
    return terminal;
  };

  it.runIf(isThere(name))('completes commands, flags and values', async () => {
    await using terminal = await started();
    terminal.type('trainyard opentrain jobs pub\t');
    await terminal.shows(/trainyard opentrain jobs publish/);
    terminal.type('--dry\t');
    await terminal.shows(/trainyard opentrain jobs publish --dry-run/);
    terminal.type('\u0015trainyard mcp opentrain --unavailable sh\t');
    await terminal.shows(/--unavailable show/);
    terminal.type('\u0015trainyard mcp opentrain --unavailable=sh\t');
    await terminal.shows(/--unavailable=show/);
  });

  it.runIf(isThere(name))('evaluates nothing that is typed', async () => {
    await using terminal = await started();
    // Its Tab evaluates by itself what stands where it is typed, in whatever command.
    if (name === 'zsh') terminal.type("bindkey '^I' complete-word\r");
    const lines = [
      'trainyard opentrain jobs $(touch evaluated) pub',
      'trainyard opentrain jobs $(:>evaluated)',
      'trainyard opentrain jobs list --status=$(:>evaluated)=x',
      'trainyard opentrain jobs "$(touch evaluated)',
      'trainyard opentrain `touch evaluated` jobs ',
      'trainyard opentrain (touch evaluated) jobs ',
      'trainyard opentrain jobs a[$(:>evaluated)]',
    ];
    for (const [nth, line] of lines.entries()) {
      // The line is taken away again without being run, once the shell has done with completing it.
      terminal.type(`${line}\t\u0015echo comp''leted ${nth}\r`);
      await terminal.shows(new RegExp(`^completed ${nth}`, 'm'));
      const evaluated = existsSync(join(home, 'evaluated'));
      await rm(join(home, 'evaluated'), { force: true });
      expect(evaluated, line).toBe(false);
    }
  });
});
