import type { Command } from 'commander';
import { modules } from '../../../src/cli/modules.ts';
import { build } from '../../../src/cli/run.ts';

/** Every command that does something, as one types it: `opentrain jobs list`. */
export async function leaves(module: string): Promise<{ words: string; command: Command }[]> {
  const program = await build([module]);
  const root = program.commands.find((command) => command.name() === module);
  return root ? below(root, module) : [];
}

export const moduleNames = Object.keys(modules);

function below(command: Command, words: string): { words: string; command: Command }[] {
  if (command.commands.length === 0) return [{ words, command }];
  const inner = command.commands.flatMap((one) => below(one, `${words} ${one.name()}`));
  return command.commands.length > 0 && hasAction(command) ? [{ words, command }, ...inner] : inner;
}

/** A group that also does something by itself, as `trainyard sandbox` does. */
function hasAction(command: Command): boolean {
  return command.options.length > 0;
}
