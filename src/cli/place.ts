import type { Command } from 'commander';

/** The command that a command line means, as far as there is one. */
export function placeOf(program: Command, args: readonly string[]): Command {
  let place = program;
  for (const arg of args) {
    if (arg.startsWith('-')) continue;
    const inner = place.commands.find((one) => one.name() === arg || one.aliases().includes(arg));
    if (!inner) break;
    place = inner;
  }
  return place;
}

/** `trainyard opentrain jobs list` */
export function wordsOf(command: Command): string {
  return command.parent ? `${wordsOf(command.parent)} ${command.name()}` : command.name();
}
