import { OpenTrain } from '../../../opentrain/client.ts';
import type { ClientFlags } from '../../client-command.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { milliseconds, waiting } from '../../wait.ts';
import { clientOptions } from './connect.ts';

/** Waits until a human has paid: done when credits were added, exit code 3 when not in time. */
export async function waitForTopUp(flags: ClientFlags): Promise<void> {
  const output = await Output.of(flags);
  const { subject, baseUrl, timeout, dryRun } = flags;
  const timeoutMs = milliseconds('timeout', timeout as string | undefined);
  const { credits } = new OpenTrain(await clientOptions({ baseUrl }, dryRun === true));
  const topUp = await waiting(
    `waiting for somebody to pay ${subject}`,
    () => credits.waitForTopUp(subject, { timeoutMs }),
    `trainyard opentrain credits wait-for-top-up ${subject}`,
  );
  await output.answer(topUp, () => panel(topUp));
}
