import type { Delivery, DeliveryAttempt } from '../../src/sandbox/kernel/delivery-log.ts';
import { createKernel, type Kernel } from '../../src/sandbox/kernel/kernel.ts';
import type { OpenTrainWebhookEvent } from '../../src/webhooks/index.ts';
import type { Plan, Planned } from './plan.ts';
import { post } from './post.ts';

/** A minute between two attempts is half a second here; how long an answer may take stays 10 seconds. */
const timeScale = 120;
/** So many first attempts are under way at a time. */
export const lanes = 32;

/** How far the sending is. */
export interface Progress {
  /** Deliveries that are through. */
  through: number;
  /** Attempts that were answered, or broke off. */
  attempts: number;
}

/** Delivers as the platform does, with the sandbox's own engine: its schedule, its faults, its log. */
export class Sender {
  /** When an event was first answered 2xx, in milliseconds since the Unix epoch. */
  readonly taken = new Map<number, number>();
  readonly #kernel: Kernel;
  #ended: (delivery: Delivery, isLast: boolean) => void = () => {};

  constructor(url: string, secret: string) {
    const deliveryLog = Number.MAX_SAFE_INTEGER;
    this.#kernel = createKernel({
      time: 'real',
      timeScale,
      deliver: post,
      limits: { deliveryLog },
    });
    this.#kernel.deliveries.channel('fleet', {
      platform: 'opentrain',
      endpoint: () => ({ url, secret }),
      onSucceeded: (delivery) => {
        const id = Number((delivery.payload as OpenTrainWebhookEvent).id);
        if (!this.taken.has(id)) this.taken.set(id, Date.now());
        this.#ended(delivery, true);
      },
      onFailed: (delivery, isLast) => this.#ended(delivery, isLast),
    });
  }

  /**
   * Sends all, so many first attempts at a time; what fails comes again while others go on.
   *
   * @param passed called after each attempt
   * @throws Error when one was not taken in all its attempts
   */
  send({ deliveries, again }: Plan, passed: (sent: Progress) => void): Promise<void> {
    if (again > 0) {
      const every = Math.floor(deliveries.length / again);
      this.#kernel.faults.inject({ delivery: 'duplicate', every, times: again });
    }
    return new Promise((resolve, reject) => {
      const waiting = deliveries.values();
      const sent: Progress = { through: 0, attempts: 0 };
      const begin = () => {
        const { value } = waiting.next();
        if (value) this.#begin(value);
      };
      this.#ended = ({ attempts, event, state }, isLast) => {
        if (attempts.length === 1) begin();
        sent.attempts++;
        if (isLast) sent.through++;
        passed(sent);
        if (!isLast) return;
        if (state === 'failed') reject(new Error(`${event} was not taken, whenever it came`));
        // The last may have a duplicate under way.
        if (sent.through === deliveries.length) resolve(this.#kernel.settled());
      };
      for (let lane = 0; lane < lanes; lane++) begin();
    });
  }

  /** Every attempt that was made, how long it took in the machine's milliseconds. */
  get log(): DeliveryAttempt[] {
    return this.#kernel.deliveries
      .list()
      .flatMap(({ attempts }) => attempts)
      .map((attempt) => ({ ...attempt, durationMs: attempt.durationMs / timeScale }));
  }

  #begin({ event }: Planned): void {
    this.#kernel.deliveries.enqueue({
      channel: 'fleet',
      endpointId: 'we_fleet',
      event: event.type,
      payload: event,
      deliveryId: crypto.randomUUID(),
    });
  }
}
