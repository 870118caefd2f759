import type { Clock } from '../../core/clock.ts';
import type { CursorStore, TransactionalCursorStore } from '../../webhooks/cursor/cursor-store.ts';
import type { OpenTrainWebhookEvent } from '../../webhooks/events.ts';
import type { WebhookHandler, WebhookHandlers } from '../../webhooks/receiver/handlers.ts';
import type { WebhookInbox } from '../../webhooks/receiver/inbox.ts';
import type { WebhookReceiver } from '../../webhooks/receiver/options.ts';
import type { WebhookVerificationError } from '../../webhooks/webhook-verification-error.ts';
import type { OpenTrain } from '../client.ts';
import type { SyncSubscription, SyncSubscriptionChange } from './subscription.ts';

/** What a sync needs of a client. */
export interface SyncClient {
  readonly updates: Pick<OpenTrain['updates'], 'poll'>;
  readonly webhooks: Pick<OpenTrain['webhooks'], 'list' | 'create' | 'delete'>;
}

/** What a handler gets beside the event. */
export interface SyncContext<Tx = undefined> {
  /** The transaction in which the cursor will move, where the cursor store has one. */
  tx: Tx;
  /**
   * Aborted when the sync is, when another process has taken over, or when the handler has had
   * `deadlineMs`. Pass it to whatever can be called off.
   */
  signal: AbortSignal;
  /** 1 for the first time that this process tries the event, 2 after a failure, and so on. */
  attempt: number;
}

/** How webhooks that wake the sync are verified. */
export interface SyncReceiverOptions {
  /** The secret of a subscription that you look after yourself. */
  secret?: string | undefined;
  /** Several, while one replaces another. */
  secrets?: readonly string[] | undefined;
  /**
   * How far the signed time may be from now, in seconds, before and after.
   *
   * @defaultValue 300
   */
  toleranceSeconds?: number | undefined;
  /**
   * A longer body is refused, in bytes.
   *
   * @defaultValue 1048576 (1 MiB)
   */
  maxBodyBytes?: number | undefined;
  /** Called with each delivery that is not trusted or can't be read; it wakes nobody. */
  onRefused?: ((error: WebhookVerificationError) => void) | undefined;
}

/** Where a sync had trouble. */
export interface SyncErrorInfo {
  /**
   * `handler`: yours rejected, or ran out of time. `poll`: reading the feed. `cursor`: its store.
   * `lease`: the inbox. `subscription`: looking after it. `webhook`: receiving one.
   */
  during: 'handler' | 'poll' | 'cursor' | 'lease' | 'subscription' | 'webhook';
  /** The event, with `handler`, and with `cursor` when it was being noted. */
  event?: OpenTrainWebhookEvent;
  /** How often this process has tried the event, with `handler`. */
  attempt?: number;
}

/** One turn at the feed, from taking the lead to giving it up. */
export interface SyncTurn {
  /** Where it began; `undefined` at the start of the history. */
  from: string | undefined;
  /** Where it ended. */
  to: string | undefined;
  /** Events that were dealt with. */
  events: number;
  /**
   * `caught-up`: at the end of the feed. `failed`: see `onError`; the event is tried again.
   * `deposed`: the lead was lost, and another process goes on. `stopped`: `stop` or the signal.
   */
  ended: 'caught-up' | 'failed' | 'deposed' | 'stopped';
}

/** Options of `createSync`. */
export interface SyncOptions<Tx = undefined> {
  /** Reads the feed, and looks after the subscription if there is one. */
  client: SyncClient;
  /**
   * Keeps where the sync stands. With a {@link TransactionalCursorStore} what a handler does in its
   * transaction happens exactly once.
   */
  cursor: CursorStore | TransactionalCursorStore<Tx>;
  /** What to do, by the name of the event. */
  on?: WebhookHandlers<'opentrain', SyncContext<Tx>> | undefined;
  /**
   * Gets every event that `on` has no handler for; alone, every event. Without it they are passed
   * over.
   */
  onUnknown?: WebhookHandler<OpenTrainWebhookEvent, SyncContext<Tx>> | undefined;
  /**
   * Tells the processes of one sync from others that use the same stores: leases and cursor go by it.
   *
   * @defaultValue `opentrain`
   */
  name?: string | undefined;
  /**
   * Through which processes take turns. All of them must share it.
   *
   * @defaultValue `memoryInbox()`, right for a single process
   */
  inbox?: WebhookInbox | undefined;
  /** Lets webhooks wake the sync; mount `sync.receiver`. Without it, and without `subscription`, it polls. */
  receiver?: SyncReceiverOptions | undefined;
  /** Has the sync subscribe itself, and subscribe anew when the platform disables the subscription. */
  subscription?: SyncSubscription | undefined;
  /**
   * Longest gap between polls while nothing happens and no webhook comes, in milliseconds.
   *
   * @defaultValue 30000
   */
  idleMs?: number | undefined;
  /**
   * How long others wait for a process that died while it led, in milliseconds. A living one renews
   * its lease.
   *
   * @defaultValue 15000
   */
  leaseMs?: number | undefined;
  /**
   * How long a handler may take, in milliseconds. Then its signal fires and the lead goes to another
   * process, so that one that hangs does not hold up all.
   *
   * @defaultValue 300000 (5 minutes)
   */
  deadlineMs?: number | undefined;
  /**
   * Where time comes from; the sandbox's clock fits.
   *
   * @defaultValue the machine's time
   */
  clock?: Clock | undefined;
  /**
   * Called with everything that went wrong and will be tried again.
   *
   * @defaultValue console.error
   */
  onError?: ((error: unknown, info: SyncErrorInfo) => void) | undefined;
  /** Called after each turn of this process. */
  onTurn?: ((turn: SyncTurn) => void) | undefined;
  /** Called when the sync has made a subscription. */
  onSubscribed?: ((change: SyncSubscriptionChange) => void) | undefined;
}

/** An account's feed, worked through by handlers. */
export interface Sync {
  /**
   * Follows the feed until stopped.
   *
   * @returns resolves after `stop`, when the last handler has finished
   * @throws the signal's own reason once it is aborted, when the last handler has finished
   * @throws ApiError when the feed can't be read and trying again won't help: a revoked token, a
   * missing scope, a cursor that the platform refuses
   * @throws InvalidArgumentError when it runs already
   */
  run(options?: { signal?: AbortSignal | undefined }): Promise<void>;
  /** Ends `run` after the event that is being dealt with. Resolves when it has ended. */
  stop(): Promise<void>;
  /**
   * Has the feed looked at now, here or in another process.
   *
   * @param eventId what is known to be in the feed: once it is dealt with there is nothing to do
   */
  wake(eventId?: string): void;
  /**
   * Receives the webhooks that wake the sync; mount it as any receiver. Answers 503 while the sync
   * does not run, so that the platform tries again. Its `close` is `stop`, waited for no longer than `waitMs` (default:
   * `deadlineMs` and a second).
   */
  readonly receiver: WebhookReceiver;
}
