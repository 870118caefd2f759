import addCommands from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { scripts } from './scripts.ts';

/**
 * Adds `completion`, which writes a script, and `complete`, which the script asks. The package's own scripts are left aside:
 * they have the shell evaluate what is typed.
 */
export function addCompletion(program: Command): void {
  addCommands(program, { completionCommandName: 'completion' });
  const completion = program.commands.find((command) => command.name() === 'completion');
  completion?.registeredArguments[0]?.choices(Object.keys(scripts));
  completion
    ?.description('write a completion script for bash, zsh or fish')
    .action((shell: keyof typeof scripts) => {
      process.stdout.write(scripts[shell]);
    });
}
