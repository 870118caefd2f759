import { type Clock, systemClock } from '../../core/clock.ts';
import { TimeoutError } from '../../core/connection-error.ts';
import { tell } from '../../core/tell.ts';
import type { WebhookPlatform } from '../events.ts';
import { verifyRequest } from '../verify-request.ts';
import { WebhookVerificationError } from '../webhook-verification-error.ts';
import { type CloseOptions, endsWithin } from './closing.ts';
import { Deadline } from './deadline.ts';
import { eatenBody } from './eaten-body.ts';
import { handlerOf, type WebhookHandler } from './handlers.ts';
import { identify, inboxKey } from './identity.ts';
import type { WebhookInbox } from './inbox.ts';
import { Lease } from './lease.ts';
import { memoryInbox } from './memory-inbox.ts';
import { mismatchCheck } from './mismatch.ts';
import type { ClosedReceiver, WebhookErrorInfo, WebhookReceiverOptions } from './options.ts';

/** A genuine event, and what is to be done with it. */
interface Arrival {
  event: object;
  name: string;
  /** What the inbox knows it by; absent when the platform sent no id at all. */
  key: string | undefined;
  handler: WebhookHandler<unknown> | undefined;
  info: WebhookErrorInfo;
}

/** How a delivery goes, as far as it got. */
interface Delivery {
  readonly deadline: Deadline;
  /** There once it is known to be genuine. */
  arrival?: Arrival;
  /** Its handler has succeeded, whatever comes after. */
  isWorked?: true;
}

const text = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers: { 'Content-Type': 'text/plain', ...headers } });

/** Where deliveries come in: what `createWebhookReceiver` makes, without the checks of its options. */
export class Reception {
  readonly #options: WebhookReceiverOptions;
  readonly #clock: Clock;
  readonly #inbox: WebhookInbox;
  readonly #deadlineMs: number;
  readonly #leaseMs: number;
  readonly #differences: ReturnType<typeof mismatchCheck>;
  /** What is being worked in this process. */
  readonly #works = new Map<Promise<Response>, WebhookErrorInfo>();
  /** The latest of them by key, for twins to wait for. */
  readonly #running = new Map<string, { work: Promise<Response>; deadline: Deadline }>();
  #closing = false;

  constructor(options: WebhookReceiverOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#inbox = options.inbox ?? memoryInbox({ now: () => this.#clock.now() });
    this.#deadlineMs = options.deadlineMs ?? 9_000;
    this.#leaseMs = options.leaseMs ?? 30_000;
    this.#differences = mismatchCheck(options.platform, options.loadSchemas);
  }

