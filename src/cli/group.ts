import { Command, type ErrorOptions, type Option } from 'commander';

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

/** What may follow a flag that is on or off; anything else is not its value. */
const onOrOff = /^(true|false|yes|no|1|0|null)$/i;

/** A command, whose subcommands are of the same kind. */
export class Group extends Command {
  override createCommand(name?: string): Group {
    return new Group(name);
  }

  /** A group without a subcommand is a question, not a mistake: its help goes to stdout. */
  override help(): never {
    return super.help({ error: false });
  }

  override parseOptions(args: string[]): ReturnType<Command['parseOptions']> {
    return super.parseOptions(settled(args, this.options));
  }

  /** Says what was meant, where that is known, in place of what is wrong. */
  override error(message: string, options?: ErrorOptions): never {
    switch (options?.code) {
      case 'commander.unknownCommand':
        return super.error(this.#meant(message), options);
      case 'commander.excessArguments':
        // Where there are subcommands, one was meant.
        if (this.commands.length > 0) this.#askForSubcommand();
        break;
      case 'commander.unknownOption':
        return super.error(this.#meantFlag(message), options);
    }
    return super.error(message, options);
  }

  #meant(message: string): string {
    const [word = ''] = this.args;
    const meant = this.#below(word) ?? this.#below(synonyms[word]);
    return meant ? `error: unknown command '${word}'\n(Did you mean ${meant}?)` : message;
  }

  /** Commander knows similar names, and tells them where a group does nothing by itself. */
  #askForSubcommand(): void {
    const asked = new Group(this.name()).copyInheritedSettings(this);
    for (const command of this.commands) asked.command(command.name());
    asked.parse(this.args.slice(0, 1), { from: 'user' });
  }

  #meantFlag(message: string): string {
    const [, name = ''] = /'([^'=]+)/.exec(message) ?? [];
    const hasJson = this.options.some(({ long }) => long === '--json');
    return forms.test(name) && hasJson
      ? `error: unknown option '${name}'\n(Did you mean --json?)`
      : message;
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

/** Commander gives a flag whose value may be left out whatever comes next, an id too: here only what can be its value. */
function settled(args: readonly string[], options: readonly Option[]): string[] {
  const words = [...args];
  for (let at = 0; at < args.length && args[at] !== '--'; at++) {
    const flag = options.find(({ long }) => long === args[at]);
    const next = args[at + 1];
    // What follows is its value, whatever it looks like.
    if (flag?.required) at++;
    else if (flag?.optional && next !== undefined && !onOrOff.test(next)) {
      words[at] = `${flag.long}=true`;
    }
  }
  return words;
}
