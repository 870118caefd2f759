const nibble = (digit: number): number => (digit & 15) + (digit >> 6) * 9;

/** The 32 bytes behind 64 hex digits, or undefined for anything else. */
export function fromHex(text: string): Uint8Array | undefined {
  if (!/^[\da-f]{64}$/i.test(text)) return undefined;
  const bytes = new Uint8Array(32);
  for (let at = 0; at < 64; at += 2) {
    bytes[at / 2] = nibble(text.charCodeAt(at)) * 16 + nibble(text.charCodeAt(at + 1));
  }
  return bytes;
}

/** The 32 bytes behind base64 (plain or URL-safe, padded or not), or undefined for anything else. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[\w+/-]{43}=?$/.test(text)) return undefined;
  const plain = text.replace(/-/g, '+').replace(/_/g, '/');
  return Uint8Array.from(atob(plain), (char) => char.charCodeAt(0));
}

/** Hex in lower case. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += (byte + 256).toString(16).slice(1);
  return hex;
}

/** Compares in a time that depends on the lengths alone, never on where the contents differ. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at++) difference |= (a[at] as number) ^ (b[at] as number);
  return difference === 0;
}
