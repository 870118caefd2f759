import type { Kernel } from '../../kernel/kernel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Page } from '../../kernel/table.ts';
import { featureKeys } from './features.ts';

/** An account: an employer's, or a trainer's own. */
export interface AccountRow {
  readonly id: string;
  readonly kind: 'employer' | 'trainer';
  readonly ownerUserId: string;
  readonly organizationId: string;
  /** Name of the organization. */
  readonly name: string;
  readonly agentName: string | null;
  readonly ownerName: string | null;
  /** Sign-in address; `null` until a human claims the account. */
  readonly ownerEmail: string | null;
  readonly claimed: boolean;
  /** Keys of the features that are on. */
  readonly features: readonly string[];
  /** Whether a card is on file. */
  readonly card: boolean;
  /** Whether the owner's user was deleted, which leaves tokens without a person. */
  readonly ownerGone: boolean;
  readonly createdAt: string;
}

/** What a new account starts with. */
export type NewAccount = Partial<Omit<AccountRow, 'id' | 'createdAt' | 'organizationId'>>;

/** Accounts, by id, owner and address. */
export class Accounts {
  readonly #table;
  readonly #kernel: Kernel;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#table = kernel.store.table('opentrain.accounts', {
      key: (account: AccountRow) => account.id,
      indexes: {
        owner: { on: (account) => account.ownerUserId },
        email: { on: (account) => account.ownerEmail?.toLowerCase() },
        employers: {
          on: ({ kind, claimed }) => (kind === 'employer' && claimed ? '' : undefined),
        },
      },
    });
  }

  get(id: string): AccountRow | undefined {
    return this.#table.get(id);
  }

  /** For controls: whoever drives the sandbox hears when there is no such account. */
  require(id: string): AccountRow {
    const account = this.get(id);
    if (!account) throw new Refusal(404, 'NOT_FOUND', `There is no account ${id}.`);
    return account;
  }

  byOwner(userId: string): AccountRow | undefined {
    return this.#table.first('owner', userId);
  }

  byEmail(email: string): AccountRow | undefined {
    return this.#table.first('email', email.trim().toLowerCase());
  }

  /** Employers with a human owner, newest first. */
  *employers(): Generator<AccountRow> {
    yield* this.#table.walk('employers', '', 'newest');
  }

  /** A page of all accounts, newest first. */
  page(limit: number, after?: string): Page<AccountRow> {
    return this.#table.page({ limit, after });
  }

  /** A user with this sign-in address. */
  userByEmail(email: string): { userId: string; name: string } | undefined {
    const account = this.byEmail(email);
    return account && { userId: account.ownerUserId, name: account.ownerName ?? account.name };
  }

  create(options: NewAccount = {}): AccountRow {
    const { clock, random } = this.#kernel;
    const ids = random.stream('opentrain.accounts');
    return this.#table.insert({
      id: ids.id('acc_'),
      kind: 'employer',
      ownerUserId: ids.id('usr_'),
      organizationId: ids.id('org_'),
      name: 'Sandbox Employer',
      agentName: null,
      ownerName: null,
      ownerEmail: null,
      claimed: false,
      features: featureKeys,
      card: false,
      ownerGone: false,
      createdAt: clock.iso(),
      ...options,
    });
  }

  update(id: string, change: Partial<AccountRow>): AccountRow {
    this.require(id);
    return this.#table.update(id, change);
  }

  /** Switches a feature of one account. */
  setFeature(id: string, key: string, on: boolean): AccountRow {
    if (!featureKeys.includes(key)) {
      const known = featureKeys.join(', ');
      throw new Refusal(400, 'BAD_REQUEST', `${key} is no feature. There are: ${known}.`);
    }
    const others = this.require(id).features.filter((feature) => feature !== key);
    return this.update(id, { features: on ? [...others, key] : others });
  }
}
