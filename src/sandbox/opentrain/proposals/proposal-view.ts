import type { Proposal, ProposalDetail } from '../../../../generated/opentrain/types.ts';
import { publicCandidate } from '../crowd/projection.ts';
import { displayText } from '../drafting/words/kinds.ts';
import type { Market } from '../market.ts';
import type { ProposalRow } from './proposals.ts';

/** A proposal as lists have it. */
export function proposalView(row: ProposalRow, { jobs, trainers }: Market): Proposal {
  const trainer = trainers.require(row.trainerId);
  return {
    id: row.id,
    jobId: row.jobId,
    jobTitle: jobs.get(row.jobId)?.title ?? '',
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    status: { raw: row.status, label: labelOf(row.status) },
    bid: {
      amountUsd: row.bidAmountUsd,
      unit: row.bidUnit,
      labelerHourlyRateUsd: trainer.person.hourlyRateUsd,
    },
    candidate: {
      ...publicCandidate(trainer.person),
      profileSlug: trainer.registered ? trainer.slug : null,
    },
    metrics: { interviewScore: row.interviewScore, matchScore: row.matchScore },
  };
}

/** A proposal with what the interview and the checks found. */
export function proposalDetail(row: ProposalRow, market: Market): ProposalDetail {
  const { trainers, interviews, contracts } = market;
  const contract = contracts.byProposal(row.id);
  const interviewed = row.interviewScore !== null || row.interviewSummary !== null;
  return {
    ...proposalView(row, market),
    aiInterview: interviewed
      ? {
          score: row.interviewScore,
          summary: row.interviewSummary,
          transcriptAvailable: interviews.get(row.id) !== undefined,
        }
      : null,
    verification: {
      location: row.location && { ...row.location },
      identity: { verified: trainers.require(row.trainerId).person.identityVerified },
    },
    openLabel: null,
    contract: contract ? { id: contract.id, status: contract.status } : null,
  };
}

/** `NOT_A_FIT` → `Not a Fit` would be a guess; all but the first word stay small (inferred). */
function labelOf(status: string): string {
  const text = displayText(status).toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
