import type { OpenTrainTool } from './tool.ts';
import { accountTools, creditTools } from './tools/account.ts';
import { authTools } from './tools/auth.ts';
import { contractTools } from './tools/contracts.ts';
import { jobTools } from './tools/jobs.ts';
import { messageTools } from './tools/messages.ts';
import { proposalTools } from './tools/proposals.ts';

/** Every tool, in the order of the vendor's page. */
export const openTrainTools: readonly OpenTrainTool[] = [
  ...authTools,
  ...jobTools,
  ...proposalTools,
  ...messageTools,
  ...contractTools,
  ...creditTools,
  ...accountTools,
];
