import { calls } from '../../generated/platform/calls.ts';
import type { Budget, UsageAccepted, UsageEntry } from '../../generated/platform/types.ts';
import { ApiError, ServerError, UnexpectedResponseError } from '../core/api-error.ts';
import { checkId } from '../core/arguments.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import type { UsageOutcome, UsageReported } from './usage-outcome.ts';
import { UsageReportError } from './usage-report-error.ts';

const operation = calls['contracts.reportUsage'];

/** Checks a report, sends it batch by batch, and keeps account of every entry. */
export async function reportUsage(
  api: Transport,
  contractId: string,
  given: readonly UsageEntry[],
  options: RequestOptions | undefined,
): Promise<UsageReported> {
  checkId('contractId', contractId);
  // Loaded on first use, and alone: it shares nothing with the client, which a splitting bundler would cut.
  const { checkUsage } = await import('./check-usage.ts');
  checkUsage(given, api.clock.now(), InvalidArgumentError);
  // Copied: what the caller does to the list while batches are under way changes nothing.
  const outcomes = given.map((entry): UsageOutcome => ({ entry: { ...entry }, status: 'unsent' }));
  const { max } = operation.batch;
  let accepted = 0;
  let budget: Budget | undefined;
  for (let start = 0; start < outcomes.length; start += max) {
    const batch = outcomes.slice(start, start + max);
    const mark = (status: UsageOutcome['status']) => {
      for (const outcome of batch) outcome.status = status;
    };
    try {
      const answer = await api.call<UsageAccepted>(
        operation,
        {
          path: { contractId },
          body: { [operation.batch.items]: batch.map(({ entry }) => entry) },
          needs: 'budget',
        },
        options,
      );
      mark(answer.accepted === batch.length ? 'accepted' : 'unconfirmed');
      accepted += answer.accepted || 0;
      budget = answer.budget;
    } catch (error) {
      if (outcomes.length <= max || error === options?.signal?.reason) throw error;
      mark(isRefusal(error) ? 'refused' : 'unconfirmed');
      throw new UsageReportError(contractId, { accepted, budget, entries: outcomes }, error);
    }
  }
  return { contractId, accepted, entries: outcomes, budget: budget as Budget };
}

/** Whether the platform said no; after anything else the batch may have been stored all the same. */
function isRefusal(error: unknown): boolean {
  if (error instanceof ServerError || error instanceof UnexpectedResponseError) return false;
  return error instanceof ApiError;
}
