export type { SandboxClock } from './kernel/clock.ts';
export type { Deliveries } from './kernel/deliveries.ts';
export type { Delivery, DeliveryAttempt } from './kernel/delivery-log.ts';
export type { Duration } from './kernel/duration.ts';
export type { CallFault, DeliveryFault, Fault, Faults, InjectedFault } from './kernel/faults.ts';
export type { KernelOptions as SandboxOptions, Snapshot } from './kernel/kernel.ts';
export type { Limits } from './kernel/limits.ts';
export type { LoggedRequest, RequestLog } from './kernel/request-log.ts';
export type { AccountOptions, CreatedAccount } from './opentrain/accounts/account-controls.ts';
export type { TranscriptMessage } from './opentrain/crowd/sanitize-transcript.ts';
export type { LabelExperience, Trainer as SandboxTrainer } from './opentrain/crowd/types.ts';
export type { Seeding } from './opentrain/jobs/seed.ts';
export type { Usage as ReportedWork } from './opentrain/money/contracts.ts';
export type { BalanceRow as AccountBalance } from './opentrain/money/credits.ts';
export type { Decision as ApprovalDecision } from './opentrain/money/hiring.ts';
export type { PaymentSource } from './opentrain/money/payment-source.ts';
export type { AppForm } from './opentrain/platform/app-facts.ts';
export type {
  ConnectedInstall,
  ConnectOptions,
  RegisteredApp,
} from './opentrain/platform/controls.ts';
export type { Application as TrainerApplication } from './opentrain/proposals/applying.ts';
export type { NewTrainer } from './opentrain/proposals/trainers.ts';
export type { Sandbox } from './sandbox.ts';
export { createSandbox } from './sandbox.ts';
export type { CreatedTenant, CreateSkill, CreateTenant } from './trainar/controls.ts';
export type { CompleteSession, StartSession } from './trainar/sessions.ts';
export type {
  SessionRow as SandboxSession,
  TaskStatus as SandboxTaskStatus,
} from './trainar/tables.ts';
