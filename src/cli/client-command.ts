import type { Command } from 'commander';
import { addCallFlags, type CommonFlags } from './common-flags.ts';
import { camel } from './derive/request.ts';
import { leafAt } from './derive/tree.ts';
import { addExamples } from './examples.ts';
import { wordsOf } from './place.ts';
import { UsageError } from './usage-error.ts';

/** What a command of a client's own call was given; its subject under `subject`. */
export type ClientFlags = CommonFlags &
  Readonly<Partial<Record<string, unknown>>> & { readonly subject: string };

/** A call of a client that is more than one operation, or an operation with something settled. */
export interface ClientCommand {
  readonly words: string;
  readonly summary: string;
  /** What it is done to, which needs no flag: `task-id`. */
  readonly subject: string;
  readonly flags?: readonly (readonly [flag: string, summary: string])[];
  readonly example: string;
  /** Loaded when it runs. */
  perform(flags: ClientFlags): Promise<void>;
}

/** Adds such a command. */
export function addClientCommand(root: Command, own: ClientCommand): void {
  const { subject } = own;
  const command = leafAt(root, own.words, own.summary)
    .argument(`[${subject}]`, `in place of --${subject}`)
    .option(`--${subject} <text>`, 'what it is done to (needed, here or as an argument)');
  for (const [flag, summary] of own.flags ?? []) command.option(flag, summary);
  addCallFlags(command);
  addExamples(command, [`${wordsOf(root)} ${own.words} ${own.example}`]);
  command.action(
    async (given: string | undefined, flags: CommonFlags & Record<string, unknown>) => {
      const said = given ?? flags[camel(subject)];
      if (typeof said !== 'string' || said === '') throw new UsageError(`--${subject} is needed.`);
      await own.perform({ ...flags, subject: said });
    },
  );
}
