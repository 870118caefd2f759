import type { WebhookEvents, WebhookPlatform } from '../events.ts';
import type { CloseOptions } from '../receiver/closing.ts';
import type { WebhookHandler, WebhookHandlers } from '../receiver/handlers.ts';
import type { WebhookInbox } from '../receiver/inbox.ts';
import type { RedisClient } from '../redis/client.ts';

/** An event that was given up. Its job stays in the queue's failed set. */
export interface DeadLetter {
  /** Id of its job, by which `queue.getJob(jobId)` finds it. */
  jobId: string;
  /** The event. */
  event: object;
  /** Why the last attempt failed. */
  reason: string;
  /** How many attempts there were. */
  attempts: number;
}

/** Options of `webhookWorker`. */
export interface WebhookWorkerOptions<P extends WebhookPlatform = WebhookPlatform> {
  /** Whose webhooks the queue holds. */
  platform: P;
  /** Name of the queue. */
  queue: string;
  /** How BullMQ reaches Redis: its own `connection` option. */
  connection: object;
  /** The queue's `prefix`, if it has one of its own. */
  prefix?: string | undefined;
  /** What to do, by the name of the event. */
  on: WebhookHandlers<P>;
  /** Gets every event that `on` has no handler for. Without it they are passed over. */
  onUnknown?: WebhookHandler<WebhookEvents[P]> | undefined;
  /**
   * Remembers what was worked; all workers share it. It may be the receivers' too, since the keys are
   * others.
   */
  inbox: WebhookInbox;
  /** Where `bullmqEnqueue` keeps the order; needed when it has an `orderBy`. */
  redis?: RedisClient | undefined;
  /**
   * How many events this process works at once.
   *
   * @defaultValue 10
   */
  concurrency?: number | undefined;
  /**
   * How long an event stays with a process that says no more, in milliseconds; it is renewed while
   * the handler runs. Then another worker takes it.
   *
   * @defaultValue 30000
   */
  leaseMs?: number | undefined;
  /**
   * Called with each event that was given up after its last attempt.
   *
   * @defaultValue console.error with the job's id and the reason
   */
  onDead?: ((letter: DeadLetter) => void) | undefined;
  /**
   * Called with each failure of a handler, and with trouble of BullMQ and of the inbox.
   *
   * @defaultValue console.error
   */
  onError?: ((error: unknown) => void) | undefined;
}

/** A worker that runs. */
export interface WebhookWorker {
  /**
   * Takes no more events, and waits for the handlers that run, but for no longer than `waitMs` (default: 25,000).
   *
   * A job whose handler goes on after that has its signal aborted and is put back into the queue, which costs it no
   * attempt. Its event stays claimed while this process lives and the handler runs: what it still finishes counts. Once
   * the process is gone the lease lapses, and another worker takes the event up.
   *
   * @returns resolves, never to be waited for in vain, to what was put back
   * @throws InvalidArgumentError when `waitMs` is no time
   */
  close(options?: CloseOptions): Promise<ClosedWorker>;
}

/** A worker that takes nothing any more. */
export interface ClosedWorker {
  /** Ids of the jobs whose handlers had not ended when the wait was over. */
  readonly unfinished: readonly string[];
}
