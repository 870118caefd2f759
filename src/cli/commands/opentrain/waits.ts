import type { Command } from 'commander';
import { addClientCommand } from '../../client-command.ts';
import { addCallFlags } from '../../common-flags.ts';
import { leafAt } from '../../derive/tree.ts';
import { addExamples } from '../../examples.ts';

/** Commands that end when something has happened, or never. */
export function addWaits(root: Command): void {
  const wait = leafAt(root, 'approvals wait', 'wait until a human has decided')
    .argument('[approval-id]', 'in place of --approval-id')
    .option('--approval-id <id>', 'id of the approval (needed, here or as an argument)')
    .option('--timeout <seconds>', 'how long to wait; by default until the approval expires');
  addCallFlags(wait);
  addExamples(wait, ['trainyard opentrain approvals wait apr_7f3k --timeout 3600']);
  wait.action(async (approvalId, flags) =>
    (await import('./approvals-wait.ts')).waitForApproval({ approvalId, ...flags }),
  );

  addClientCommand(root, {
    words: 'credits wait-for-top-up',
    summary: 'wait until a top-up is paid',
    subject: 'top-up-id',
    flags: [['--timeout <seconds>', 'how long to wait; by default until its page expires']],
    example: 'top_2t4u --timeout 3600',
    perform: async (flags) => (await import('./top-up-wait.ts')).waitForTopUp(flags),
  });

  const follow = leafAt(root, 'updates follow', 'print events as they happen, each a line')
    .option('--cursor <id>', 'id of the last event that was dealt with; default: from the start')
    .option('--timeout <seconds>', 'stop after so long; by default never');
  addCallFlags(follow);
  addExamples(follow, ["trainyard opentrain updates follow --cursor 1042 --jq '.type'"]);
  follow.action(async (flags) => (await import('./updates-follow.ts')).followUpdates(flags));
}
