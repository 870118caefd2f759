import type { Limit } from '../../kernel/limits.ts';
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
  const feePercent = limit('opentrain.hireFeePercent', 10);
  return charge(amountCents, feePercent, limit('opentrain.initiationFeeCents', 995));
}

/** What funding a later milestone costs. That it bears the marketplace fee is inferred. */
export function fundingCharge(limit: Limit, amountCents: number): Charge {
  return charge(amountCents, limit('opentrain.fundingFeePercent', 10), 0);
}

function charge(amountCents: number, feePercent: number, initiationCents: number): Charge {
  const feeCents = percentOf(amountCents, feePercent);
  const totalCents = amountCents + feeCents + initiationCents;
  return { amountCents, feePercent, feeCents, initiationCents, totalCents };
}
