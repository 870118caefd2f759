import type { UsageEntry } from '../../generated/platform/types.ts';
import type { InvalidArgumentError } from '../core/invalid-argument-error.ts';

const longestDaySeconds = 86_400;
/** Kiribati's clocks are the first to reach a day; of which zone the platform's days are is not documented. */
const firstZoneMs = 14 * 3_600_000;

/**
 * Refuses a report that the platform would refuse, or that says two things of one worker's day.
 *
 * @param Refusal the class of the error: imported here, where all is loaded late, it would be cut out of the
 *   client's own file by a splitting bundler
 */
export function checkUsage(
  entries: readonly UsageEntry[],
  now: number,
  Refusal: typeof InvalidArgumentError,
): void {
  if (!Array.isArray(entries) || entries.length === 0) {
    throw new Refusal('entries', 'a list with at least one entry is needed.');
  }
  const today = new Date(now + firstZoneMs).toISOString().slice(0, 10);
  const places = new Map<string, number>();
  for (const [index, entry] of (entries as readonly UsageEntry[]).entries()) {
    const at = `entries[${index}]`;
    if (typeof entry !== 'object' || entry === null) {
      throw new Refusal(at, 'an object is needed.');
    }
    const { workDate, workerOpentrainUserId: worker, externalReportId } = entry;
    if (!isDate(workDate)) {
      throw new Refusal(`${at}.workDate`, 'a calendar date is needed, as 2026-06-12.');
    }
    if (workDate > today) {
      throw new Refusal(`${at}.workDate`, `${workDate} is in the future everywhere.`);
    }
    const wrong = [
      wrongTotal('totalSeconds', entry.totalSeconds, longestDaySeconds),
      wrongTotal('tasksCompleted', entry.tasksCompleted),
      wrongTotal('labelsCompleted', entry.labelsCompleted),
      wrongText('workerOpentrainUserId', worker),
      wrongText('externalReportId', externalReportId),
    ].find((each) => each !== undefined);
    if (wrong) throw new Refusal(`${at}.${wrong.name}`, wrong.why);
    const key = `${workDate} ${worker ?? ''}`;
    const twin = places.get(key);
    if (twin !== undefined) {
      throw new Refusal(
        at,
        `the same worker and day as entries[${twin}]; add the two up into one entry.`,
      );
    }
    places.set(key, index);
  }
}

/** Whether it is a day that the calendar has, so not the 30th of February. */
function isDate(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

function wrongTotal(name: string, value: number | undefined, most = Number.MAX_SAFE_INTEGER) {
  if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= most)) return;
  const bounds = most === longestDaySeconds ? `from 0 to ${most} seconds` : 'of 0 or more';
  return { name, why: `an integer ${bounds} is needed.` };
}

function wrongText(name: string, value: string | undefined) {
  if (value === undefined || (typeof value === 'string' && value !== '')) return;
  return { name, why: 'a string that is not empty is needed, or none at all.' };
}
