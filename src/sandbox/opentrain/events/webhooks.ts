import type {
  Webhook,
  WebhookEvent,
  WebhookEventType,
} from '../../../../generated/opentrain/types.ts';
import type { Delivery } from '../../kernel/delivery-log.ts';
import { openTrainLimit } from '../limits.ts';
import { conflict } from '../refusals.ts';
import type { World } from '../world.ts';

/** A subscription as stored. */
export interface WebhookRow {
  readonly id: string;
  readonly accountId: string;
  readonly url: string;
  readonly eventTypes: readonly WebhookEventType[];
  readonly status: 'ACTIVE' | 'DISABLED';
  readonly secret: string;
  readonly createdAt: string;
  readonly disabledAt: string | null;
  readonly disabledReason: string | null;
  /** Deliveries given up since the last one that succeeded. */
  readonly failures: number;
}

const channel = 'opentrain';

/** Subscriptions of URLs to events, and the deliveries to them. */
export class Webhooks {
  readonly #world: World;
  readonly #rows;

  constructor(world: World) {
    this.#world = world;
    const { kernel } = world;
    this.#rows = kernel.store.table('opentrain.webhooks', {
      key: (row: WebhookRow) => row.id,
      indexes: {
        account: { on: (row) => row.accountId },
        listening: {
          on: ({ status, accountId, eventTypes }) =>
            status === 'ACTIVE' ? eventTypes.map((type) => `${accountId}|${type}`) : undefined,
        },
      },
    });
    kernel.deliveries.channel(channel, {
      platform: 'opentrain',
      endpoint: (id) => {
        const row = this.#rows.get(id);
        return row?.status === 'ACTIVE' ? { url: row.url, secret: row.secret } : undefined;
      },
      onSucceeded: ({ endpointId }) => this.#succeeded(endpointId),
      onFailed: (delivery, last) => this.#failed(delivery, last),
    });
  }

  /**
   * @throws Refusal 409 when the account has as many as it may. That a disabled one counts, and that
   * the answer is a 409, is inferred.
   */
  create(accountId: string, url: string, eventTypes: readonly WebhookEventType[]): WebhookRow {
    const { kernel } = this.#world;
    const cap = openTrainLimit(kernel.limit, 'webhooks');
    if (this.#rows.count('account', accountId) >= cap) {
      throw conflict(null, `An account has ${cap} webhooks at most.`, {
        limit: cap,
      });
    }
    const random = kernel.random.stream('opentrain.webhooks');
    return this.#rows.insert({
      id: random.id('whk_'),
      accountId,
      url,
      eventTypes: [...new Set(eventTypes)],
      status: 'ACTIVE',
      secret: random.token('whsec_', 32),
      createdAt: kernel.clock.iso(),
      disabledAt: null,
      disabledReason: null,
      failures: 0,
    });
  }

  get(id: string): WebhookRow | undefined {
    return this.#rows.get(id);
  }

  /** Newest first. */
  list(accountId: string): WebhookRow[] {
    return [...this.#rows.walk('account', accountId, 'newest')];
  }

  /** Ends the subscription: nothing more is sent, and its delivery history is gone. */
  delete(id: string): void {
    this.#rows.delete(id);
    this.#world.kernel.deliveries.forget(id);
  }

  /** Stops deliveries for good; what waits is marked failed. */
  disable(id: string, reason: string): void {
    const { kernel } = this.#world;
    this.#rows.update(id, {
      status: 'DISABLED',
      disabledAt: kernel.clock.iso(),
      disabledReason: reason,
    });
    kernel.deliveries.cancel(id, 'failed');
  }

  /** Sends an event to every active subscription of the account that wants its type. */
  deliver(accountId: string, event: WebhookEvent): void {
    const { kernel } = this.#world;
    for (const { id } of [...this.#rows.walk('listening', `${accountId}|${event.type}`)]) {
      kernel.deliveries.enqueue({
        channel,
        endpointId: id,
        event: event.type,
        payload: event,
        deliveryId: kernel.random.stream('opentrain.deliveries').id('dlv_'),
      });
    }
  }

  #succeeded(id: string): void {
    const row = this.#rows.get(id);
    if (row && row.failures > 0) this.#rows.update(id, { failures: 0 });
  }

  /** What counts is not published: here a delivery counts once, when its last attempt failed. */
  #failed({ endpointId }: Delivery, last: boolean): void {
    const row = this.#rows.get(endpointId);
    if (!last || row?.status !== 'ACTIVE') return;
    const { failures } = this.#rows.update(endpointId, { failures: row.failures + 1 });
    if (failures < openTrainLimit(this.#world.kernel.limit, 'webhookFailures')) return;
    this.disable(endpointId, `Disabled after ${failures} failed deliveries in a row.`);
  }
}

/** A subscription as readers see it: never with its secret. */
export function webhookView(row: WebhookRow): Webhook {
  return {
    id: row.id,
    url: row.url,
    eventTypes: [...row.eventTypes],
    status: row.status,
    createdAt: row.createdAt,
    disabledAt: row.disabledAt,
    disabledReason: row.disabledReason,
  };
}
