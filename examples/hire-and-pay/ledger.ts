import type { LedgerEntry } from 'trainyard/opentrain';
import { tell } from '../narrator.ts';

/** What each kind of entry does to the available and to the reserved credits, in cents. */
const effects: Record<string, (cents: number) => [available: number, reserved: number]> = {
  TOP_UP: (cents) => [cents, 0],
  HOLD: (cents) => [cents, -cents],
  HOLD_RELEASE: (cents) => [cents, -cents],
  CAPTURE: (cents) => [0, -Math.abs(cents)],
  REFUND: (cents) => [cents, 0],
  ADJUSTMENT: (cents) => [cents, 0],
};

const dollars = (cents: number) => (cents / 100).toFixed(2).padStart(9);

/** Prints a ledger, oldest entry first, with what it comes to after each. @returns the sums. */
export function printLedger(entries: readonly LedgerEntry[]) {
  tell('entry             amount  available  reserved');
  let available = 0;
  let reserved = 0;
  for (const { type, amountCents } of [...entries].reverse()) {
    const [toAvailable, toReserved] = effects[type]?.(amountCents) ?? [0, 0];
    available += toAvailable;
    reserved += toReserved;
    tell(`${type.padEnd(14)} ${dollars(amountCents)}  ${dollars(available)} ${dollars(reserved)}`);
  }
  return { availableCents: available, reservedCents: reserved };
}
