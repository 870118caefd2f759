import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { trainarClient } from './client.ts';

/** Moves a task to where a verb says. */
export async function moveTask(
  verb: 'start' | 'complete' | 'cancel',
  flags: CommonFlags & { taskId: string },
): Promise<void> {
  const output = await Output.of(flags);
  const task = await trainarClient(flags).tasks[verb](flags.taskId);
  await output.answer(task, () => panel(task));
}
