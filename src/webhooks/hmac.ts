const encoder = new TextEncoder();

/** Importing a key costs as much as an HMAC, so it is done once a secret. */
const keys = new Map<string, CryptoKey>();

/** HMAC-SHA256 keyed with the secret's UTF-8 bytes. */
export async function hmac(
  secret: string,
  message: ReturnType<typeof encoder.encode>,
): Promise<Uint8Array> {
  let key = keys.get(secret);
  if (!key) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
    // Enough for many endpoints, and secrets that are gone are forgotten.
    if (keys.size > 63) keys.clear();
    keys.set(secret, key);
  }
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message));
}
