import { longestTimerMs } from '../../core/arguments.ts';
import { systemClock } from '../../core/clock.ts';
import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import { follow } from '../../core/on-abort.ts';
import { tell } from '../../core/tell.ts';
import { endsWithin } from '../../webhooks/receiver/closing.ts';
import { memoryInbox } from '../../webhooks/receiver/memory-inbox.ts';
import type { WebhookReceiver } from '../../webhooks/receiver/options.ts';
import { usableSecrets } from '../../webhooks/verification.ts';
import type { Sync, SyncErrorInfo, SyncOptions } from './options.ts';
import { Rounds } from './rounds.ts';
import { keepSubscribed, memorySecrets } from './subscription.ts';
import { Turns } from './turn.ts';
import { WakeUpReceiver } from './wake-up-receiver.ts';

/**
 * Keeps something of yours in step with an account: works every event of the updates feed, in order, and
 * moves a stored cursor after each. Webhooks only wake it, so that lost, late, repeated and forged ones
 * do no harm; without them it polls, every second at first and more rarely while nothing happens.
 *
 * Any number of processes may run the same sync. With an `inbox` and a `cursor` that they share, one at
 * a time has the lead, whichever a webhook came to, and another takes over when it dies.
 *
 * What is promised: each event's handler runs at least once and, while no process fails, once; handlers
 * run one after the other in the order of the feed; the cursor moves past each event once, and only
 * after its handler succeeded, whoever has the lead. With a `TransactionalCursorStore`, what a handler
 * does in its transaction happens exactly once. An event whose handler fails is tried again for ever, and
 * what comes after it waits.
 *
 * @throws InvalidArgumentError when an option can't be right
 * @throws WebhookVerificationError `no_secret` when `receiver` has no secret and there is no
 * `subscription`
 * @example
 * ```ts
 * const sync = createSync({
 *   client: ot,
 *   cursor: memoryCursor(),
 *   receiver: { secret },
 *   on: {
 *     'proposal.received': ({ id, data }) => queue.add(id, data.proposalId),
 *     'contract.created': async ({ id, data }, { signal }) => {
 *       signal.throwIfAborted();
 *       await queue.add(id, data.contractId);
 *     },
 *   },
 * });
 * export const POST = sync.receiver;
 * process.once('SIGTERM', () => sync.stop());
 * await sync.run();
 * ```
 */
export function createSync<Tx = undefined>(options: SyncOptions<Tx>): Sync {
  // Within, the transaction is whatever the cursor store hands to the handlers.
  const plain = options as SyncOptions<unknown>;
  check(plain);
  const { clock = systemClock, client, name = 'opentrain', subscription } = plain;
  const { idleMs = 30_000, leaseMs = 15_000, deadlineMs = 300_000 } = plain;
  const onError = (error: unknown, info: SyncErrorInfo) =>
    tell(plain.onError ?? ((error) => console.error(error)), error, info);
  const secrets = subscription && (subscription.secrets ?? memorySecrets());
  let nextCheckAt = Number.NEGATIVE_INFINITY;

  const lookAfterSubscription = async (stop: AbortSignal) => {
    if (!subscription || !secrets || clock.now() < nextCheckAt) return;
    nextCheckAt = clock.now() + (subscription.checkMs ?? 300_000);
    try {
      const change = await keepSubscribed(client, name, subscription, secrets, stop);
      if (change) tell(plain.onSubscribed, change);
    } catch (error) {
      if (!stop.aborted) onError(error, { during: 'subscription' });
    }
  };

  const rounds = new Rounds({
    name,
    leases: {
      inbox: plain.inbox ?? memoryInbox({ now: () => clock.now() }),
      clock,
      owner: crypto.randomUUID(),
      leaseMs,
      onError: (error) => onError(error, { during: 'lease' }),
    },
    turns: new Turns({ ...plain, name, deadlineMs, clock, onError }),
    clock,
    idleMs,
    beforePoll: lookAfterSubscription,
    onTurn: (turn) => tell(plain.onTurn, turn),
    onError,
  });

  let running: { stop: AbortController; ended: Promise<void> } | undefined;
  const wake = (eventId?: string) => rounds.want(eventId);
  const wakeUps = new WakeUpReceiver({
    receiver: plain.receiver ?? {},
    secrets,
    name,
    clock,
    isRunning: () => running !== undefined && !running.stop.signal.aborted,
    wake,
    onError,
  });

  const run: Sync['run'] = async ({ signal } = {}) => {
    if (running) throw new InvalidArgumentError('run', 'it runs already.');
    signal?.throwIfAborted();
    const stop = new AbortController();
    const callOff = follow(signal, stop);
    const ended = rounds.run(stop.signal, signal).finally(async () => {
      callOff();
      stop.abort();
      await rounds.close();
      running = undefined;
    });
    running = { stop, ended };
    await ended;
    signal?.throwIfAborted();
  };
  const stop = async () => {
    running?.stop.abort();
    await running?.ended.catch(() => {});
  };
  const close: WebhookReceiver['close'] = async ({ waitMs = deadlineMs + 1_000 } = {}) => {
    await endsWithin(waitMs, stop(), clock);
    // What wakes is over when it is answered; what it wakes is not a delivery.
    return { unfinished: [] };
  };
  const receiver = Object.assign((request: Request) => wakeUps.answer(request), { close });
  return { run, stop, wake, receiver };
}

function check(options: SyncOptions<unknown>): void {
  const { client, cursor, receiver, subscription } = options;
  if (typeof client?.updates?.poll !== 'function') {
    throw new InvalidArgumentError('client', 'an OpenTrain client.');
  }
  if (typeof cursor?.load !== 'function' || !('save' in cursor || 'advance' in cursor)) {
    throw new InvalidArgumentError('cursor', 'a store with load, and save or advance.');
  }
  const { idleMs = 1, leaseMs = 1, deadlineMs = 1 } = options;
  for (const [name, value] of Object.entries({ idleMs, leaseMs, deadlineMs })) {
    // A timer takes a longer time for none, and each handler would be out of it at once.
    if (!(value > 0 && value <= longestTimerMs)) {
      throw new InvalidArgumentError(name, `milliseconds, above 0, ${longestTimerMs} at most.`);
    }
  }
  if (options.name === '') throw new InvalidArgumentError('name', 'a name that is not empty.');
  if (subscription) {
    if (!URL.canParse(subscription.url)) {
      throw new InvalidArgumentError('subscription.url', 'where sync.receiver is mounted.');
    }
    if (subscription.eventTypes.length === 0) {
      throw new InvalidArgumentError('subscription.eventTypes', 'at least one type.');
    }
  } else if (receiver) {
    const { secret, secrets = [] } = receiver;
    usableSecrets({ secrets: secret === undefined ? secrets : [secret, ...secrets] });
  }
}
