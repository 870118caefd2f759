import { Buffer } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookEvents, WebhookPlatform } from '../events.ts';
import type { VerifyWebhookOptions } from '../options.ts';
import { accept, prepare, signatureMismatch } from '../verification.ts';

/**
 * `verifyWebhook` without a promise, on Node's own crypto: the same options, checks and errors.
 *
 * @returns the event, narrowed by its name: `event` for TrainAR, `type` for the others
 * @throws WebhookVerificationError whatever the sender did; its `code` says what was wrong
 * @example
 * ```ts
 * import express from 'express';
 *
 * const app = express();
 * app.post('/webhooks', express.raw({ type: '*\/*' }), (req, res) => {
 *   const event = verifyWebhookSync({ platform: 'trainar', body: req.body, headers: req.headers, secret });
 *   res.sendStatus(204);
 * });
 * ```
 */
export function verifyWebhookSync<P extends WebhookPlatform>(
  options: VerifyWebhookOptions<P>,
): WebhookEvents[P] {
  const { body, claims, secrets } = prepare(options);
  for (const claim of claims) {
    for (const secret of secrets) {
      const hmac = createHmac('sha256', secret);
      if (typeof body === 'string') hmac.update(claim.prefix + body);
      else hmac.update(claim.prefix).update(body);
      // By way of a string, since a buffer made by `digest` costs a third of the whole.
      const mac = Buffer.from(hmac.digest('hex'), 'hex');
      if (claim.signatures.some((signature) => timingSafeEqual(signature, mac))) {
        return accept(options.platform, options, claim, body);
      }
    }
  }
  throw signatureMismatch();
}
