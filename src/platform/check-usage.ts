import type { UsageEntry } from '../../generated/platform/types.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';

const longestDaySeconds = 86_400;
/** Kiribati's clocks are the first to reach a day; of which zone the platform's days are is not documented. */
const firstZoneMs = 14 * 3_600_000;

/** Refuses a report that the platform would refuse, or that says two things of one worker's day. */
export function checkUsage(entries: readonly UsageEntry[], now: number): void {
  if (!Array.isArray(entries) || entries.length === 0) {
    throw new InvalidArgumentError('entries', 'a list with at least one entry is needed.');
  }
  const today = new Date(now + firstZoneMs).toISOString().slice(0, 10);
  const places = new Map<string, number>();
  for (const [index, entry] of (entries as readonly UsageEntry[]).entries()) {
    const at = `entries[${index}]`;
    if (typeof entry !== 'object' || entry === null) {
      throw new InvalidArgumentError(at, 'an object is needed.');
    }
    const { workDate, workerOpentrainUserId: worker, externalReportId } = entry;
    if (!isDate(workDate)) {
      throw new InvalidArgumentError(`${at}.workDate`, 'a calendar date is needed, as 2026-06-12.');
    }
    if (workDate > today) {
      throw new InvalidArgumentError(`${at}.workDate`, `${workDate} is in the future everywhere.`);
    }
    checkTotal(`${at}.totalSeconds`, entry.totalSeconds, longestDaySeconds);
    checkTotal(`${at}.tasksCompleted`, entry.tasksCompleted);
    checkTotal(`${at}.labelsCompleted`, entry.labelsCompleted);
    checkText(`${at}.workerOpentrainUserId`, worker);
    checkText(`${at}.externalReportId`, externalReportId);
    const key = `${workDate} ${worker ?? ''}`;
    const twin = places.get(key);
    if (twin !== undefined) {
      throw new InvalidArgumentError(
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

function checkTotal(name: string, value: number | undefined, most = Number.MAX_SAFE_INTEGER) {
  if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= most)) return;
  const bounds = most === longestDaySeconds ? `from 0 to ${most} seconds` : 'of 0 or more';
  throw new InvalidArgumentError(name, `an integer ${bounds} is needed.`);
}

function checkText(name: string, value: string | undefined) {
  if (value === undefined || (typeof value === 'string' && value !== '')) return;
  throw new InvalidArgumentError(name, 'a string that is not empty is needed, or none at all.');
}
