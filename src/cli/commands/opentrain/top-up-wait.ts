import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { milliseconds, waiting } from '../../wait.ts';
import { openTrainClient } from './client.ts';

export interface TopUpFlags extends CommonFlags {
  topUpId: string;
  timeout?: string;
}

/** Waits until a human has paid: done when credits were added, exit code 3 when not in time. */
export async function waitForTopUp(flags: TopUpFlags): Promise<void> {
  const output = await Output.of(flags);
  const { topUpId, timeout } = flags;
  const timeoutMs = milliseconds('timeout', timeout);
  const { credits } = await openTrainClient(flags);
  const topUp = await waiting(
    `waiting for somebody to pay ${topUpId}`,
    () => credits.waitForTopUp(topUpId, { timeoutMs }),
    `trainyard opentrain credits wait-for-top-up ${topUpId}`,
  );
  await output.answer(topUp, () => panel(topUp));
}
