import { zJobStatus } from '../../../../generated/opentrain/schemas.ts';
import type { JobStatus } from '../../../../generated/opentrain/types.ts';
import type { DraftFields } from '../drafting/fields.ts';
import type { DraftReading } from '../drafting/reading.ts';

export type { JobStatus };

/** Every status a job can have, in the documented order. The sandbox sets the first two and `ARCHIVED`. */
export const jobStatuses = zJobStatus.options;

/** What moderation says about a job: its own rules, or what a control told it. */
export type ModerationOrder =
  | { decision: 'rules' | 'allow' }
  | { decision: 'block'; reasons: string[] };

/** A job, from its draft on. */
export interface JobRow {
  readonly id: string;
  readonly accountId: string;
  readonly status: JobStatus;
  readonly fields: DraftFields;
  /** `fields.jobTitle`, or empty. */
  readonly title: string;
  readonly paymentType: string | null;
  readonly externalId: string | null;
  readonly idempotencyKey: string | null;
  /** What was read out of the source, apart from the fields; `null` when there was none. */
  readonly reading: DraftReading | null;
  readonly moderation: ModerationOrder;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When it was last published; `null` before. */
  readonly publishedAt: string | null;
}
