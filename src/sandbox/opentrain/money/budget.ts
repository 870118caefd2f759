import type { Budget, BudgetMilestone } from '../../../../generated/opentrain/types.ts';
import { usdOf } from './cents.ts';
import type { ContractRow } from './contracts.ts';
import type { MilestoneRow } from './milestones.ts';

/** How much of the funded work of a contract is used up. */
export function budgetOf(contract: ContractRow, milestones: readonly MilestoneRow[]): Budget {
  const { paymentType, usage } = contract;
  const funded = milestones.filter(({ status }) => status === 'ACTIVE_FUNDED' || status === 'PAID');
  const hours = usage.seconds / 3600;
  const fundedVolume = isUnitPriced(contract) ? sum(funded, ({ volume }) => volume ?? 0) : 0;
  const consumedVolume = consumed(paymentType, hours, usage.labels);
  const fraction = fundedVolume > 0 ? consumedVolume / fundedVolume : 0;
  return {
    contractId: contract.id,
    paymentType,
    state: stateAt(fraction),
    fundedVolume,
    fundedAmountUsd: usdOf(sum(funded, ({ amountCents }) => amountCents)),
    consumed: { seconds: usage.seconds, hours, labels: usage.labels, tasks: usage.tasks },
    consumedVolume,
    remainingVolume: Math.max(0, fundedVolume - consumedVolume),
    consumedFraction: rounded(fraction, 4),
    activeMilestone: activeMilestone(funded),
    lastUsageAt: contract.lastUsageAt,
  };
}

/** Whether work is paid by the hour or label. */
export function isUnitPriced({ paymentType }: Pick<ContractRow, 'paymentType'>): boolean {
  return paymentType === 'PAY_PER_HOUR' || paymentType === 'PAY_PER_LABEL';
}

function consumed(paymentType: string | null, hours: number, labels: number): number {
  if (paymentType === 'PAY_PER_HOUR') return hours;
  return paymentType === 'PAY_PER_LABEL' ? labels : 0;
}

function stateAt(fraction: number): 'OK' | 'LOW' | 'DEPLETED' {
  // Division leaves dust: 33.2 of 41.5 is four fifths and must not be a little less.
  const exact = rounded(fraction, 9);
  if (exact >= 1) return 'DEPLETED';
  return exact >= 0.8 ? 'LOW' : 'OK';
}

function activeMilestone(funded: readonly MilestoneRow[]): BudgetMilestone | null {
  const active = funded.find(({ status }) => status === 'ACTIVE_FUNDED');
  if (!active) return null;
  const { id, name, amountCents, volume, status } = active;
  return { id, name, amountUsd: usdOf(amountCents), volume, status };
}

function sum(rows: readonly MilestoneRow[], of: (row: MilestoneRow) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
