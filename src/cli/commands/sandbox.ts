import type { Command } from 'commander';
import { addOutputFlags, type CommonFlags } from '../common-flags.ts';
import { addExamples } from '../examples.ts';
import { type DeedFlags, deeds } from './sandbox/deeds.ts';

/** `trainyard sandbox`, and what people do in it. */
export function register(sandbox: Command): void {
  sandbox
    .option('--port <number>', 'where it listens', '4010')
    .option('--file <path>', 'keeps its state there between runs')
    .option('--seed <text>', 'decides every id, key and applicant', '1')
    .option('--empty', 'begin with nothing in it')
    .option('--time <way>', 'real, virtual (moved by advance alone) or auto', 'real')
    .option('--time-scale <number>', 'seconds of the sandbox in one real second')
    .option('--open', 'open its pages in a browser')
    .option('--json', 'print where it is and its keys as JSON');
  addExamples(sandbox, [
    'trainyard sandbox --file sandbox.json',
    'trainyard sandbox confirm apr_7f3k',
    'trainyard sandbox advance 72h',
  ]);
  sandbox.action(async (flags) => (await import('./sandbox/start.ts')).start(flags));
  for (const deed of deeds) {
    const command = sandbox.command(deed.name).description(deed.summary);
    for (const [name, summary] of deed.arguments ?? []) command.argument(name, summary);
    for (const [flag, summary] of deed.flags ?? []) command.option(flag, summary);
    addOutputFlags(command).option(
      '--url <url>',
      'where the sandbox is; default TRAINYARD_SANDBOX, else http://127.0.0.1:4010',
    );
    addExamples(command, [`trainyard sandbox ${deed.example}`]);
    command.action(async () => {
      const { act } = await import('./sandbox/act.ts');
      await act(deed, command.args, command.opts<CommonFlags>(), command.opts<DeedFlags>());
    });
  }
}
