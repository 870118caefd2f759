import type { LedgerEntry } from '../../../../generated/opentrain/types.ts';
import type { Page } from '../../kernel/table.ts';
import type { World } from '../world.ts';

/** A ledger entry as stored. */
export interface LedgerRow {
  readonly id: string;
  readonly accountId: string;
  readonly type: 'TOP_UP' | 'HOLD' | 'HOLD_RELEASE' | 'CAPTURE' | 'REFUND' | 'ADJUSTMENT';
  readonly amountCents: number;
  readonly createdAt: string;
  readonly holdEntryId: string | null;
  readonly proposalId: string | null;
  readonly contractId: string | null;
  readonly milestoneId: string | null;
  readonly topUpId: string | null;
  readonly note: string | null;
}

/** What an entry belongs to. */
export type LedgerReferences = Partial<
  Pick<LedgerRow, 'proposalId' | 'contractId' | 'milestoneId' | 'topUpId' | 'note'>
>;

/** An account's credits. */
export interface BalanceRow {
  readonly accountId: string;
  readonly availableCents: number;
  readonly reservedCents: number;
}

type Booking = Pick<LedgerRow, 'type' | 'amountCents'> & Partial<LedgerRow>;

/**
 * What each type of entry adds to the available and to the reserved money, given its amount. A
 * CAPTURE is written negative (inferred) though it leaves the available money alone.
 */
export const effects: Record<LedgerRow['type'], { available: number; reserved: number }> = {
  TOP_UP: { available: 1, reserved: 0 },
  HOLD: { available: 1, reserved: -1 },
  HOLD_RELEASE: { available: 1, reserved: -1 },
  CAPTURE: { available: 0, reserved: 1 },
  REFUND: { available: 1, reserved: 0 },
  ADJUSTMENT: { available: 1, reserved: 0 },
};

/** Prepaid money. Every change of a balance is an entry, and nothing else changes it. */
export class Credits {
  readonly #world: World;
  readonly #balances;
  readonly #ledger;

  constructor(world: World) {
    const { store } = world.kernel;
    this.#world = world;
    this.#balances = store.table('opentrain.credits', {
      key: (row: BalanceRow) => row.accountId,
    });
    this.#ledger = store.table('opentrain.ledger', {
      key: (row: LedgerRow) => row.id,
      indexes: {
        account: { on: (row) => row.accountId },
        settlement: { on: (row) => row.holdEntryId ?? undefined },
      },
    });
  }

  /** Zeros for an account that never used credits. */
  balance(accountId: string): BalanceRow {
    return this.#balances.get(accountId) ?? { accountId, availableCents: 0, reservedCents: 0 };
  }

  balances(): Iterable<BalanceRow> {
    return this.#balances.all();
  }

  entry(id: string): LedgerRow | undefined {
    return this.#ledger.get(id);
  }

  /** Every entry of an account, oldest first. */
  entries(accountId: string): Iterable<LedgerRow> {
    return this.#ledger.walk('account', accountId);
  }

  /** Entries newest first. */
  page(accountId: string, limit: number, after?: string): Page<LedgerRow> {
    return this.#ledger.page({ index: 'account', key: accountId, limit, after });
  }

  /** What there was right after an entry: what there is now, less what came later. */
  balanceAfter({ id, accountId }: LedgerRow): BalanceRow {
    let { availableCents, reservedCents } = this.balance(accountId);
    for (const later of this.#ledger.walk('account', accountId, 'newest')) {
      if (later.id === id) break;
      availableCents -= effects[later.type].available * later.amountCents;
      reservedCents -= effects[later.type].reserved * later.amountCents;
    }
    return { accountId, availableCents, reservedCents };
  }

  /** Books money that was paid in. */
  topUp(accountId: string, cents: number, topUpId: string): LedgerRow {
    return this.#book(accountId, { type: 'TOP_UP', amountCents: cents, topUpId });
  }

  /**
   * A correction by the vendor, either way.
   *
   * @throws RangeError when it would leave less than nothing, or more than whole numbers count exactly.
   */
  adjust(accountId: string, cents: number, note: string): LedgerRow {
    return this.#book(accountId, { type: 'ADJUSTMENT', amountCents: cents, note });
  }

  /**
   * Sets money aside.
   *
   * @throws RangeError when there is not enough: check the balance first.
   */
  hold(accountId: string, cents: number, references: LedgerReferences): LedgerRow {
    return this.#book(accountId, { type: 'HOLD', amountCents: -cents, ...references });
  }

  /** Frees a hold. */
  release(holdEntryId: string, note: string): LedgerRow {
    const hold = this.#openHold(holdEntryId);
    return this.#settle(hold, { type: 'HOLD_RELEASE', amountCents: -hold.amountCents, note });
  }

  /** Spends a hold. */
  capture(holdEntryId: string): LedgerRow {
    const hold = this.#openHold(holdEntryId);
    return this.#settle(hold, { type: 'CAPTURE', amountCents: hold.amountCents });
  }

  /** Gives spent money back. */
  refund(holdEntryId: string, note: string): LedgerRow {
    const hold = this.#ledger.get(holdEntryId);
    const [capture, ...more] = this.#ledger.walk('settlement', holdEntryId);
    if (!hold || capture?.type !== 'CAPTURE' || more.length > 0) {
      throw new Error(`${holdEntryId} is no hold whose money was spent and kept`);
    }
    return this.#settle(hold, { type: 'REFUND', amountCents: -hold.amountCents, note });
  }

  #openHold(id: string): LedgerRow {
    const hold = this.#ledger.get(id);
    if (hold?.type !== 'HOLD' || this.#ledger.count('settlement', id) > 0) {
      throw new Error(`${id} is no open hold`);
    }
    return hold;
  }

  #settle(hold: LedgerRow, booking: Booking): LedgerRow {
    const { accountId, proposalId, contractId, milestoneId } = hold;
    const references = { proposalId, contractId, milestoneId, holdEntryId: hold.id };
    return this.#book(accountId, { ...references, ...booking });
  }

  #book(accountId: string, booking: Booking): LedgerRow {
    const { clock, random } = this.#world.kernel;
    const { available, reserved } = effects[booking.type];
    const before = this.balance(accountId);
    const after = {
      accountId,
      availableCents: before.availableCents + available * booking.amountCents,
      reservedCents: before.reservedCents + reserved * booking.amountCents,
    };
    if (after.availableCents < 0 || after.reservedCents < 0) {
      throw new RangeError(`${booking.type} of ${booking.amountCents} cents overdraws the credits`);
    }
    if (!Number.isSafeInteger(after.availableCents)) {
      throw new RangeError(
        `${booking.type} of ${booking.amountCents} cents is more than can be counted`,
      );
    }
    if (this.#balances.get(accountId)) this.#balances.update(accountId, after);
    else this.#balances.insert(after);
    return this.#ledger.insert({
      id: random.stream('opentrain.ledger').id('led_'),
      accountId,
      createdAt: clock.iso(),
      holdEntryId: null,
      proposalId: null,
      contractId: null,
      milestoneId: null,
      topUpId: null,
      note: null,
      ...booking,
    });
  }
}

/** An entry as readers see it. */
export function ledgerView(row: LedgerRow): LedgerEntry {
  return {
    id: row.id,
    type: row.type,
    amountCents: row.amountCents,
    createdAt: row.createdAt,
    holdEntryId: row.holdEntryId,
    jobofferId: row.proposalId,
    contractId: row.contractId,
    milestoneId: row.milestoneId,
    topUpId: row.topUpId,
    note: row.note,
  };
}
