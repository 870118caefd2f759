import type { Command } from 'commander';
import { addClientCommand } from '../../client-command.ts';
import type { ApprovalFlags } from './approvals-wait.ts';
import type { TopUpFlags } from './top-up-wait.ts';
import type { FollowFlags } from './updates-follow.ts';

/** Commands that end when something has happened, or never. */
export function addWaits(root: Command): void {
  addClientCommand<ApprovalFlags>(root, {
    words: 'approvals wait',
    summary: 'wait until a human has decided',
    subjects: ['approval-id'],
    flags: [['--timeout <seconds>', 'how long to wait; by default until the approval expires']],
    examples: ['apr_7f3k --timeout 3600'],
    perform: async (flags) => (await import('./approvals-wait.ts')).waitForApproval(flags),
  });
  addClientCommand<TopUpFlags>(root, {
    words: 'credits wait-for-top-up',
    summary: 'wait until a top-up is paid',
    subjects: ['top-up-id'],
    flags: [['--timeout <seconds>', 'how long to wait; by default until its page expires']],
    examples: ['top_2t4u --timeout 3600'],
    perform: async (flags) => (await import('./top-up-wait.ts')).waitForTopUp(flags),
  });
  addClientCommand<FollowFlags>(root, {
    words: 'updates follow',
    summary: 'print events as they happen, each a line',
    flags: [
      ['--cursor <id>', 'id of the last event that was dealt with; default: from the start'],
      ['--timeout <seconds>', 'stop after so long; by default never'],
    ],
    examples: ["--cursor 1042 --jq '.type'"],
    perform: async (flags) => (await import('./updates-follow.ts')).followUpdates(flags),
  });
}
