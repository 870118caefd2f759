export * from './core/public.ts';
export { ApprovalDeclinedError, ApprovalExpiredError } from './opentrain/approval-errors.ts';
export { OpenTrain, type OpenTrainOptions } from './opentrain/client.ts';
export { DraftIncompleteError } from './opentrain/draft-incomplete-error.ts';
export { TopUpNotCompletedError } from './opentrain/top-up-error.ts';
export { TrainAR, type TrainAROptions } from './trainar/client.ts';
export * from './webhooks/index.ts';
