import type { Kernel } from '../../kernel/kernel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { JobRow } from '../jobs/job-row.ts';
import type { Market } from '../market.ts';
import { type Applicant, applicants } from './applicants.ts';
import type { InterviewTurn } from './interviews.ts';
import type { ProposalRow } from './proposals.ts';
import type { NewTrainer, TrainerRow } from './trainers.ts';

/** One application; what is left out is made up. */
export interface Application {
  /** Who applies: an existing trainer by id or slug, or what a new one is like. */
  trainer?: string | NewTrainer;
  /** USD a unit of the job's payment type. */
  bid?: number;
  /** Interview score, 0 to 100; `null` for no interview. */
  score?: number | null;
  /** Match with the job, 0 to 1. */
  matchScore?: number;
  /** What was said, or `false` for a score without a transcript. An empty list is told as the platform does. */
  interview?: readonly InterviewTurn[] | false;
}

/** A trainer applies to an open job. */
export function apply(market: Market, jobId: string, wish: Application): ProposalRow {
  const job = openJob(market, jobId);
  const [made] = applicants(streamOf(market.kernel), job, 1);
  const trainer = trainerFor(market, wish.trainer, made as Applicant);
  if (market.proposals.between(job.id, trainer.id)) {
    throw new Refusal(409, 'ALREADY_APPLIED', 'This trainer has applied or was invited already.');
  }
  return receive(market, job, trainer, { ...(made as Applicant), ...given(wish) });
}

/** A crowd applies, each person once. */
export function applyCrowd(market: Market, jobId: string, count: number): ProposalRow[] {
  if (!Number.isInteger(count) || count < 1 || count > 10_000) {
    throw new Refusal(400, 'BAD_REQUEST', 'count has to be a whole number from 1 to 10,000.');
  }
  const job = openJob(market, jobId);
  return applicants(streamOf(market.kernel), job, count).map((applicant) =>
    receive(market, job, market.trainers.create(applicant.trainer), applicant),
  );
}

function receive(market: Market, job: JobRow, trainer: TrainerRow, applicant: Applicant) {
  const { kernel, proposals, interviews } = market;
  const { score, summary, turns } = applicant;
  const proposal = proposals.receive({
    jobId: job.id,
    accountId: job.accountId,
    trainerId: trainer.id,
    status: trainer.registered ? 'UNREVIEWED' : 'RESUME_SENT',
    bidAmountUsd: applicant.bid,
    bidUnit: job.paymentType?.replace('PAY_', '') ?? null,
    matchScore: applicant.matchScore,
    interviewScore: score,
    interviewSummary: score === null ? null : summary,
    location: applicant.located
      ? { status: 'PASSED', method: 'GPS', checkedAt: kernel.clock.iso() }
      : null,
  });
  if (turns && score !== null) interviews.record(proposal.id, { score, summary, turns });
  return proposal;
}

function given({ bid, score, matchScore, interview }: Application): Partial<Applicant> {
  return {
    ...(bid !== undefined && { bid }),
    ...(score !== undefined && { score }),
    ...(matchScore !== undefined && { matchScore }),
    ...(interview !== undefined && { turns: interview === false ? null : interview }),
  };
}

function trainerFor({ trainers }: Market, wish: Application['trainer'], made: Applicant) {
  if (typeof wish === 'string') return trainers.require(wish);
  return trainers.create({ ...made.trainer, ...wish });
}

function openJob({ jobs }: Market, jobId: string): JobRow {
  const job = jobs.require(jobId);
  if (job.status === 'OPEN') return job;
  throw new Refusal(409, 'JOB_NOT_OPEN', 'Trainers see open jobs only: publish it first.');
}

const streamOf = ({ random }: Kernel) => random.stream('opentrain.applicants');
