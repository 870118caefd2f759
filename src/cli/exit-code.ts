import { AuthenticationError } from '../core/api-error.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import { ApprovalDeclinedError, ApprovalExpiredError } from '../opentrain/approval-errors.ts';
import { TopUpNotCompletedError } from '../opentrain/top-up-error.ts';
import { UsageError } from './usage-error.ts';
import { WaitEnded } from './wait.ts';

/** What the exit code tells a script. */
export const exitCodes = { done: 0, failed: 1, usage: 2, waited: 3, signIn: 4 } as const;

export function exitCodeOf(error: unknown): number {
  if (error instanceof AuthenticationError) return exitCodes.signIn;
  if (error instanceof InvalidArgumentError) {
    return /^(token|apiKey)$/.test(error.argument) ? exitCodes.signIn : exitCodes.usage;
  }
  if (error instanceof UsageError) return exitCodes.usage;
  const waited =
    error instanceof WaitEnded ||
    error instanceof TopUpNotCompletedError ||
    error instanceof ApprovalDeclinedError ||
    error instanceof ApprovalExpiredError;
  return waited ? exitCodes.waited : exitCodes.failed;
}
