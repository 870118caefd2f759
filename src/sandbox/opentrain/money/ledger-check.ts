import type { World } from '../world.ts';
import { effects, type LedgerRow } from './credits.ts';

/**
 * Checks what must hold at any time: balances are the sums of their entries and never negative, each
 * hold is settled once at most, and what is reserved is what funded milestones hold.
 *
 * @param only the account to look at; all there are when left out, which takes as long as there is money.
 * @returns what does not hold, in words; empty when all is well.
 */
export function checkLedger(world: World, only?: string): string[] {
  const { contracts, credits } = world;
  const problems: string[] = [];
  const escrow = new Map<string, number>();
  for (const { id, contractId, status, funding } of milestonesOf(world, only)) {
    if (status !== 'ACTIVE_FUNDED' || !funding?.holdEntryId) continue;
    const accountId = contracts.get(contractId)?.accountId ?? '';
    escrow.set(accountId, (escrow.get(accountId) ?? 0) + funding.chargeCents);
    const hold = credits.entry(funding.holdEntryId);
    if (hold?.amountCents !== -funding.chargeCents) problems.push(`${id} is not held in full`);
  }
  const balances = only === undefined ? credits.balances() : [credits.balance(only)];
  for (const { accountId, availableCents, reservedCents } of balances) {
    const entries = [...credits.entries(accountId)];
    const available = sum(entries, 'available');
    const reserved = sum(entries, 'reserved');
    const say = (text: string) => problems.push(`${accountId}: ${text}`);
    if (available !== availableCents) say(`available ${availableCents}, ledger ${available}`);
    if (reserved !== reservedCents) say(`reserved ${reservedCents}, ledger ${reserved}`);
    if (availableCents < 0 || reservedCents < 0) say('below zero');
    if (reservedCents !== (escrow.get(accountId) ?? 0)) say('reserved is not what is in escrow');
    for (const settled of settledTwice(entries)) say(`${settled} is settled twice`);
  }
  return problems;
}

function milestonesOf({ contracts, milestones }: World, only: string | undefined) {
  if (only === undefined) return milestones.all();
  return contracts.list(only).flatMap(({ id }) => milestones.of(id));
}

function sum(entries: readonly LedgerRow[], money: 'available' | 'reserved'): number {
  return entries.reduce((total, { type, amountCents }) => {
    return total + effects[type][money] * amountCents;
  }, 0);
}

/** A refund follows a capture; otherwise a hold has one settlement. */
function settledTwice(entries: readonly LedgerRow[]): string[] {
  const seen = new Set<string>();
  return entries.flatMap(({ type, holdEntryId }) => {
    if (holdEntryId === null) return [];
    const settlement = `${type === 'REFUND' ? 'REFUND ' : ''}${holdEntryId}`;
    if (seen.has(settlement)) return [settlement];
    seen.add(settlement);
    return [];
  });
}
