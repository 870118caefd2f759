import type { Market } from './market.ts';

const initiationFeeCents = 995;

/** A tenth, half a cent up. */
const tenth = (cents: number) => Math.floor((cents + 5) / 10);

/** What a hire is documented to cost. */
export const costOfHire = (cents: number) => cents + tenth(cents) + initiationFeeCents;

/** What a later milestone costs (that it bears the fee is inferred). */
export const costOfFunding = (cents: number) => cents + tenth(cents);

/** Where every cent of an account is, each place counted by itself. */
export interface Whereabouts {
  /** Credits that can be spent. */
  readonly available: number;
  /** Credits set aside for what is in escrow. */
  readonly reserved: number;
  /** In escrow, paid by credits, fees included: the same money as `reserved`, counted the other way. */
  readonly escrowOfCredits: number;
  /** In escrow, paid by card, fees included. */
  readonly escrowOfCard: number;
  /** Paid out to trainers. */
  readonly paid: number;
  /** Kept by the platform. */
  readonly fees: number;
  /** Given back to the card. */
  readonly backOnCard: number;
}

/**
 * Finds every cent by what milestones say of themselves and by the documented prices; what the sandbox
 * noted of a charge is not looked at.
 */
export function whereabouts({ world }: Market, accountId: string): Whereabouts {
  const { availableCents, reservedCents } = world.credits.balance(accountId);
  const found = { escrowOfCredits: 0, escrowOfCard: 0, paid: 0, fees: 0, backOnCard: 0 };
  for (const { status, amountCents, number, funding } of world.milestones.all()) {
    if (!funding) continue;
    const cost = number === 1 ? costOfHire(amountCents) : costOfFunding(amountCents);
    const byCard = funding.source === 'card';
    if (status === 'ACTIVE_FUNDED') found[byCard ? 'escrowOfCard' : 'escrowOfCredits'] += cost;
    else if (status === 'PAID') {
      found.paid += amountCents;
      found.fees += cost - amountCents;
    } else if (byCard) found.backOnCard += cost;
  }
  return { available: availableCents, reserved: reservedCents, ...found };
}

/** How each kind of entry moves the available and the reserved credits, by its documented meaning. */
const moves: Record<string, (cents: number) => readonly [available: number, reserved: number]> = {
  TOP_UP: (cents) => [cents, 0],
  HOLD: (cents) => [cents, -cents],
  HOLD_RELEASE: (cents) => [cents, -cents],
  CAPTURE: (cents) => [0, -Math.abs(cents)],
  REFUND: (cents) => [cents, 0],
  ADJUSTMENT: (cents) => [cents, 0],
};

/** What a ledger adds up to. */
export function sumOf(entries: readonly { type: string; amountCents: number }[]) {
  let available = 0;
  let reserved = 0;
  for (const { type, amountCents } of entries) {
    const [toAvailable, toReserved] = moves[type]!(amountCents);
    available += toAvailable;
    reserved += toReserved;
  }
  return { available, reserved };
}
