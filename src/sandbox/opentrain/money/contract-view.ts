import type { Contract, ContractDetail } from '../../../../generated/opentrain/types.ts';
import type { World } from '../world.ts';
import { budgetOf } from './budget.ts';
import { usdOf } from './cents.ts';
import type { ContractRow } from './contracts.ts';
import { isVisible, milestoneView } from './milestones.ts';

/** A contract as lists show it. */
export function contractView(row: ContractRow, world: World): Contract {
  const milestones = world.milestones.of(row.id);
  const trainer = world.trainers.get(row.trainerId);
  return {
    id: row.id,
    status: row.status,
    title: row.title,
    jobId: row.jobId,
    proposalId: row.proposalId,
    paymentType: row.paymentType,
    rateUsd: row.rateUsd,
    estimatedTotalUsd: usdOf(row.estimatedTotalCents),
    estimatedVolume: row.estimatedVolume,
    hasActiveMilestone: milestones.some(({ status }) => status === 'ACTIVE_FUNDED'),
    startDate: row.createdAt,
    endDate: row.endedAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    freelancer: {
      userId: row.trainerId,
      displayName: trainer?.displayName ?? 'Freelancer',
      country: trainer?.country ?? null,
      profilePath: `/profile/${trainer?.slug ?? row.trainerId}`,
    },
    milestones: milestones.filter(isVisible).map((milestone) => milestoneView(milestone, world)),
  };
}

/** A contract as the single read shows it. */
export function contractDetailView(row: ContractRow, world: World): ContractDetail {
  return {
    ...contractView(row, world),
    jobDmConversationId: row.conversationId,
    budget: budgetOf(row, world.milestones.of(row.id)),
  };
}
