import type { JobDraft, JobDraftUpdateResult } from '../../../../generated/opentrain/types.ts';
import { type Call, type Handler, reply } from '../../kernel/handler.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import type { DraftFields } from '../drafting/fields.ts';
import { validateDraft } from '../drafting/validation.ts';
import type { Market } from '../market.ts';
import { readFields, readSource } from './draft-body.ts';
import type { JobRow } from './job-row.ts';
import { ownJob } from './own-job.ts';

/** Drafts: read out of a source, filled in field by field. */
export function draftHandlers(market: Market) {
  const { jobs } = market;

  const create: Handler<OpenTrainActor> = ({ actor, body, url }: Call<OpenTrainActor>) => {
    const source = readSource(body);
    const { externalId, idempotencyKey } = source;
    const { accountId } = actor;
    const existing = idempotencyKey && jobs.byIdempotencyKey(accountId, idempotencyKey);
    if (existing) return reply(200, draftView(existing, url));
    const reading = source.read();
    const { fields } = reading;
    const job = jobs.create({ accountId, fields, reading, externalId, idempotencyKey });
    return reply(200, draftView(job, url));
  };

  const update: Handler<OpenTrainActor> = ({ actor, params, body, url }: Call<OpenTrainActor>) => {
    const fields = readFields(body);
    const { id: jobId, status } = ownJob(market, actor, params.jobId);
    if (status !== 'DRAFT') {
      const hint = status === 'OPEN' ? ' Change a live job with PATCH /jobs/{id}.' : '';
      const details = { jobId, status, requiredStatus: 'DRAFT' };
      throw new Refusal(409, 'CONFLICT', `This job is not a draft.${hint}`, { details });
    }
    const job = jobs.edit(jobId, fields);
    return reply(200, {
      ok: true,
      jobId,
      status: job.status,
      draftUrl: draftUrl(jobId, url),
      ...checked(job.fields),
    } satisfies JobDraftUpdateResult);
  };

  return { 'jobDrafts.create': create, 'jobDrafts.update': update };
}

/** What a draft lacks, in the form of an answer. */
function checked(fields: DraftFields): Pick<JobDraft, 'validation' | 'missingFields'> {
  const { validation, missingFields } = validateDraft(fields);
  const issues = validation.issues.map((issue) => ({ ...issue }));
  return { validation: { ...validation, issues }, missingFields };
}

/** A replay shows what the draft lacks now, beside what was read at first. */
function draftView({ id, status, fields, reading }: JobRow, url: URL): JobDraft {
  const { languages, ...normalized } = reading?.fields ?? fields;
  return {
    ok: true,
    jobId: id,
    status,
    draftUrl: draftUrl(id, url),
    reviewUrl: draftUrl(id, url),
    ...checked(fields),
    normalizedFields: { ...normalized, ...(languages && { languages: [...languages] }) },
    warnings: [...(reading?.warnings ?? [])],
    unmappedFields: [...(reading?.unmappedFields ?? [])],
    lowConfidenceFields: [...(reading?.lowConfidenceFields ?? [])],
  };
}

const draftUrl = (jobId: string, { origin }: URL) => `${origin}/job-post?jobId=${jobId}`;
