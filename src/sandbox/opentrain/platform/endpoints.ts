import type {
  WebhookEndpoint,
  WebhookEvent,
  WebhookEventType,
} from '../../../../generated/platform/types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { conflict } from '../refusals.ts';
import { platformLimit } from './limits.ts';

/** An endpoint as stored. */
export interface EndpointRow {
  readonly id: string;
  readonly installId: string;
  readonly url: string;
  readonly eventTypes: readonly WebhookEventType[];
  readonly status: 'ACTIVE' | 'DISABLED';
  readonly secret: string;
  readonly createdAt: string;
  readonly consecutiveFailures: number;
  readonly disabledAt: string | null;
  readonly disabledReason: string | null;
}

/** What of an endpoint may be changed. */
export type EndpointChange = Partial<Pick<EndpointRow, 'url' | 'eventTypes' | 'status'>>;

const channel = 'platform';

/** Where installs are told of events. Unlike the Public API's webhooks, these can be put to work again. */
export class Endpoints {
  readonly #kernel: Kernel;
  readonly #rows;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#rows = kernel.store.table('platform.endpoints', {
      key: (row: EndpointRow) => row.id,
      indexes: {
        install: { on: (row) => row.installId },
        listening: {
          on: ({ status, installId, eventTypes }) =>
            status === 'ACTIVE' ? eventTypes.map((type) => `${installId}|${type}`) : undefined,
        },
      },
    });
    kernel.deliveries.channel(channel, {
      platform: 'platform',
      endpoint: (id) => {
        const row = this.#rows.get(id);
        if (row?.status === 'DISABLED') return 'paused';
        return row && { url: row.url, secret: row.secret };
      },
      onSucceeded: ({ endpointId }) => this.#count(endpointId, () => 0),
      onFailed: ({ endpointId }, last) => this.#failed(endpointId, last),
    });
  }

  get(id: string): EndpointRow | undefined {
    return this.#rows.get(id);
  }

  /** Newest first. */
  list(installId: string): EndpointRow[] {
    return [...this.#rows.walk('install', installId, 'newest')];
  }

  /** @throws Refusal 409 when the install has as many as it may. */
  create(installId: string, url: string, eventTypes: readonly WebhookEventType[]): EndpointRow {
    const { clock, limit, random } = this.#kernel;
    const cap = platformLimit(limit, 'endpointsPerInstall');
    if (this.#rows.count('install', installId) >= cap) {
      const message = `An install has ${cap} webhook endpoints at most.`;
      throw conflict(null, message, { limit: cap });
    }
    const stream = random.stream('platform.endpoints');
    return this.#rows.insert({
      id: stream.id('whe_'),
      installId,
      url,
      eventTypes: [...new Set(eventTypes)],
      status: 'ACTIVE',
      secret: stream.token('whsec_', 32),
      createdAt: clock.iso(),
      consecutiveFailures: 0,
      disabledAt: null,
      disabledReason: null,
    });
  }

  /** Changes what is given. `ACTIVE` forgets failures, and what waited meanwhile goes out. */
  change(id: string, { url, eventTypes, status }: EndpointChange): EndpointRow {
    const { clock, deliveries } = this.#kernel;
    const row = this.#rows.update(id, (before) => ({
      ...(url !== undefined && { url }),
      ...(eventTypes !== undefined && { eventTypes: [...new Set(eventTypes)] }),
      ...(status === 'ACTIVE' && working),
      ...(status === 'DISABLED' &&
        before.status === 'ACTIVE' && {
          status,
          disabledAt: clock.iso(),
          disabledReason: 'Disabled through the API.',
        }),
    }));
    if (status === 'ACTIVE') deliveries.wake(id);
    return row;
  }

  /** Ends the endpoint: what waits is discarded, and its delivery history is gone. */
  delete(id: string): void {
    this.#rows.delete(id);
    this.#kernel.deliveries.forget(id);
  }

  /** Stops deliveries until somebody puts the endpoint to work again; what waits has failed. */
  disable(id: string, disabledReason: string): void {
    const { clock, deliveries } = this.#kernel;
    this.#rows.update(id, { status: 'DISABLED', disabledAt: clock.iso(), disabledReason });
    deliveries.cancel(id, 'failed');
  }

  /** Gives up what still waits for an install's endpoints. */
  cancelDeliveries(installId: string): void {
    for (const { id } of this.list(installId)) this.#kernel.deliveries.cancel(id);
  }

  /** Sends an event to every active endpoint of the install that wants its type. */
  deliver(installId: string, event: WebhookEvent): void {
    const { deliveries, random } = this.#kernel;
    for (const { id } of [...this.#rows.walk('listening', `${installId}|${event.type}`)]) {
      deliveries.enqueue({
        channel,
        endpointId: id,
        event: event.type,
        payload: event,
        deliveryId: random.stream('platform.deliveries').id('dlv_'),
      });
    }
  }

  #count(id: string, next: (failures: number) => number): number {
    const row = this.#rows.get(id);
    if (!row) return 0;
    const consecutiveFailures = next(row.consecutiveFailures);
    if (consecutiveFailures !== row.consecutiveFailures) {
      this.#rows.update(id, { consecutiveFailures });
    }
    return consecutiveFailures;
  }

  /** Whether attempts or given-up deliveries count is not published: attempts, unless told otherwise. */
  #failed(id: string, last: boolean): void {
    const { limit } = this.#kernel;
    if (!last && limit('platform.countAttempts', 1) === 0) return;
    const failures = this.#count(id, (before) => before + 1);
    if (failures < platformLimit(limit, 'webhookFailures')) return;
    if (this.#rows.get(id)?.status !== 'ACTIVE') return;
    this.disable(id, `Disabled after ${failures} failures in a row.`);
  }
}

const working = {
  status: 'ACTIVE',
  consecutiveFailures: 0,
  disabledAt: null,
  disabledReason: null,
} as const;

/** An endpoint as readers see it: never with its secret. */
export function endpointView(row: EndpointRow): WebhookEndpoint {
  const { installId: _, secret: __, ...shown } = row;
  return { ...shown, eventTypes: [...row.eventTypes] };
}
