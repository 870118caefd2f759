import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { signWebhook } from '../../src/webhooks/index.ts';
import type { Planned } from './plan.ts';

/** One attempt to deliver, as a platform logs it. */
interface Attempt {
  id: number;
  /** Nothing when the connection broke. */
  status: number | undefined;
  ms: number;
}

/** Delivers as the platform does: whatever is not answered 2xx is sent again, in a time that is scaled down. */
export class Sender {
  readonly log: Attempt[] = [];
  /** When an event was first answered 2xx, in milliseconds since the Unix epoch. */
  readonly taken = new Map<number, number>();
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });
  readonly #port: number;
  readonly #secret: string;

  constructor(port: number, secret: string) {
    this.#port = port;
    this.#secret = secret;
  }

  /** Sends all, so many at a time. @param passed called with the number of each that was taken */
  async send(deliveries: readonly Planned[], passed: (count: number) => void): Promise<void> {
    let begun = 0;
    let ended = 0;
    const lane = async () => {
      while (begun < deliveries.length) {
        await this.#deliver(deliveries[begun++]!);
        passed(++ended);
      }
    };
    await Promise.all(Array.from({ length: 32 }, lane));
    this.#agent.destroy();
  }

  async #deliver({ event, id }: Planned): Promise<void> {
    const deliveryId = crypto.randomUUID();
    for (let attempt = 1; attempt <= 60; attempt++) {
      const signed = await signWebhook({
        platform: 'opentrain',
        event,
        secret: this.#secret,
        deliveryId,
      });
      const from = performance.now();
      const status = await this.#post(signed).catch(() => undefined);
      this.log.push({ id, status, ms: performance.now() - from });
      if (status !== undefined && status >= 200 && status < 300) {
        if (!this.taken.has(id)) this.taken.set(id, Date.now());
        return;
      }
      await sleep(500);
    }
    throw new Error(`event ${id} was not taken in 60 attempts`);
  }

  #post({ headers, body }: { headers: Record<string, string>; body: string }): Promise<number> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.#port, method: 'POST', agent: this.#agent };
      const length = Buffer.byteLength(body);
      const req = request(
        { ...options, headers: { ...headers, 'Content-Length': length } },
        (res) => {
          res
            .on('end', () => resolve(res.statusCode ?? 0))
            .on('error', reject)
            .resume();
        },
      );
      // The platform waits as long.
      req.setTimeout(10_000, () => req.destroy(new Error('no answer')));
      req.on('error', reject).end(body);
    });
  }
}
