import type { Limit } from '../../kernel/limits.ts';
import { openTrainLimit } from '../limits.ts';
import { percentOf } from './cents.ts';

/** What an employer is charged, line by line, in cents. */
export interface Charge {
  readonly amountCents: number;
  readonly feePercent: number;
  /** Its rounding is inferred. */
  readonly feeCents: number;
  /** Due once per contract. */
  readonly initiationCents: number;
  readonly totalCents: number;
}

/** What a hire costs: the first milestone, the marketplace fee on it, and the initiation fee. */
export function hireCharge(limit: Limit, amountCents: number): Charge {
  const feePercent = openTrainLimit(limit, 'hireFeePercent');
  return charge(amountCents, feePercent, openTrainLimit(limit, 'initiationFeeCents'));
}

/** What funding a later milestone costs. That it bears the marketplace fee is inferred. */
export function fundingCharge(limit: Limit, amountCents: number): Charge {
  return charge(amountCents, openTrainLimit(limit, 'fundingFeePercent'), 0);
}

function charge(amountCents: number, feePercent: number, initiationCents: number): Charge {
  const feeCents = percentOf(amountCents, feePercent);
  const totalCents = amountCents + feeCents + initiationCents;
  return { amountCents, feePercent, feeCents, initiationCents, totalCents };
}
