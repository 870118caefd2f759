import type { Limit } from '../../kernel/limits.ts';
import { percentOf } from './cents.ts';

/**
 * What an employer is charged for a hire: the first milestone, the marketplace fee on it, and the
 * initiation fee that is due once per contract.
 *
 * @returns cents. Rounding of the fee is inferred.
 */
export function hireCharge(limit: Limit, amountCents: number): number {
  const fee = percentOf(amountCents, limit('opentrain.hireFeePercent', 10));
  return amountCents + fee + limit('opentrain.initiationFeeCents', 995);
}

/** What funding a later milestone costs, in cents. That it bears the marketplace fee is inferred. */
export function fundingCharge(limit: Limit, amountCents: number): number {
  return amountCents + percentOf(amountCents, limit('opentrain.fundingFeePercent', 10));
}
