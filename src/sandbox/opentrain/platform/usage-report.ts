import type { UsageEntry, UsageReport } from '../../../../generated/platform/types.ts';
import { type Gated, invalid } from '../../kernel/refusal.ts';
import type { ContractRow, Usage } from '../money/contracts.ts';
import { conflict } from '../refusals.ts';
import type { InstallRow } from './installs.ts';
import type { Partners } from './partners.ts';
import type { UsageTotals } from './usage-book.ts';

const dayMs = 86_400_000;

/**
 * Stores a report: cumulative totals for each worker and day. All of it or, on a refusal, nothing.
 * The budget moves once, so a report crosses a threshold at most once however many entries it has.
 *
 * @throws Refusal 409 without a hired trainer; Gated, a 400, naming the entry.
 */
export function reportUsage(
  partners: Partners,
  install: InstallRow,
  contract: ContractRow,
  { entries }: UsageReport,
): void {
  const crew = partners.crews.of(contract);
  const [hired] = crew;
  if (hired === undefined) {
    throw conflict(null, 'This contract has no hired trainer to report work of.', {
      contractId: contract.id,
    });
  }
  const { clock, limit } = partners.market.kernel;
  const latest = clock.now() + limit('platform.futureDays', 0) * dayMs;
  entries.forEach((entry, i) => {
    const refuse = (field: string, message: string) =>
      invalid('body', ['entries', i, field], message);
    checkDay(entry, contract, clock.iso(latest).slice(0, 10), refuse);
    if (!crew.includes(entry.workerOpentrainUserId ?? hired)) {
      throw refuse('workerOpentrainUserId', 'Must be a participant of this contract');
    }
  });
  const work = { seconds: 0, labels: 0, tasks: 0 };
  for (const entry of entries) {
    const workerId = entry.workerOpentrainUserId ?? hired;
    const { appId } = install;
    const key = { appId, contractId: contract.id, workerId, workDate: entry.workDate };
    add(work, partners.usage.put(key, totalsOf(entry)));
  }
  partners.market.contracts.recordUsage(contract.id, work);
}

type Refuse = (field: string, message: string) => Gated;

/** Days are UTC's, and those of an ended contract end with it (both inferred). */
function checkDay(
  { workDate }: UsageEntry,
  { endedAt }: ContractRow,
  latest: string,
  refuse: Refuse,
) {
  if (!isDay(workDate)) throw refuse('workDate', 'Must be a day such as 2026-06-12');
  if (workDate > latest) throw refuse('workDate', 'Must not be in the future');
  if (endedAt !== null && workDate > endedAt.slice(0, 10)) {
    throw refuse('workDate', 'Must not be after the end of the contract');
  }
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function totalsOf(entry: UsageEntry): UsageTotals {
  const { totalSeconds: seconds, tasksCompleted: tasks, labelsCompleted: labels } = entry;
  const { externalReportId } = entry;
  return {
    ...(seconds !== undefined && { seconds }),
    ...(tasks !== undefined && { tasks }),
    ...(labels !== undefined && { labels }),
    ...(externalReportId !== undefined && { externalReportId }),
  };
}

function add(sum: { -readonly [Unit in keyof Usage]: number }, { seconds, labels, tasks }: Usage) {
  sum.seconds += seconds;
  sum.labels += labels;
  sum.tasks += tasks;
}
