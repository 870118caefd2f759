export type { Delivery, DeliveryAttempt } from './kernel/delivery-log.ts';
export type { Duration } from './kernel/duration.ts';
export type { CallFault, DeliveryFault, Fault } from './kernel/faults.ts';
export type { Snapshot } from './kernel/kernel.ts';
export type { Limits } from './kernel/limits.ts';
export type { LoggedRequest } from './kernel/request-log.ts';
export type { Sandbox, SandboxOptions } from './sandbox.ts';
export { createSandbox } from './sandbox.ts';
