import type { Task } from './activity.ts';
import type { SandboxClock } from './clock.ts';
import type { DeliveryAttempt } from './delivery-log.ts';
import type { DeliveryFault } from './faults.ts';
import type { Limit } from './limits.ts';

/** Which signature a receiver expects. */
export type Platform = 'trainar' | 'opentrain' | 'platform';

/** Signs and serialises an event: `signWebhook` of the webhooks room, loosely typed. */
export type Sign = (options: {
  platform: Platform;
  event: unknown;
  secret: string;
  /** Unix seconds; left out where the platform signs no time. */
  timestamp?: number;
  deliveryId: string;
}) => Promise<{ headers: Record<string, string>; body: string }>;

/** One event, and where it goes. */
export interface Message {
  url: string;
  secret: string;
  platform: Platform;
  deliveryId: string;
  payload: unknown;
}

/** Makes one attempt. */
export type Sender = (
  message: Message,
  fault: DeliveryFault['delivery'] | undefined,
  task: Task,
) => Promise<DeliveryAttempt>;

/** What sending takes. */
export interface SenderOptions {
  clock: SandboxClock;
  limit: Limit;
  sign: Sign;
  deliver: typeof globalThis.fetch;
}

type Outcome = Pick<DeliveryAttempt, 'status' | 'error' | 'lost'>;

/**
 * Posts signed events; redirects are not followed. Where time passes by itself, receivers live in the
 * machine's time: it is signed, and it bounds their answer, however fast the sandbox's own goes.
 */
export function webhookSender({ clock, limit, sign, deliver }: SenderOptions): Sender {
  const send = async (
    { url, secret, platform, deliveryId, payload }: Message,
    fault: DeliveryFault['delivery'] | undefined,
    task: Task,
  ): Promise<Outcome> => {
    if (fault === 'drop') return { error: 'connection' };
    if (fault === 'lose') return { status: 200, lost: true };
    const { scale = 1 } = clock;
    const deadline = alarm(clock, clock.now() + scale * limit('deliveryTimeoutMs', 10_000));
    try {
      if (fault === 'timeout') {
        await task.pause(() => deadline.rung);
        return { error: 'timeout' };
      }
      const now = clock.scale === undefined ? clock.now() : Date.now();
      const signed = await sign({
        platform,
        event: payload,
        secret,
        deliveryId,
        ...(platform !== 'trainar' && { timestamp: Math.floor(now / 1000) }),
      });
      const answered = deliver(url, {
        method: 'POST',
        headers: signed.headers,
        body: signed.body,
        redirect: 'manual',
        signal: deadline.signal,
      });
      // A receiver that ignores the signal must not hold the attempt up.
      const response = await Promise.race([answered, deadline.rung]);
      if (!response) return { error: 'timeout' };
      void response.body?.cancel().catch(() => {});
      return { status: response.status };
    } catch {
      return { error: deadline.signal.aborted ? 'timeout' : 'connection' };
    } finally {
      deadline.cancel();
    }
  };
  return async (message, fault, task) => {
    const started = clock.now();
    const outcome = await send(message, fault, task);
    return { at: clock.iso(started), ...outcome, durationMs: clock.now() - started };
  };
}

function alarm(clock: SandboxClock, at: number) {
  const controller = new AbortController();
  let cancel = () => {};
  const rung = new Promise<undefined>((resolve) => {
    cancel = clock.setAlarm(at, () => {
      resolve(undefined);
      controller.abort();
    });
  });
  return { rung, signal: controller.signal, cancel: () => cancel() };
}
