import { Command } from 'commander';

/** What other command lines call it. */
const synonyms: Readonly<Record<string, string>> = {
  ls: 'list',
  show: 'get',
  view: 'get',
  describe: 'get',
  retrieve: 'get',
  rm: 'delete',
  remove: 'delete',
  new: 'create',
  add: 'create',
};

/** Flags of other command lines that choose a form, for which there is one here. */
const forms = /^(-o|--output|--format)$/;

/** A command, whose subcommands are of the same kind. */
export class Group extends Command {
  override createCommand(name?: string): Group {
    return new Group(name);
  }

  /** A group without a subcommand is a question, not a mistake: its help goes to stdout. */
  override help(): never {
    return super.help({ error: false });
  }

  /** Called by commander for a word that is no subcommand. */
  unknownCommand(): void {
    const [word = ''] = this.args;
    const meant = this.#below(word) ?? this.#below(synonyms[word]);
    if (meant) this.error(`error: unknown command '${word}'\n(Did you mean ${meant}?)`);
    // @ts-expect-error commander has it, and does not declare it
    super.unknownCommand();
  }

  /** Called by commander for words too many: where there are subcommands, one was meant. */
  _excessArguments(received: readonly string[]): void {
    if (this.commands.length > 0) this.unknownCommand();
    // @ts-expect-error commander has it, and does not declare it
    super._excessArguments(received);
  }

  /** Called by commander for a flag that there is not. */
  unknownOption(flag: string): void {
    const [name = ''] = flag.split('=');
    if (forms.test(name) && this.options.some(({ long }) => long === '--json')) {
      this.error(`error: unknown option '${name}'\n(Did you mean --json?)`);
    }
    // @ts-expect-error commander has it, and does not declare it
    super.unknownOption(flag);
  }

  /** Where a name is found deeper down, as one would type it. */
  #below(name: string | undefined): string | undefined {
    for (const command of this.commands) {
      if (command.name() === name) return name;
      const deeper = command instanceof Group ? command.#below(name) : undefined;
      if (deeper) return `${command.name()} ${deeper}`;
    }
    return undefined;
  }
}
