import type { VerifyWebhookOptions } from './options.ts';
import { readHeader } from './read-header.ts';
import { fromBase64, fromHex } from './signature-bytes.ts';
import { WebhookVerificationError } from './webhook-verification-error.ts';

/** What a delivery claims: that one of `signatures` is the HMAC of `prefix` and the body. */
export interface Claim {
  /** Signed before the body: `<time>.`, or nothing. */
  prefix: string;
  /** The signed time in seconds since the Unix epoch, NaN when unreadable; absent if none is signed. */
  time?: number;
  signatures: Uint8Array[];
}

/** Both bound what a hostile header can cost; they leave room for other schemes beside `v1`. */
const maxSignatures = 8;
const maxHeaderLength = 4096;

/** Where TrainAR may put it; the names are guesses. */
const usual = (what: string) => ['X-TrainAR-', 'X-Webhook-', 'X-'].map((start) => start + what);

/** Unix seconds, Unix milliseconds or ISO 8601, in seconds; NaN for anything else. */
function secondsOf(time: string): number {
  const value = /\D/.test(time) ? Date.parse(time) : Number(time);
  return value < 1e11 ? value : value / 1000;
}

/**
 * OpenTrain documents `t=<unix seconds>,v1=<hex>`; taken are one `v1` or several.
 *
 * TrainAR documents HMAC-SHA256 and nothing more, so every usual form is taken (`anyForm`): hex or
 * base64, bare or behind `sha256=`, or `t=…,v1=…`, over the body or `<time>.<body>`. None weakens
 * another, since only the holder of the secret can make any of them. The time is digits or ISO 8601 and
 * nothing else: a free text could be the start of a signed body, cut at a dot, to pass the rest for a
 * body of its own.
 */
function readClaim(header: string, anyForm: boolean, sentTime: string): Claim[] {
  const times: string[] = [];
  const signatures: Uint8Array[] = [];
  for (const part of header.length > maxHeaderLength ? [] : header.split(',')) {
    const field = part.trim();
    if (field.startsWith('t=')) {
      times.push(field.slice(2));
    } else if (anyForm || field.startsWith('v1=')) {
      const text = field.startsWith('v1=') ? field.slice(3) : field.replace(/^sha256=/i, '');
      const signature = fromHex(text) ?? (anyForm && fromBase64(text));
      if (signature) signatures.push(signature);
    }
  }
  if (!signatures[0] || signatures[maxSignatures] || times.length > 1) return [];
  const time = times[0] ?? sentTime;
  const claims: Claim[] = [];
  if ((anyForm ? /^\d[\d:.TZ+-]{0,39}$/ : /^\d{1,11}$/).test(time)) {
    claims.push({ prefix: `${time}.`, time: secondsOf(time), signatures });
  }
  if (anyForm) claims.push({ prefix: '', signatures });
  return claims;
}

/** What the headers claim, in the platform's own form. */
export function readClaims(
  options: Pick<VerifyWebhookOptions, 'platform' | 'headers' | 'header' | 'timestampHeader'>,
): Claim[] {
  const { platform, headers } = options;
  const isTrainAR = platform === 'trainar';
  if (!isTrainAR && platform !== 'opentrain' && platform !== 'platform') {
    throw new WebhookVerificationError(
      'unknown_platform',
      "The platform must be 'trainar', 'opentrain' or 'platform'.",
    );
  }
  let names: readonly string[] = ['X-OpenTrain-Signature'];
  let sentTime = '';
  if (isTrainAR) {
    names = [options.header ?? [...usual('Signature'), 'X-Hub-Signature-256']].flat();
    for (const name of [options.timestampHeader ?? usual('Timestamp')].flat()) {
      sentTime ||= readHeader(headers, name);
    }
  }
  const claims: Claim[] = [];
  let code: 'missing_header' | 'malformed_header' = 'missing_header';
  for (const name of names) {
    const header = readHeader(headers, name);
    if (header) {
      code = 'malformed_header';
      claims.push(...readClaim(header, isTrainAR, sentTime));
    }
  }
  if (!claims.length) {
    throw new WebhookVerificationError(
      code,
      `${names.join(' or ')} is ${code.slice(0, -7)}. Pass on the headers of the delivery unchanged.`,
    );
  }
  return claims;
}
