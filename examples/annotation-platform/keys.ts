import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Everything that is encrypted or signed, under keys derived from the one of the environment. */
export class Keys {
  readonly #sealing: Buffer;
  readonly #signing: Buffer;

  constructor(appKey: Buffer) {
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', appKey, '', purpose, 32));
    this.#sealing = derive('sealing');
    this.#signing = derive('signing');
  }

  /** Encrypts a secret for the database, for one owner: another's can't be put in its place. */
  seal(secret: string, owner: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, iv).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** @throws Error when it was sealed with another key, for another owner, or changed. */
  open(sealed: string, owner: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.#sealing, bytes.subarray(0, 12), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  }

  /** A signature over what is said, good for one purpose. */
  sign(purpose: string, ...said: (string | number)[]): string {
    const hmac = createHmac('sha256', this.#signing).update(JSON.stringify([purpose, ...said]));
    return hmac.digest('base64url');
  }

  isSigned(signature: string, purpose: string, ...said: (string | number)[]): boolean {
    const right = Buffer.from(this.sign(purpose, ...said));
    const given = Buffer.from(signature);
    return right.length === given.length && timingSafeEqual(right, given);
  }
}
