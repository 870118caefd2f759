import type { Command } from 'commander';
import { addCallFlags, type CommonFlags } from './common-flags.ts';
import { camel } from './derive/request.ts';
import { leafAt } from './derive/tree.ts';
import { addExamples } from './examples.ts';
import { wordsOf } from './place.ts';
import { UsageError } from './usage-error.ts';

/** A call of a client that is more than one operation, or an operation with something settled. */
export interface ClientCommand<Flags extends CommonFlags> {
  readonly words: string;
  readonly summary: string;
  /** What it is done to, in the order in which they may stand without their flags: `task-id`. All are needed. */
  readonly subjects?: readonly string[];
  readonly flags?: readonly (readonly [flag: string, summary: string])[];
  /** Whether it answers a list, which `--all` walks. */
  readonly list?: boolean;
  /** What stands behind the words. */
  readonly examples: readonly string[];
  /** Loaded when it runs; gets its subjects among the flags. */
  perform(flags: Flags): Promise<void>;
}

/** Adds such a command. */
export function addClientCommand<Flags extends CommonFlags>(
  root: Command,
  own: ClientCommand<Flags>,
): void {
  const { words, subjects = [], list = false } = own;
  const command = leafAt(root, words, own.summary);
  for (const subject of subjects) {
    command
      .argument(`[${subject}]`, `in place of --${subject}`)
      .option(`--${subject} <text>`, 'what it is done to (needed, here or as an argument)');
  }
  for (const [flag, summary] of own.flags ?? []) command.option(flag, summary);
  addCallFlags(command, { list });
  addExamples(
    command,
    own.examples.map((example) => `${wordsOf(root)} ${words} ${example}`.trimEnd()),
  );
  command.action(async () => {
    const flags = command.opts<Record<string, unknown>>();
    const said = subjects.map((subject, place) => [
      camel(subject),
      subjectOf(subject, command.args[place], flags[camel(subject)]),
    ]);
    await own.perform({ ...flags, ...Object.fromEntries(said) } as Flags);
  });
}

function subjectOf(subject: string, given: string | undefined, byFlag: unknown): unknown {
  if (given !== undefined && byFlag !== undefined && given !== byFlag) {
    throw new UsageError(`--${subject} is given twice: ${byFlag} and ${given}.`);
  }
  const said = given ?? byFlag;
  if (!said) throw new UsageError(`--${subject} is needed.`);
  return said;
}
