import { type Claim, readClaims } from './claims.ts';
import type { WebhookEvents, WebhookPlatform } from './events.ts';
import type { VerifyRequestOptions, VerifyWebhookOptions } from './options.ts';
import { defaultMaxBodyBytes, parseEvent, rawBody } from './raw-body.ts';
import { WebhookVerificationError } from './webhook-verification-error.ts';

/** A delivery of which everything was checked that needs no secret. */
export interface Verification {
  body: string | Uint8Array;
  claims: Claim[];
  secrets: readonly string[];
}

/** The secrets that can sign: a blank one, from a variable set wrong, would let anybody in. */
export function usableSecrets(options: {
  secret?: string;
  secrets?: readonly string[];
}): readonly string[] {
  const given: unknown = options.secrets ?? options.secret;
  // JavaScript may hand in one text as `secrets`, which is one secret.
  const each: unknown[] = Array.isArray(given) ? given : [given];
  const secrets = each.filter(
    (secret): secret is string => typeof secret === 'string' && /\S/.test(secret),
  );
  if (!secrets.length) {
    throw new WebhookVerificationError(
      'no_secret',
      'No webhook secret. Is its environment variable set here?',
    );
  }
  return secrets;
}

/** Everything that can be refused before a hash is made. */
export function prepare<P extends WebhookPlatform>(options: VerifyWebhookOptions<P>): Verification {
  return {
    secrets: usableSecrets(options),
    body: rawBody(options.body, options.maxBodyBytes ?? defaultMaxBodyBytes),
    claims: readClaims(options),
  };
}

/** The event, now that `claim` is known to be genuine, if it is also recent. */
export function accept<P extends WebhookPlatform>(
  platform: P,
  options: VerifyRequestOptions<P>,
  claim: Claim,
  body: string | Uint8Array,
): WebhookEvents[P] {
  const tolerance = options.toleranceSeconds ?? 300;
  const now = (options.now ?? Date.now)() / 1000;
  // Asked this way round, a time or a tolerance that is no number refuses.
  if (claim.time !== undefined && !(Math.abs(now - claim.time) <= tolerance)) {
    throw new WebhookVerificationError(
      'timestamp_outside_tolerance',
      `Signed more than ${tolerance} s from now. An old delivery sent again, unless this clock is off.`,
    );
  }
  return parseEvent(body, platform === 'trainar' ? 'event' : 'type') as WebhookEvents[P];
}

export const signatureMismatch = () =>
  new WebhookVerificationError(
    'signature_mismatch',
    "Not signed with this secret, or changed since. Check that the secret is this endpoint's and the body raw, not serialised again.",
  );
