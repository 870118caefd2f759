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

/** Posts signed events; redirects are not followed, and the time limit is on the sandbox's clock. */
export function webhookSender({ clock, limit, sign, deliver }: SenderOptions): Sender {
  return async ({ url, secret, platform, deliveryId, payload }, fault, task) => {
    const started = clock.now();
    const at = clock.iso(started);
    if (fault === 'drop') return { at, error: 'connection' };
    const deadline = alarm(clock, started + limit('deliveryTimeoutMs', 10_000));
    try {
      if (fault === 'timeout') {
        await task.pause(() => deadline.rung);
        return { at, error: 'timeout' };
      }
      const signed = await sign({
        platform,
        event: payload,
        secret,
        deliveryId,
        ...(platform !== 'trainar' && { timestamp: Math.floor(started / 1000) }),
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
      if (!response) return { at, error: 'timeout' };
      void response.body?.cancel().catch(() => {});
      return { at, status: response.status };
    } catch {
      return { at, error: deadline.signal.aborted ? 'timeout' : 'connection' };
    } finally {
      deadline.cancel();
    }
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
