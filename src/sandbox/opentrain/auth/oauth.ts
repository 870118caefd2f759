import { Refusal } from '../../kernel/refusal.ts';

/** Where the app lives. Links in answers lead to the caller's own origin: see `Call.url`. */
export const appOrigin = 'https://app.opentrain.ai';
/** The grant with which a claim is polled. */
export const claimGrant = 'urn:opentrain:agent-auth:grant-type:claim';

/** A refusal of agent auth: the envelope writes its code as `error`, its text as `error_description`. */
export function oauthError(status: number, error: string, description: string): Refusal {
  return new Refusal(status, error, description);
}

/** A body's field, which must be a non-empty text. */
export function requiredText(body: unknown, field: string): string {
  const value = optionalText(body, field);
  if (!value) throw oauthError(400, 'invalid_request', `${field} is required`);
  return value;
}

/** A body's field, which must be a text if it is there. */
export function optionalText(body: unknown, field: string): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw oauthError(400, 'invalid_request', 'The body has to be a JSON object');
  }
  const value = (body as Record<string, unknown>)[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') {
    throw oauthError(400, 'invalid_request', `${field} has to be a string`);
  }
  return value;
}
