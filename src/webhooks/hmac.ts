const encoder = new TextEncoder();

/** Importing a key costs as much as an HMAC, so it is done once a secret. */
const keys = new Map<string, CryptoKey>();

/** A runtime that hands out Node's crypto without an import, which bundlers for browsers would trip over. */
interface NodeRuntime {
  process?: {
    getBuiltinModule?(name: 'node:crypto'): {
      createHmac(
        algorithm: string,
        secret: string,
      ): { update(message: string | Uint8Array): { digest(): Uint8Array } };
    };
  };
}

/** HMAC-SHA256 keyed with the secret's UTF-8 bytes; a message that is text is signed as UTF-8. */
export async function hmac(
  secret: string,
  message: string | ReturnType<typeof encoder.encode>,
): Promise<Uint8Array> {
  // WebCrypto goes by another thread: for a usual body the way costs ten times the hash.
  const node = (globalThis as NodeRuntime).process?.getBuiltinModule?.('node:crypto');
  if (node) return node.createHmac('sha256', secret).update(message).digest();
  let key = keys.get(secret);
  if (!key) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
    // Enough for many endpoints, and secrets that are gone are forgotten.
    if (keys.size > 63) keys.clear();
    keys.set(secret, key);
  }
  const bytes = typeof message === 'string' ? encoder.encode(message) : message;
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
}
