import { longestTimerMs } from '../../core/arguments.ts';
import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';
import type { WebhookPlatform } from '../events.ts';
import { usableSecrets } from '../verification.ts';
import { WebhookVerificationError } from '../webhook-verification-error.ts';
import type { CloseOptions } from './closing.ts';
import { checkHandlers } from './handlers.ts';
import type { WebhookReceiver, WebhookReceiverOptions } from './options.ts';
import { Reception } from './reception.ts';

/**
 * Receives the webhooks of one platform: reads the raw body, verifies it, drops repeats by the event's
 * id and calls the handler of the event.
 *
 * The receiver is itself the Fetch handler, a function with a `close` method: mount it as it is where
 * handlers take a `Request` (Next.js, Hono, Workers, Deno, Bun), through `toNodeHandler` of
 * `trainyard/webhooks/node` elsewhere.
 *
 * It answers 200 to what was worked, to repeats and to what nobody handles; 400 to what is not genuine,
 * 408 to a body that does not come, 413 to one that is too large, 405 to other methods than POST. The
 * platform delivers again after 500 (the handler failed or took too long) and 503 (another process is
 * at this event, or this one is closing).
 *
 * An event whose handler succeeded is not worked twice, as long as the inbox remembers it. One whose
 * handler ran out of time stays claimed until the handler has settled: success then counts, and
 * failure frees it for the retry.
 *
 * @throws WebhookVerificationError `no_secret` or `unknown_platform`, when made
 * @throws InvalidArgumentError when another option can't be right
 * @example
 * ```ts
 * const receiver = createWebhookReceiver({
 *   platform: 'trainar',
 *   secret,
 *   on: {
 *     'session.completed': async (event, { signal }) => {
 *       signal.throwIfAborted();
 *       await queue.add(event.event_id, event.data);
 *     },
 *   },
 * });
 * export const POST = receiver;
 * ```
 */
export function createWebhookReceiver<P extends WebhookPlatform>(
  options: WebhookReceiverOptions<P>,
): WebhookReceiver {
  // Within, one type stands for all platforms: a handler only ever gets events of its own name.
  const plain = options as WebhookReceiverOptions;
  check(plain);
  const reception = new Reception(plain);
  return Object.assign((request: Request) => reception.answer(request), {
    close: (options?: CloseOptions) => reception.close(options),
  });
}

function check({ deadlineMs = 9_000, leaseMs = 30_000, ...options }: WebhookReceiverOptions): void {
  usableSecrets(options);
  if (!['trainar', 'opentrain', 'platform'].includes(options.platform)) {
    throw new WebhookVerificationError(
      'unknown_platform',
      "The platform must be 'trainar', 'opentrain' or 'platform'.",
    );
  }
  if (options.enqueue === undefined) {
    checkHandlers(options.on);
  } else if (typeof options.enqueue !== 'function') {
    throw new InvalidArgumentError('enqueue', 'a function.');
  } else if (options.on !== undefined || options.onUnknown !== undefined) {
    throw new InvalidArgumentError(
      'enqueue',
      'given without on and onUnknown: it takes all events.',
    );
  }
  const { toleranceSeconds = 300, maxBodyBytes = 1, inbox } = options;
  // Neither would be noticed before the first delivery, and then each would be refused.
  if (!(toleranceSeconds >= 0)) {
    throw new InvalidArgumentError('toleranceSeconds', 'seconds, 0 or more.');
  }
  if (!(maxBodyBytes > 0)) throw new InvalidArgumentError('maxBodyBytes', 'bytes, above 0.');
  for (const method of ['claim', 'done', 'release'] as const) {
    if (inbox && typeof inbox[method] !== 'function') {
      throw new InvalidArgumentError(
        'inbox',
        `an inbox such as memoryInbox(); no ${method}() here.`,
      );
    }
  }
  if (!(deadlineMs > 0 && deadlineMs <= longestTimerMs)) {
    throw new InvalidArgumentError(
      'deadlineMs',
      `milliseconds, above 0, ${longestTimerMs} at most.`,
    );
  }
  if (!(leaseMs > deadlineMs)) {
    throw new InvalidArgumentError('leaseMs', 'milliseconds, more than deadlineMs.');
  }
}
