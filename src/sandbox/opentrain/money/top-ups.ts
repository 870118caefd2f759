import type { TopUp } from '../../../../generated/opentrain/types.ts';
import type { Page } from '../../kernel/table.ts';
import { openTrainLimit } from '../limits.ts';
import { conflict, notFound } from '../refusals.ts';
import type { World } from '../world.ts';

/** A top-up as stored. */
export interface TopUpRow {
  readonly id: string;
  readonly accountId: string;
  readonly status: 'PENDING' | 'COMPLETED' | 'EXPIRED' | 'CANCELED';
  readonly amountCents: number;
  /** Id of the checkout session, the last part of its URL. */
  readonly checkoutId: string;
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly expiresAt: string;
}

const hourMs = 3_600_000;

/** Payments into the credits, each a checkout page that a human pays on, or not. */
export class TopUps {
  readonly #world: World;
  readonly #rows;

  constructor(world: World) {
    this.#world = world;
    this.#rows = world.kernel.store.table('opentrain.topUps', {
      key: (row: TopUpRow) => row.id,
      indexes: { account: { on: (row) => row.accountId } },
    });
  }

  create(accountId: string, amountCents: number): TopUpRow {
    const { clock, limit, random } = this.#world.kernel;
    const now = clock.now();
    const ids = random.stream('opentrain.topUps');
    return this.#rows.insert({
      id: ids.id('top_'),
      accountId,
      status: 'PENDING',
      amountCents,
      checkoutId: ids.token('cs_test_', 24),
      createdAt: clock.iso(now),
      completedAt: null,
      expiresAt: clock.iso(now + openTrainLimit(limit, 'topUpHours') * hourMs),
    });
  }

  /** The top-up as it is now: one past its time turns expired by being read. */
  read(id: string): TopUpRow | undefined {
    const row = this.#rows.get(id);
    const ranOut = row?.status === 'PENDING' && this.#world.kernel.clock.iso() >= row.expiresAt;
    return ranOut ? this.#rows.update(id, { status: 'EXPIRED' }) : row;
  }

  /** An account's top-ups, newest first, each as it is now. */
  page(accountId: string, limit: number, after?: string): Page<TopUpRow> {
    const page = this.#rows.page({ index: 'account', key: accountId, limit, after });
    return { ...page, rows: page.rows.map((row) => this.read(row.id) ?? row) };
  }

  /** The human pays. @throws Refusal 404, 409 when it is no longer pending. */
  complete(id: string): TopUpRow {
    const { clock } = this.#world.kernel;
    const { accountId, amountCents } = this.#pending(id);
    this.#world.credits.topUp(accountId, amountCents, id);
    return this.#rows.update(id, { status: 'COMPLETED', completedAt: clock.iso() });
  }

  /** The human backs out. @throws Refusal 404, 409 when it is no longer pending. */
  cancel(id: string): TopUpRow {
    this.#pending(id);
    return this.#rows.update(id, { status: 'CANCELED' });
  }

  #pending(id: string): TopUpRow {
    const row = this.read(id);
    if (!row) throw notFound('credit-top-ups', 'topUpId', id, 'top-up');
    if (row.status === 'PENDING') return row;
    throw conflict('top_up_not_pending', `This top-up is ${row.status}.`, { status: row.status });
  }
}

/** A top-up as readers see it. */
export function topUpView(row: TopUpRow): TopUp {
  return {
    id: row.id,
    status: row.status,
    amountCents: row.amountCents,
    createdAt: row.createdAt,
    completedAt: row.completedAt,
    expiresAt: row.expiresAt,
  };
}
