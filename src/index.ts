export * from './core/public.ts';
export { ApprovalDeclinedError, ApprovalExpiredError } from './opentrain/approval-errors.ts';
export { OpenTrain, type OpenTrainOptions } from './opentrain/client.ts';
export { TrainAR, type TrainAROptions } from './trainar/client.ts';
export * from './webhooks/index.ts';
