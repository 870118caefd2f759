import type { WebhookEvents, WebhookPlatform } from './events.ts';
import { hmac } from './hmac.ts';
import type { VerifyWebhookOptions } from './options.ts';
import { signedMessage } from './raw-body.ts';
import { equalBytes } from './signature-bytes.ts';
import { accept, prepare, signatureMismatch } from './verification.ts';

/**
 * Checks that a webhook delivery comes from the platform, is recent, and was not altered.
 *
 * OpenTrain and its Platform API (documented): `X-OpenTrain-Signature: t=<unix seconds>,v1=<hex>`, an
 * HMAC-SHA256 over `<t>.<raw body>` keyed with the whole secret, `whsec_` included.
 *
 * TrainAR: documented is HMAC-SHA256 alone. Header, encoding and signed bytes are **assumed**: hex or
 * base64, bare, behind `sha256=` or as `t=…,v1=…`, over the raw body or `<time>.<raw body>`, in one of a
 * few usual headers (see `header` and `timestampHeader`). Freshness is checked only when the signature
 * covers a time; otherwise drop repeats by `event_id`. The time in the envelope is the event's own and does
 * not move on retries, so it says nothing about freshness.
 *
 * @returns the event, narrowed by its name: `event` for TrainAR, `type` for the others
 * @throws WebhookVerificationError whatever the sender did; its `code` says what was wrong
 * @example
 * ```ts
 * const event = await verifyWebhook({
 *   platform: 'opentrain',
 *   body: await request.text(),
 *   headers: request.headers,
 *   secret,
 * });
 * if (event.type === 'proposal.received') console.log(event.data.proposalId);
 * ```
 */
export async function verifyWebhook<P extends WebhookPlatform>(
  options: VerifyWebhookOptions<P>,
): Promise<WebhookEvents[P]> {
  const { body, claims, secrets } = prepare(options);
  const { platform } = options;
  for (const claim of claims) {
    const message = signedMessage(claim.prefix, body);
    for (const secret of secrets) {
      const mac = await hmac(secret, message);
      if (claim.signatures.some((signature) => equalBytes(signature, mac))) {
        // Parsed from the copy that was hashed: the caller's bytes may have changed meanwhile.
        const signed = typeof message === 'string' ? body : message.subarray(claim.prefix.length);
        return accept(platform, options, claim, signed);
      }
    }
  }
  throw signatureMismatch();
}
