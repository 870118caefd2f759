import type { Clock } from '../../core/clock.ts';
import type { WebhookEvents, WebhookPlatform } from '../events.ts';
import type { VerifyRequestOptions } from '../options.ts';
import type { WebhookVerificationError } from '../webhook-verification-error.ts';
import type { CloseOptions } from './closing.ts';
import type { WebhookEnqueue, WebhookHandler, WebhookHandlers } from './handlers.ts';
import type { WebhookInbox } from './inbox.ts';
import type { LoadEventSchemas, WebhookMismatchReport } from './mismatch.ts';

/** Which delivery an error belongs to, as far as it was known by then. */
export interface WebhookErrorInfo {
  /** Name of the event. */
  event?: string;
  /** Id of the delivery, where the platform sends one. */
  deliveryId?: string;
}

/** What a receiver does with its events: works them itself, or hands all of them on. */
export type WebhookWork<P extends WebhookPlatform = WebhookPlatform> =
  | {
      /** What to do, by the name of the event. */
      on: WebhookHandlers<P>;
      /**
       * Gets every event that `on` has no handler for, names that this version does not know among
       * them. Without it they are answered 200 and passed over.
       */
      onUnknown?: WebhookHandler<WebhookEvents[P]> | undefined;
      enqueue?: never;
    }
  | {
      /**
       * In place of `on`: stores each event, of whatever name, for others to work, such as
       * `bullmqEnqueue` of `trainyard/webhooks/bullmq`. Answered 200 once it resolves; the inbox then knows the
       * event as taken, and `deadlineMs` holds for the storing.
       */
      enqueue: WebhookEnqueue<P>;
      on?: never;
      onUnknown?: never;
    };

/** Options of `createWebhookReceiver`: those of `verifyRequest`, and what to do with the events. */
export type WebhookReceiverOptions<P extends WebhookPlatform = WebhookPlatform> =
  VerifyRequestOptions<P> &
    WebhookWork<P> & {
      /** Whose webhooks these are. */
      platform: P;
      /**
       * Remembers what was worked. Receivers of one endpoint must share it.
       *
       * @defaultValue `memoryInbox()`, right for a single process
       */
      inbox?: WebhookInbox | undefined;
      /**
       * When to answer 500 if the handler has not finished, in milliseconds after the request came.
       * OpenTrain waits 10 seconds.
       *
       * @defaultValue 9000
       */
      deadlineMs?: number | undefined;
      /**
       * How long an event stays with a process that says no more, in milliseconds. It is renewed while
       * the handler runs, ten times as long at most. Shorter than the platform's wait for its first retry
       * (OpenTrain: a minute), or that retry is lost on a lease that nobody uses.
       *
       * @defaultValue 30000
       */
      leaseMs?: number | undefined;
      /**
       * Where the deadline takes its time from; the sandbox's clock fits.
       *
       * @defaultValue the machine's time
       */
      clock?: Clock | undefined;
      /**
       * Called, before the handler, for an event that differs from the contract this SDK was built
       * from. The event is worked all the same. Without it nothing is checked and no schema is loaded.
       */
      onMismatch?: ((report: WebhookMismatchReport) => void) | undefined;
      /**
       * Where the schemas come from that `onMismatch` needs. Bundles for browsers, and for workers built
       * like them, leave them out: `() => import('trainyard/schemas').then((all) => all.opentrain)`.
       */
      loadSchemas?: LoadEventSchemas | undefined;
      /**
       * Called with what is answered 500: a handler's error, a deadline that passed (`TimeoutError`), an
       * inbox that fails, a body that middleware has read. Also when a done event could not be noted, or not in time.
       *
       * @defaultValue console.error
       */
      onError?: ((error: unknown, info: WebhookErrorInfo) => void) | undefined;
      /** Called with each delivery that is not trusted or can't be read, answered 400 or 413. */
      onRefused?: ((error: WebhookVerificationError) => void) | undefined;
    };

/** A Fetch handler: call it with a `Request`. */
export interface WebhookReceiver {
  /** Answers a delivery; never rejects. The request's body must be unread. */
  (request: Request): Promise<Response>;
  /**
   * Ends receiving: from now on deliveries are answered 503, for the platform to bring them again. Waits for the
   * handlers that run, past their deadline or not, but for no longer than `waitMs` (default: `deadlineMs` and a second,
   * by when each delivery has been answered).
   *
   * An event whose handler goes on after that was not answered 200. It stays claimed while this process lives and
   * its handler runs; once the process is gone the lease lapses, and the platform's next delivery is worked elsewhere.
   *
   * @returns resolves, never to be waited for in vain, to what was still being worked
   * @throws InvalidArgumentError when `waitMs` is no time
   * @example
   * ```ts
   * const receiver = createWebhookReceiver({ platform: 'opentrain', secret, on: {} });
   * process.once('SIGTERM', async () => {
   *   const { unfinished } = await receiver.close({ waitMs: 5_000 });
   *   for (const { event, deliveryId } of unfinished) console.log('cut off', event, deliveryId);
   * });
   * ```
   */
  close(options?: CloseOptions): Promise<ClosedReceiver>;
}

/** A receiver that takes nothing any more. */
export interface ClosedReceiver {
  /** The deliveries whose handlers had not ended when the wait was over. */
  readonly unfinished: readonly WebhookErrorInfo[];
}
