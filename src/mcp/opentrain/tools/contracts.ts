import { requestApproval, tellApproval, waitForDecision, waitSeconds } from '../approvals.ts';
import type { OpenTrainTool } from '../tool.ts';

export const contractTools: readonly OpenTrainTool[] = [
  {
    name: 'opentrain_list_contracts',
    title: 'List contracts',
    description: 'List contracts with their milestones.',
    toolset: 'contracts',
    operation: 'contracts.list',
  },
  {
    name: 'opentrain_get_contract',
    title: 'Read a contract',
    description: 'Read a contract with milestones, budget and conversation id.',
    toolset: 'contracts',
    operation: 'contracts.get',
  },
  {
    name: 'opentrain_create_milestone',
    title: 'Add a milestone',
    description:
      'Add an unfunded milestone. Fixed price needs amountUsd; hourly and per-label need volume. No money moves.',
    toolset: 'contracts',
    operation: 'contracts.createMilestone',
  },
  {
    name: 'opentrain_request_milestone_funding',
    title: 'Ask to fund a milestone',
    description:
      'Ask a human to confirm that a milestone is paid into escrow. Moves nothing by itself: show them approvalUrl.',
    toolset: 'contracts',
    operation: 'milestones.fund',
    extra: { waitSeconds },
    run: requestApproval,
    tell: tellApproval,
  },
  {
    name: 'opentrain_request_milestone_approval',
    title: 'Ask to pay a milestone out',
    description:
      'Ask a human to confirm that the escrow of a milestone is paid out. Moves nothing by itself: show them approvalUrl.',
    toolset: 'contracts',
    operation: 'milestones.approve',
    extra: { waitSeconds },
    run: requestApproval,
    tell: tellApproval,
  },
  {
    name: 'opentrain_get_approval',
    title: 'Read an approval',
    description: 'Read what a human decided. Only a human can decide, at approvalUrl.',
    toolset: 'contracts',
    operation: 'approvals.get',
    extra: { waitSeconds },
    run: waitForDecision,
    tell: tellApproval,
  },
  {
    name: 'opentrain_end_contract',
    title: 'End a contract',
    description:
      'End a contract: at once when nothing is funded, else a human confirms it at approvalUrl.',
    toolset: 'contracts',
    operation: 'contracts.end',
    extra: { waitSeconds },
    destructive: true,
    run: requestApproval,
    tell: tellApproval,
  },
];
