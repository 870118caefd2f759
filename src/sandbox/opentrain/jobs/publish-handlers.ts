import { limits } from '../../../../generated/opentrain/limits.ts';
import type {
  JobCloseResult,
  JobPublishResult,
  JobUpdateResult,
} from '../../../../generated/opentrain/types.ts';
import { type Call, type Handler, reply } from '../../kernel/handler.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { validateDraft } from '../drafting/validation.ts';
import { openTrainLimit } from '../limits.ts';
import type { Market } from '../market.ts';
import { conflict } from '../refusals.ts';
import { readFields } from './draft-body.ts';
import { moderationReasons } from './moderation.ts';
import { ownJob } from './own-job.ts';

const hourMs = 3_600_000;

/** From draft to marketplace and off it again. */
export function publishHandlers(market: Market) {
  const { kernel, jobs, quotas } = market;

  const publish: Handler<OpenTrainActor> = ({ actor, params, url }) => {
    const job = ownJob(market, actor, params.id);
    if (job.status === 'OPEN') return published(job.id, url, true);
    if (job.status !== 'DRAFT') {
      const details = { jobId: job.id, status: job.status, requiredStatus: 'DRAFT' };
      throw new Refusal(409, 'CONFLICT', 'Only a draft can be published.', { details });
    }
    const { validation } = validateDraft(job.fields);
    if (!validation.publishReady) {
      const details = { validation };
      throw new Refusal(400, 'BAD_REQUEST', 'This draft is not ready to publish.', { details });
    }
    const cap = actor.claimed ? 'publishPerDay' : 'publishPerDayUnclaimed';
    const quota = {
      limit: openTrainLimit(kernel.limit, cap),
      windowMs: limits[cap].windowSeconds * 1000,
    };
    const bucket = `publish|${actor.accountId}`;
    if (quotas.wait(bucket, quota) > 0) {
      const windowHours = quota.windowMs / hourMs;
      const details = { limit: quota.limit, windowHours };
      const text = `At most ${quota.limit} jobs can be published in ${windowHours} hours.`;
      throw new Refusal(429, 'RATE_LIMITED', text, { details });
    }
    const reasons = moderationReasons(job);
    if (reasons.length > 0) {
      const details = { reason: 'moderation_blocked', reasons };
      throw new Refusal(403, 'FORBIDDEN', 'Moderation refused this job.', { details });
    }
    quotas.use(bucket, quota);
    jobs.publish(job.id);
    return published(job.id, url, false);
  };

  const published = (jobId: string, { origin }: URL, alreadyPublished: boolean) =>
    reply(200, {
      ok: true,
      jobId,
      status: 'OPEN',
      alreadyPublished,
      jobUrl: `${origin}/jobs/${jobId}`,
      publishAttemptId: alreadyPublished
        ? null
        : kernel.random.stream('opentrain.publishes').id('pub_'),
      warnings: [],
      sideEffects: alreadyPublished
        ? { dispatched: false, status: 'skipped' }
        : { dispatched: true, status: 'queued' },
    } satisfies JobPublishResult);

  const close: Handler<OpenTrainActor> = ({ actor, params }) => {
    const job = ownJob(market, actor, params.id);
    const alreadyClosed = job.status === 'ARCHIVED';
    if (!alreadyClosed) jobs.withdraw(job.id, 'ARCHIVED');
    return reply(200, {
      ok: true,
      jobId: job.id,
      status: 'ARCHIVED',
      alreadyClosed,
    } satisfies JobCloseResult);
  };

  const update: Handler<OpenTrainActor> = ({ actor, params, body }: Call<OpenTrainActor>) => {
    const fields = readFields(body);
    const { id: jobId, status } = ownJob(market, actor, params.id);
    if (status !== 'OPEN') {
      const hint = status === 'DRAFT' ? ' Change a draft with PATCH /job-drafts/{jobId}.' : '';
      const details = { jobId, status, requiredStatus: 'OPEN' };
      throw new Refusal(409, 'CONFLICT', `This job is not open.${hint}`, { details });
    }
    const reasons = moderationReasons(jobs.edit(jobId, fields));
    if (reasons.length > 0) {
      jobs.withdraw(jobId, 'DRAFT');
      const text = 'Moderation refused the edit: it is stored, and the job is a draft again.';
      throw conflict('moderation_blocked', text, { jobId, reasons, status: 'DRAFT' });
    }
    return reply(200, {
      ok: true,
      jobId,
      status: 'OPEN',
      moderation: { decision: 'ALLOW', reasons: [] },
    } satisfies JobUpdateResult);
  };

  return { 'jobs.publish': publish, 'jobs.close': close, 'jobs.update': update };
}