  async answer(request: Request): Promise<Response> {
    if (request.method !== 'POST') return text(405, 'POST only', { Allow: 'POST' });
    if (this.#closing) return this.#again('closing');
    const delivery: Delivery = { deadline: new Deadline(this.#clock, this.#deadlineMs) };
    const { deadline } = delivery;
    const answered = this.#take(request, delivery).finally(() => deadline.end());
    const response = await Promise.race([answered, deadline.passed]);
    if (response) return response;
    if (!delivery.arrival) return text(408, 'the body did not come in time');
    const { info } = delivery.arrival;
    if (delivery.isWorked) {
      // A retry would be worked a second time: what hangs is the note that there need be none.
      const late = new TimeoutError('the inbox', this.#deadlineMs, 'Answered 200: it was worked.');
      this.#failed(late, info);
      return text(200, 'done');
    }
    this.#failed(deadline.signal.reason, info);
    return text(500, 'not done in time');
  }

  async close({ waitMs = this.#deadlineMs + 1_000 }: CloseOptions = {}): Promise<ClosedReceiver> {
    this.#closing = true;
    await endsWithin(waitMs, Promise.all(this.#works.keys()), this.#clock);
    return { unfinished: [...this.#works.values()] };
  }

  /** Never rejects, and goes on when the deadline has passed. */
  async #take(request: Request, delivery: Delivery): Promise<Response> {
    let arrival: Arrival;
    try {
      arrival = await this.#verified(request);
    } catch (error) {
      return this.#refused(error);
    }
    // Answered already: the platform will bring it again.
    if (delivery.deadline.signal.aborted) return text(408, 'too late');
    delivery.arrival = arrival;
    if (this.#closing) return this.#again('closing');
    const { key, handler } = arrival;
    if (!handler) {
      await this.#reportMismatch(arrival);
      return text(200, 'passed over');
    }
    const running = key === undefined ? undefined : this.#running.get(key);
    // Past its deadline the inbox knows better: whoever hangs there loses the event in the end.
    if (running && !running.deadline.signal.aborted) {
      // A twin of it, as when two subscriptions deliver: success is one for both.
      const first = await Promise.race([running.work, running.deadline.passed]);
      return first?.ok ? text(200, 'duplicate') : this.#again('busy');
    }
    return this.#run(arrival, handler, delivery);
  }

  async #verified(request: Request): Promise<Arrival> {
    const { platform, on, onUnknown, enqueue, now = () => this.#clock.now() } = this.#options;
    if (request.bodyUsed || request.body?.locked) throw eatenBody();
    const options = { ...this.#options, now };
    const event = await verifyRequest<WebhookPlatform>(platform, request, options);
    const { name } = identify(platform, event);
    const deliveryId = request.headers.get('x-opentrain-delivery');
    return {
      event,
      name,
      key: await inboxKey(platform, event, deliveryId),
      handler: (enqueue as WebhookHandler<unknown> | undefined) ?? handlerOf(name, on, onUnknown),
      info: { event: name, ...(deliveryId !== null && { deliveryId }) },
    };
  }

  /** Works an event in sight of `close` and of its twins. */
  #run(arrival: Arrival, handler: WebhookHandler<unknown>, delivery: Delivery): Promise<Response> {
    const { key } = arrival;
    const work = this.#work(arrival, handler, delivery).finally(() => {
      this.#works.delete(work);
      if (key !== undefined && this.#running.get(key)?.work === work) this.#running.delete(key);
    });
    this.#works.set(work, arrival.info);
    if (key !== undefined) this.#running.set(key, { work, deadline: delivery.deadline });
    return work;
  }

  async #work(
    arrival: Arrival,
    handler: WebhookHandler<unknown>,
    delivery: Delivery,
  ): Promise<Response> {
    const { event, key, info } = arrival;
    const { signal } = delivery.deadline;
    const lease = key === undefined ? undefined : new Lease(this.#inbox, key, this.#leaseMs);
    try {
      const claim = (await lease?.claim(this.#clock)) ?? 'fresh';
      if (claim === 'duplicate') return text(200, 'duplicate');
      if (claim === 'busy') return this.#again('busy');
    } catch (error) {
      this.#failed(error, info);
      return text(500, 'the inbox failed');
    }
    let outcome: 'done' | 'release' = 'release';
    try {
      // The platform was told that it failed: better not begun than done twice at once.
      signal.throwIfAborted();
      await this.#reportMismatch(arrival);
      // A count that can't be had is no reason to leave the event unworked.
      const attempt = await lease?.attempt().catch((error) => this.#failed(error, info));
      await handler(event, { deliveryId: info.deliveryId, attempt: attempt ?? undefined, signal });
      outcome = 'done';
      delivery.isWorked = true;
      return text(200, 'done');
    } catch (error) {
      // That time ran out was told when it did.
      if (!(signal.aborted && error === signal.reason)) this.#failed(error, info);
      return text(500, 'the handler failed');
    } finally {
      // That this may fail does not change how it went.
      await lease?.end(outcome).catch((error) => this.#failed(error, info));
    }
  }

  async #reportMismatch({ name, event }: Arrival): Promise<void> {
    const { platform, onMismatch } = this.#options;
    if (!onMismatch) return;
    const differences = await this.#differences(name, event);
    if (differences.length > 0) tell(onMismatch, { platform, event: name, differences });
  }

  #again(why: string): Response {
    return text(503, why, { 'Retry-After': String(Math.ceil(this.#leaseMs / 1000)) });
  }

  #refused(error: unknown): Response {
    if (!(error instanceof WebhookVerificationError) || error.code === 'body_parsed') {
      this.#failed(error, {});
      return text(500, 'the body could not be verified');
    }
    tell(this.#options.onRefused, error);
    return text(error.code === 'body_too_large' ? 413 : 400, error.code);
  }

  #failed(error: unknown, info: WebhookErrorInfo): void {
    tell(this.#options.onError ?? ((error) => console.error(error)), error, info);
  }
}
