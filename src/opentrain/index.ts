export type * from '../../generated/opentrain/types.ts';
export * from '../core/public.ts';
export type { Agent, ClaimProgress, ClaimWaitOptions } from './agent.ts';
export { ApprovalDeclinedError, ApprovalExpiredError } from './approval-errors.ts';
export {
  type ApprovalOf,
  ApprovalRequest,
  type ApprovalResults,
  type ApprovalWaitOptions,
  type ConfirmedApproval,
} from './approval-request.ts';
export type { Approvals } from './approvals.ts';
export type { Auth } from './auth.ts';
export { OpenTrain, type OpenTrainOptions } from './client.ts';
export type { ContractQuery, Contracts } from './contracts.ts';
export type { CreditsResource, LedgerQuery } from './credits.ts';
export type {
  AuthorizationServerMetadata,
  DiscoverOptions,
  Discovery,
  ProtectedResourceMetadata,
} from './discover.ts';
export { DraftIncompleteError } from './draft-incomplete-error.ts';
export type { Freelancers } from './freelancers.ts';
export type {
  AnswerField,
  DraftAnswer,
  JobDraftInput,
  JobDraftPlainText,
  JobDrafts,
} from './job-drafts.ts';
export type { JobSearchQuery, Jobs, OwnJobQuery, ProposalQuery } from './jobs.ts';
export type { ConversationQuery, MessageQuery, Messages } from './messages.ts';
export type { Milestones } from './milestones.ts';
export type { Payments } from './payments.ts';
export type { Proposals } from './proposals.ts';
export type { TeamResource } from './team.ts';
export type { Tokens } from './tokens.ts';
export { TopUpNotCompletedError } from './top-up-error.ts';
export type { FeedPage, UpdateQuery, UpdateStreamOptions, Updates } from './updates.ts';
export type { RotatedSecret, Webhooks } from './webhooks.ts';
