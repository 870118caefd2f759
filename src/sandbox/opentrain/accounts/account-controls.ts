import { Refusal } from '../../kernel/refusal.ts';
import type { Market } from '../market.ts';
import { featureKeys } from './features.ts';
import { allScopes, preClaimScopes, unknownScopes } from './scopes.ts';

/** What an account starts with. */
export interface AccountOptions {
  /** Whether a human owns it. @defaultValue true */
  claimed?: boolean;
  /** Scopes of its token. @defaultValue all 11; those of a registration when unclaimed */
  scopes?: readonly string[];
  /** Keys of the features that are on. @defaultValue all */
  features?: readonly string[];
  /** Whether a card is on file. @defaultValue false */
  card?: boolean;
  /** Credits to begin with, in US dollars. @defaultValue 0 */
  creditsUsd?: number;
  /** Name of the organization. */
  name?: string;
  /** Sign-in address of the owner; ignored when unclaimed. */
  email?: string;
  agentName?: string;
}

/** A new account and what its owner holds. */
export interface CreatedAccount {
  /** Bearer token. */
  token: string;
  tokenId: string;
  accountId: string;
  /** User id of the owner. */
  userId: string;
  organizationId: string;
  /** To claim an unclaimed account with; `null` for a claimed one. */
  claimToken: string | null;
}

/** Accounts, tokens and claims as the app and the human handle them. */
export function accountControls(market: Market) {
  const { accounts, tokens, claims, credits, settings, trainers } = market;

  return {
    /**
     * Makes an account as the app would, with a token of any scopes.
     *
     * @example
     * ```ts
     * const { token } = sandbox.opentrain.createAccount({ card: true });
     * ```
     */
    createAccount(options: AccountOptions = {}): CreatedAccount {
      const { claimed = true, card = false, creditsUsd = 0, agentName } = options;
      const scopes = known(options.scopes ?? (claimed ? allScopes : preClaimScopes));
      const features = [...(options.features ?? featureKeys)];
      const strange = features.filter((key) => !featureKeys.includes(key));
      if (strange.length > 0) throw bad(`No such features: ${strange.join(', ')}.`);
      const cents = Math.round(creditsUsd * 100);
      if (!(cents >= 0 && Number.isSafeInteger(cents))) {
        throw bad('creditsUsd has to be a number of at least 0 that cents can count.');
      }
      if (options.email !== undefined && accounts.byEmail(options.email)) {
        throw new Refusal(409, 'EMAIL_TAKEN', 'This address belongs to an account already.');
      }
      const account = accounts.create({
        claimed,
        features,
        card,
        ...(agentName !== undefined && { agentName }),
        ...(options.name !== undefined && { name: options.name }),
      });
      if (claimed) {
        const ownerEmail = options.email ?? `owner.${account.id.slice(-8)}@employer.example`;
        accounts.update(account.id, { ownerEmail, ownerName: 'Ada Field' });
      }
      if (cents > 0) credits.adjust(account.id, cents, 'Credits to begin with');
      const { text, row } = tokens.mint(account.id, { scopes });
      return {
        token: text,
        tokenId: row.id,
        accountId: account.id,
        userId: account.ownerUserId,
        organizationId: account.organizationId,
        claimToken: claimed ? null : claims.open(account.id).claimToken,
      };
    },

    /** Mints a token in the app's settings, where no scope is out of reach. */
    mintToken(
      accountId: string,
      options: { scopes?: readonly string[]; name?: string; expiresAt?: string } = {},
    ): { token: string; tokenId: string } {
      const scopes = known(options.scopes ?? allScopes);
      const { name, expiresAt } = options;
      if (expiresAt !== undefined && Number.isNaN(Date.parse(expiresAt))) {
        throw bad('expiresAt has to be a date and time, such as 2026-06-30T12:00:00Z.');
      }
      const { text, row } = tokens.mint(accounts.require(accountId).id, {
        name,
        expiresAt,
        scopes,
      });
      return { token: text, tokenId: row.id };
    },

    /** A token of a trainer's own account, for what the API answers to candidates. */
    mintTrainerToken(
      trainerId: string,
      options: { scopes?: readonly string[] } = {},
    ): { token: string; accountId: string } {
      const { id, person } = trainers.require(trainerId);
      const ownerName = [person.firstName, person.lastName].filter(Boolean).join(' ') || null;
      const name = ownerName ?? 'Trainer';
      const account =
        accounts.byOwner(id) ??
        accounts.create({ kind: 'trainer', ownerUserId: id, claimed: true, ownerName, name });
      const scopes = known(options.scopes ?? allScopes);
      return { token: tokens.mint(account.id, { scopes }).text, accountId: account.id };
    },

    /**
     * The human opens the link, signs in and types the code. Named by account, a claim that the agent
     * never started is started first.
     *
     * @param by.token the link's `ot_cat_…`, or the agent's `ot_clm_…`
     * @param by.code what the human types; the right one when left out
     * @param by.email whom the human signs in as; the address that was reserved when left out
     * @throws Refusal on a wrong code or address, and when the attempt lapsed.
     */
    claim(by: {
      token?: string;
      userCode?: string;
      accountId?: string;
      code?: string;
      email?: string;
    }): { accountId: string; claimed: true; email: string } {
      const claim = claims.find(by);
      const { accountId } = claim;
      const unstarted = by.accountId !== undefined && claim.attempt === null;
      if (unstarted && claims.isOpen(claim)) {
        claims.start(claim, by.email ?? `owner.${accountId.slice(-8)}@employer.example`);
      }
      claims.complete(claims.find({ accountId }), by);
      return { accountId, claimed: true, email: accounts.require(accountId).ownerEmail ?? '' };
    },

    /** Switches a feature of one account. */
    setFeature(accountId: string, key: string, on: boolean): void {
      accounts.setFeature(accountId, key, on);
    },

    /** Puts a card on file, or takes it off. */
    setCard(accountId: string, card: boolean): void {
      accounts.update(accountId, { card });
    },

    /** Deletes the owner's user; the account's tokens stay. */
    deleteOwner(accountId: string): void {
      accounts.update(accountId, { ownerGone: true });
    },

    /** Switches anonymous registration of the whole environment. */
    setAnonymousRegistration(on: boolean): void {
      settings.turn('anonymousRegistration', on);
    },
  };
}

function known(scopes: readonly string[]): string[] {
  const unknown = unknownScopes(scopes);
  if (unknown.length > 0) throw bad(`No such scopes: ${unknown.join(', ')}.`);
  return [...scopes];
}

function bad(message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message);
}
