import { Command } from 'commander';

/** A command, whose subcommands are of the same kind. */
export class Group extends Command {
  override createCommand(name?: string): Group {
    return new Group(name);
  }

  /** A group without a subcommand is a question, not a mistake: its help goes to stdout. */
  override help(): never {
    return super.help({ error: false });
  }
}
