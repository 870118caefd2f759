import type { Scope } from '../../../../generated/platform/types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { sameText } from '../accounts/same-text.ts';

/** A customer's grant to an app, with its one token. */
export interface InstallRow {
  readonly id: string;
  readonly appId: string;
  readonly accountId: string;
  readonly organizationId: string;
  /** The second is spelled by inference. */
  readonly status: 'ACTIVE' | 'REVOKED';
  /** As granted: what the app asks for later does not touch them. */
  readonly scopes: readonly Scope[];
  /** Whether the customer agreed to share Work Emails. */
  readonly piiConsent: boolean;
  readonly createdAt: string;
  readonly tokenId: string;
  /** The part of the token that finds it; the secret is the rest. */
  readonly publicId: string;
  readonly secret: string;
  readonly tokenRevokedAt: string | null;
}

/** What a customer grants, and to whom. */
export type NewInstall = Pick<
  InstallRow,
  'appId' | 'accountId' | 'organizationId' | 'scopes' | 'piiConsent'
>;

/** Installs, by id and by token. */
export class Installs {
  readonly #kernel: Kernel;
  readonly #rows;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#rows = kernel.store.table('platform.installs', {
      key: (install: InstallRow) => install.id,
      indexes: {
        publicId: { on: (install) => install.publicId },
        account: { on: (install) => install.accountId },
        active: {
          on: ({ status, appId, accountId }) =>
            status === 'ACTIVE' ? `${appId}|${accountId}` : undefined,
        },
      },
    });
  }

  get(id: string): InstallRow | undefined {
    return this.#rows.get(id);
  }

  /** What an account connected, newest first. */
  ofAccount(accountId: string): InstallRow[] {
    return [...this.#rows.walk('account', accountId, 'newest')];
  }

  /** The one install that an app has with an account. */
  active(appId: string, accountId: string): InstallRow | undefined {
    return this.#rows.first('active', `${appId}|${accountId}`);
  }

  /** The install whose token this is, if the token is good. */
  byToken(text: string): InstallRow | undefined {
    const publicId = /^ot_ptk_([A-Za-z0-9]+)_[A-Za-z0-9]+$/.exec(text)?.[1];
    const row = publicId === undefined ? undefined : this.#rows.first('publicId', publicId);
    return row && sameText(textOf(row), text) && row.tokenRevokedAt === null ? row : undefined;
  }

  /** @returns the token's text, which is shown only this once, and the install. */
  create(grant: NewInstall): { token: string; install: InstallRow } {
    const { clock, random } = this.#kernel;
    const stream = random.stream('platform.installs');
    const install = this.#rows.insert({
      id: stream.id('ins_'),
      ...grant,
      status: 'ACTIVE',
      createdAt: clock.iso(),
      tokenId: stream.id('ptk_'),
      publicId: stream.token('', 10),
      secret: stream.token('', 32),
      tokenRevokedAt: null,
    });
    return { token: textOf(install), install };
  }

  /** Ends the grant for good. */
  revoke(id: string): InstallRow {
    return this.#rows.update(id, { status: 'REVOKED' });
  }

  /** Ends the token for good; ending it again changes nothing. */
  revokeToken(id: string): InstallRow {
    const now = this.#kernel.clock.iso();
    return this.#rows.update(id, ({ tokenRevokedAt }) => ({
      tokenRevokedAt: tokenRevokedAt ?? now,
    }));
  }
}

/** The token itself. */
export function textOf({ publicId, secret }: InstallRow): string {
  return `ot_ptk_${publicId}_${secret}`;
}
