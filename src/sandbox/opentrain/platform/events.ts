import type { WebhookEvent, WebhookEventType } from '../../../../generated/platform/types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Endpoints } from './endpoints.ts';
import type { InstallRow } from './installs.ts';

interface EventRow {
  readonly installId: string;
  readonly event: WebhookEvent;
}

type EventOf<Type extends WebhookEventType> = Extract<WebhookEvent, { type: Type }>;

/** What an event says beside its type. */
export interface EventFacts<Type extends WebhookEventType> {
  readonly resourceId: string;
  readonly jobId: string | null;
  readonly data: EventOf<Type>['data'];
}

/** What installs were told. One sequence over all of them, so ids rise everywhere. */
export class PartnerEvents {
  readonly #kernel: Kernel;
  readonly #endpoints: Endpoints;
  readonly #rows;

  constructor(kernel: Kernel, endpoints: Endpoints) {
    this.#kernel = kernel;
    this.#endpoints = endpoints;
    this.#rows = kernel.store.table('platform.events', {
      key: (row: EventRow) => row.event.id,
      indexes: { install: { on: (row) => row.installId } },
    });
  }

  /**
   * Tells an install, if it is active: only its end may be told after it. There is no feed, so what
   * no endpoint listens to is gone.
   */
  emit<Type extends WebhookEventType>(
    { id: installId, status }: InstallRow,
    type: Type,
    { resourceId, jobId, data }: EventFacts<Type>,
  ): void {
    if (status !== 'ACTIVE' && type !== 'install.revoked') return;
    const { clock, store } = this.#kernel;
    const event = {
      id: String(store.next('platform.events')),
      type,
      apiVersion: 'v1',
      createdAt: clock.iso(),
      resourceId,
      jobId,
      data,
      // That these make the event of this type is what EventFacts says, beyond what the compiler follows.
    } as EventOf<Type>;
    this.#rows.insert({ installId, event });
    this.#endpoints.deliver(installId, event);
  }

  /** Everything an install was told, oldest first. */
  list(installId: string): WebhookEvent[] {
    return [...this.#rows.walk('install', installId)].map(({ event }) => event);
  }
}
