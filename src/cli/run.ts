import { CommanderError } from 'commander';
import { fail, failUsage } from './fail.ts';
import { Group } from './group.ts';
import { modules } from './modules.ts';
import { guardOutput } from './output/guard.ts';
import { placeOf } from './place.ts';

/** Runs one command line; sets the exit code. */
export async function run(args: readonly string[]): Promise<void> {
  guardOutput();
  // `help opentrain jobs list` asks for the help of that.
  const [first, ...rest] = args;
  const line = first === 'help' && rest.length > 0 ? [...rest, '--help'] : [...args];
  const program = await build(line);
  try {
    await program.parseAsync(line, { from: 'user' });
  } catch (error) {
    const place = placeOf(program, line);
    if (!(error instanceof CommanderError)) await fail(error, line, place);
    // Commander has told it to people, and printed what was asked for when it is no mistake.
    else if (error.exitCode !== 0) failUsage(error.message.replace(/^error: /, ''), line, place);
  }
}

/** The commands, those of the named module in full, all others by name alone. */
export async function build(args: readonly string[]): Promise<Group> {
  const program = new Group('trainyard');
  program
    .description('TrainAR and OpenTrain in a terminal, and a sandbox of both.')
    .option('-V, --version', 'print the version')
    .helpCommand('help [command]', 'show how a command is used')
    // What stands after a subcommand is that one's, also where a group has a --json of its own.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error: /, 'Usage error: ')),
    })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 refused or no network, 2 wrong usage, 3 timed out or declined, 4 sign in first.',
    );
  const completes = args[0] === 'completion' || args[0] === 'complete';
  const named = args.find((arg) => !arg.startsWith('-') && arg !== 'help');
  for (const [name, { summary, load }] of Object.entries(modules)) {
    const command = program.command(name).description(summary);
    command.copyInheritedSettings(program);
    // What is completed may be any of them, so that all are needed.
    const wanted = completes ? args.includes(name) || args[0] === 'completion' : name === named;
    if (wanted) await (await load()).register(command);
  }
  if (completes) {
    const { addCompletion } = await import('./completion/add-completion.ts');
    addCompletion(program);
  } else {
    program.command('completion').description('write a completion script for bash, zsh or fish');
  }
  return program;
}
