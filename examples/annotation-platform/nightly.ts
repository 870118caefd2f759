import { type OpenTrainPlatform, UsageReportError } from 'trainyard';
import type { UsageEntry } from 'trainyard/platform';
import type { App } from './app.ts';
import { keepBudget } from './contracts.ts';
import type { Db } from './database.ts';
import { isOver } from './installs.ts';

interface Day {
  readonly member_id: string;
  readonly user_id: string;
  readonly day: string;
  readonly seconds: number;
  readonly tasks: number;
  readonly labels: number;
  readonly version: number;
}

const retryMs = 600_000;

/**
 * Reports every worker's day that is over and not reported as it stands. The totals are sent, not what was
 * added, and only then the cursor moves: whoever dies in between sends the same totals again.
 */
export async function reportFinishedDays(
  { db }: Pick<App, 'db'>,
  platform: OpenTrainPlatform,
  customerId: string,
  today: string,
): Promise<void> {
  for (const contractId of contractsToReport(db, customerId, today)) {
    const days = unreported(db, contractId, today);
    try {
      // Not repeated at once: the next round is the repeat.
      const options = { maxRetries: 0 };
      const { entries, budget } = await platform.contracts.reportUsage(
        contractId,
        days.map(entryOf),
        options,
      );
      db.transaction(() => {
        days.forEach((day, i) => void (entries[i]?.status === 'accepted' && moveCursor(db, day)));
        keepBudget({ db }, contractId, budget);
        noteFailure(db, contractId, null);
      })();
    } catch (error) {
      if (isOver(error)) throw error;
      db.transaction(() => {
        const entries = error instanceof UsageReportError ? error.entries : [];
        days.forEach((day, i) => void (entries[i]?.status === 'accepted' && moveCursor(db, day)));
        noteFailure(db, contractId, (error as Error).message);
      })();
      // One contract's trouble does not hold up the others.
      console.error(`Contract ${contractId}: ${(error as Error).message}`);
    }
  }
}

function contractsToReport(db: Db, customerId: string, today: string): string[] {
  const select = db.prepare(
    `SELECT DISTINCT contracts.id FROM work_days
       JOIN members ON members.id = member_id
       JOIN contracts ON contracts.id = contract_id
       JOIN projects ON projects.id = project_id
     WHERE reported_version < version AND day < ? AND customer_id = ?
       AND link_id IS NOT NULL AND report_after <= ?`,
  );
  return select.pluck().all(today, customerId, Date.now()) as string[];
}

function unreported(db: Db, contractId: string, today: string): Day[] {
  const select = db.prepare(
    `SELECT member_id, user_id, day, seconds, tasks, labels, version FROM work_days
       JOIN members ON members.id = member_id
     WHERE reported_version < version AND day < ? AND contract_id = ?
     ORDER BY day, user_id`,
  );
  return select.all(today, contractId) as Day[];
}

function entryOf({ user_id, day, seconds, tasks, labels, version }: Day): UsageEntry {
  return {
    workDate: day,
    workerOpentrainUserId: user_id,
    totalSeconds: seconds,
    tasksCompleted: tasks,
    labelsCompleted: labels,
    externalReportId: `${day}-${version}`,
  };
}

/** To the version that was sent, which may be behind the one that is there by now. */
function moveCursor(db: Db, { member_id, day, version }: Day): void {
  db.prepare('UPDATE work_days SET reported_version = ? WHERE member_id = ? AND day = ?').run(
    version,
    member_id,
    day,
  );
}

function noteFailure(db: Db, contractId: string, message: string | null): void {
  db.prepare('UPDATE contracts SET report_error = ?, report_after = ? WHERE id = ?').run(
    message,
    message === null ? 0 : Date.now() + retryMs,
    contractId,
  );
}
