import type { Clock } from '../../core/clock.ts';
import { createWebhookReceiver } from '../../webhooks/receiver/create-webhook-receiver.ts';
import type { WebhookVerificationError } from '../../webhooks/webhook-verification-error.ts';
import type { SyncErrorInfo, SyncReceiverOptions } from './options.ts';
import type { SecretStore } from './subscription.ts';

/** Secrets are looked up again at most this often, however many forged deliveries come. */
const lookUpAgainMs = 1_000;

/** What a receiver of wake-ups takes. */
export interface WakeUpOptions {
  receiver: SyncReceiverOptions;
  /** Where secrets are that come and go while it runs. */
  secrets: SecretStore | undefined;
  name: string;
  clock: Clock;
  isRunning(): boolean;
  wake(eventId: string): void;
  onError(error: unknown, info: SyncErrorInfo): void;
}

/** Receives webhooks for nothing but their ids; the secrets may change from one to the next. */
export class WakeUpReceiver {
  readonly #options: WakeUpOptions;
  #secrets: readonly string[];
  #lookedUpAt = Number.NEGATIVE_INFINITY;

  constructor(options: WakeUpOptions) {
    this.#options = options;
    this.#secrets = this.#own();
  }

  async answer(request: Request): Promise<Response> {
    const { isRunning, onError, receiver, secrets } = this.#options;
    if (!isRunning()) return unavailable('not running');
    try {
      if (this.#secrets.length === 0) await this.#lookUp();
      if (this.#secrets.length === 0) return unavailable('not subscribed yet');
      // A body can be read once; one that was read before is the receiver's to report.
      const again = secrets && !request.bodyUsed && !request.body?.locked && request.clone();
      let { response, refusal } = await this.#receive(request);
      if (refusal?.code === 'signature_mismatch' && again && (await this.#lookUp())) {
        ({ response, refusal } = await this.#receive(again));
      } else if (again) void again.body?.cancel().catch(() => {});
      if (refusal) receiver.onRefused?.(refusal);
      return response;
    } catch (error) {
      onError(error, { during: 'webhook' });
      return new Response('the secrets could not be read', { status: 500 });
    }
  }

  /** Secrets that were given, beside those that are kept. */
  #own(): readonly string[] {
    const { secret, secrets = [] } = this.#options.receiver;
    return secret === undefined ? secrets : [secret, ...secrets];
  }

  /** @returns whether others than before are known now */
  async #lookUp(): Promise<boolean> {
    const { clock, name, secrets } = this.#options;
    if (!secrets || clock.now() - this.#lookedUpAt < lookUpAgainMs) return false;
    this.#lookedUpAt = clock.now();
    const kept = await secrets.load(name);
    const found = [...this.#own(), ...kept.map(({ secret }) => secret)];
    const isNew = found.some((secret) => !this.#secrets.includes(secret));
    this.#secrets = found;
    return isNew;
  }

  async #receive(request: Request) {
    const { clock, onError, receiver, wake } = this.#options;
    const { toleranceSeconds, maxBodyBytes } = receiver;
    let refusal: WebhookVerificationError | undefined;
    const receive = createWebhookReceiver({
      platform: 'opentrain',
      secrets: this.#secrets,
      toleranceSeconds,
      maxBodyBytes,
      clock,
      on: {},
      onUnknown: ({ id }) => wake(id),
      onRefused: (error) => {
        refusal = error;
      },
      onError: (error) => onError(error, { during: 'webhook' }),
    });
    return { response: await receive(request), refusal };
  }
}

function unavailable(why: string): Response {
  return new Response(why, { status: 503, headers: { 'Retry-After': '10' } });
}
