import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { milliseconds, waiting } from '../../wait.ts';
import { openTrainClient } from './client.ts';

export interface ApprovalFlags extends CommonFlags {
  approvalId: string;
  timeout?: string;
}

/** Waits for a human's decision: done when it is yes, exit code 3 when it is no or too late. */
export async function waitForApproval(flags: ApprovalFlags): Promise<void> {
  const output = await Output.of(flags);
  const { approvalId } = flags;
  const timeoutMs = milliseconds('timeout', flags.timeout);
  const { approvals } = await openTrainClient(flags);
  let shown = false;
  const approval = await waiting(
    `waiting for a human to decide on ${approvalId}`,
    () =>
      approvals.wait(approvalId, {
        timeoutMs,
        onPoll({ status, approvalUrl }) {
          if (shown || status !== 'pending') return;
          shown = true;
          output.note(`A human decides at ${approvalUrl}`);
        },
      }),
    `trainyard opentrain approvals wait ${approvalId}`,
  );
  await output.answer(approval, () => panel(approval));
}
