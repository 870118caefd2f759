import type { ClientFlags } from '../../client-command.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { trainarClient } from './client.ts';

/** Moves a task to where a verb says. */
export async function moveTask(
  verb: 'start' | 'complete' | 'cancel',
  flags: ClientFlags,
): Promise<void> {
  const output = await Output.of(flags);
  const task = await trainarClient(flags).tasks[verb](flags.subject);
  await output.answer(task, () => panel(task));
}
