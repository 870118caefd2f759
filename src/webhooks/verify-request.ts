import { readClaims } from './claims.ts';
import type { WebhookEvents, WebhookPlatform } from './events.ts';
import type { VerifyRequestOptions, VerifyWebhookOptions } from './options.ts';
import { bodyTooLarge, defaultMaxBodyBytes } from './raw-body.ts';
import { usableSecrets } from './verification.ts';
import { verifyWebhook } from './verify-webhook.ts';
import { WebhookVerificationError } from './webhook-verification-error.ts';

/** Reads the stream to its end, or only as far as it may go. */
async function readBytes(stream: ReadableStream<Uint8Array>, maxBytes: number) {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (!(length <= maxBytes)) {
      // Not awaited: the sender may take its time, and how it ends no longer matters.
      reader.cancel().catch(() => {});
      throw bodyTooLarge(maxBytes);
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * The body of a request, read only as far as it may go.
 *
 * @throws WebhookVerificationError `body_too_large` or `body_unreadable`
 */
export async function readRequest(request: Request, maxBytes: number) {
  if (Number(request.headers.get('content-length')) > maxBytes) throw bodyTooLarge(maxBytes);
  try {
    if (request.body) return await readBytes(request.body, maxBytes);
    // Firefox has no `body` on a request; null is one without a body.
    return await request.arrayBuffer();
  } catch (error) {
    if (error instanceof WebhookVerificationError) throw error;
    throw new WebhookVerificationError(
      'body_unreadable',
      'The body was read before, or broke off. Verify first, or pass request.clone().',
    );
  }
}

/**
 * `verifyWebhook` for a Fetch `Request`. Without a readable signature not a byte of the body is read,
 * and reading stops as soon as the body is over `maxBodyBytes`.
 *
 * @param request its body must be unread; it is used up
 * @throws WebhookVerificationError as `verifyWebhook`, and `body_unreadable`
 * @example
 * ```ts
 * export const POST = async (request: Request) => {
 *   const event = await verifyRequest('opentrain', request, { secret });
 *   return new Response(null, { status: 204 });
 * };
 * ```
 */
export async function verifyRequest<P extends WebhookPlatform>(
  platform: P,
  request: Request,
  options: VerifyRequestOptions<P>,
): Promise<WebhookEvents[P]> {
  const { headers } = request;
  usableSecrets(options);
  readClaims({ ...options, platform, headers });
  const body = await readRequest(request, options.maxBodyBytes ?? defaultMaxBodyBytes);
  return verifyWebhook({ ...options, platform, headers, body } as VerifyWebhookOptions<P>);
}
