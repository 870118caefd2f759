import type { Kernel } from '../../kernel/kernel.ts';
import { sameText } from './same-text.ts';

/** A personal token. */
export interface TokenRow {
  readonly id: string;
  readonly accountId: string;
  /** The part of the token that finds it; the secret is the rest. */
  readonly publicId: string;
  readonly secret: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** What a new token is like. */
export interface NewToken {
  scopes: readonly string[];
  name?: string | undefined;
  expiresAt?: string | undefined;
}

/** Personal tokens: `ot_pat_<public id>_<secret>`. */
export class Tokens {
  readonly #table;
  readonly #kernel: Kernel;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#table = kernel.store.table('opentrain.tokens', {
      key: (token: TokenRow) => token.id,
      indexes: {
        publicId: { on: (token) => token.publicId },
        account: { on: (token) => token.accountId },
        unrevoked: { on: (token) => (token.revokedAt === null ? token.accountId : undefined) },
      },
    });
  }

  get(id: string): TokenRow | undefined {
    return this.#table.get(id);
  }

  /** @returns the token's text, which is shown only this once, and its row. */
  mint(accountId: string, options: NewToken): { text: string; row: TokenRow } {
    const { clock, random } = this.#kernel;
    const stream = random.stream('opentrain.tokens');
    const row = this.#table.insert({
      id: stream.id('tok_'),
      accountId,
      publicId: stream.token('', 10),
      secret: stream.token('', 32),
      name: options.name ?? 'API token',
      scopes: [...options.scopes],
      createdAt: clock.iso(),
      lastUsedAt: null,
      expiresAt: options.expiresAt ?? null,
      revokedAt: null,
    });
    return { text: textOf(row), row };
  }

  /** The token with this text, in whatever state it is. */
  find(text: string): TokenRow | undefined {
    const publicId = /^ot_pat_([A-Za-z0-9]+)_[A-Za-z0-9]+$/.exec(text)?.[1];
    const row = publicId === undefined ? undefined : this.#table.first('publicId', publicId);
    return row && sameText(textOf(row), text) ? row : undefined;
  }

  /** The token with this text if it is good, marked as used. */
  use(text: string, now: number): TokenRow | undefined {
    const row = this.find(text);
    if (!row || statusOf(row, now) !== 'active') return undefined;
    return this.#table.update(row.id, { lastUsedAt: this.#kernel.clock.iso(now) });
  }

  /** All tokens of an account, newest first. */
  list(accountId: string): TokenRow[] {
    return [...this.#table.walk('account', accountId, 'newest')];
  }

  activeCount(accountId: string, now: number): number {
    let count = 0;
    for (const row of this.#table.walk('unrevoked', accountId)) {
      if (statusOf(row, now) === 'active') count += 1;
    }
    return count;
  }

  /** Ends a token for good; ending it again changes nothing. */
  revoke(id: string): TokenRow {
    const { clock } = this.#kernel;
    return this.#table.update(id, ({ revokedAt }) => ({ revokedAt: revokedAt ?? clock.iso() }));
  }

  revokeAll(accountId: string): void {
    for (const { id } of [...this.#table.walk('unrevoked', accountId)]) this.revoke(id);
  }
}

/** Whether a token works. */
export function statusOf(row: TokenRow, now: number): 'active' | 'expired' | 'revoked' {
  if (row.revokedAt !== null) return 'revoked';
  return row.expiresAt !== null && Date.parse(row.expiresAt) <= now ? 'expired' : 'active';
}

/** The token itself. */
export function textOf({ publicId, secret }: TokenRow): string {
  return `ot_pat_${publicId}_${secret}`;
}
