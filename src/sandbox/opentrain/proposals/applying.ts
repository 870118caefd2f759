import { Refusal } from '../../kernel/refusal.ts';
import { candidates } from '../crowd/candidates.ts';
import { drawInterview } from '../crowd/interview.ts';
import type { TranscriptMessage } from '../crowd/sanitize-transcript.ts';
import type { CandidateInterview, CrowdCandidate } from '../crowd/types.ts';
import type { JobRow } from '../jobs/job-row.ts';
import type { Market } from '../market.ts';
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
  /** What was said, or `false` for a score without a transcript. */
  interview?: readonly TranscriptMessage[] | false;
}

const usualScore = 70;
const mostAtOnce = 10_000;
const secondsATurn = 30;

/** A trainer applies to an open job. */
export function apply(market: Market, jobId: string, wish: Application): ProposalRow {
  const job = openJob(market, jobId);
  const existing =
    typeof wish.trainer === 'string' ? market.trainers.require(wish.trainer) : undefined;
  if (existing && market.proposals.between(job.id, existing.id)) {
    throw new Refusal(409, 'ALREADY_APPLIED', 'This trainer has applied or was invited already.');
  }
  const [drawn] = draw(market, job, 1);
  if (!drawn) throw new Error('nobody was drawn');
  const invented = typeof wish.trainer === 'object' ? wish.trainer : {};
  const trainer = existing ?? market.trainers.add(drawn.trainer, invented);
  return receive(market, job, trainer, granted(market, job, trainer, drawn, wish));
}

/** A crowd applies, each person once. */
export function applyCrowd(market: Market, jobId: string, count: number): ProposalRow[] {
  if (!Number.isInteger(count) || count < 1 || count > mostAtOnce) {
    throw new Refusal(400, 'BAD_REQUEST', 'count has to be a whole number from 1 to 10,000.');
  }
  const job = openJob(market, jobId);
  return draw(market, job, count).map((candidate) =>
    receive(market, job, market.trainers.add(candidate.trainer), candidate),
  );
}

/** The candidate with what was wished put in; one who is wished for alone has been interviewed. */
function granted(
  { kernel }: Market,
  { fields }: JobRow,
  { person }: TrainerRow,
  drawn: CrowdCandidate,
  { bid, score, matchScore, interview: wished }: Application,
): CrowdCandidate {
  const interviewScore = score === undefined ? (drawn.interviewScore ?? usualScore) : score;
  const stream = kernel.random.stream('opentrain.crowd');
  const interview =
    interviewScore === null || wished === false
      ? null
      : drawInterview(() => stream.next(), fields, person, { score: interviewScore });
  return {
    ...drawn,
    bid: { ...drawn.bid, ...(bid !== undefined && { amountUsd: bid }) },
    matchScore: matchScore ?? drawn.matchScore,
    interviewScore,
    interview: interview && wished ? withWords(interview, wished) : interview,
  };
}

function withWords(interview: CandidateInterview, said: readonly TranscriptMessage[]) {
  const messages = said.map((message, i) => ({
    ...message,
    id: `${interview.id}_${i}`,
    secondsIn: i * secondsATurn,
  }));
  return { ...interview, messages };
}

function receive(market: Market, job: JobRow, trainer: TrainerRow, candidate: CrowdCandidate) {
  const { kernel, proposals, interviews } = market;
  const { bid, interview, interviewScore, location } = candidate;
  const proposal = proposals.receive({
    jobId: job.id,
    accountId: job.accountId,
    trainerId: trainer.id,
    status: trainer.registered ? 'UNREVIEWED' : 'RESUME_SENT',
    bidAmountUsd: bid.amountUsd,
    bidUnit: bid.unit,
    matchScore: candidate.matchScore,
    interviewScore,
    interviewSummary: interview?.summary ?? null,
    location: location && { ...location, checkedAt: kernel.clock.iso() },
  });
  if (interview) interviews.record(proposal.id, interview, trainer.person.lastName);
  return proposal;
}

function draw({ kernel }: Market, { fields }: JobRow, count: number): CrowdCandidate[] {
  const stream = kernel.random.stream('opentrain.crowd');
  return candidates(() => stream.next(), fields, count, { now: kernel.clock.now() });
}

function openJob({ jobs }: Market, jobId: string): JobRow {
  const job = jobs.require(jobId);
  if (job.status === 'OPEN') return job;
  throw new Refusal(409, 'JOB_NOT_OPEN', 'Trainers see open jobs only: publish it first.');
}
