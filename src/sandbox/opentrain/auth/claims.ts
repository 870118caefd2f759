import { limits } from '../../../../generated/opentrain/limits.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { postClaimScopes } from '../accounts/scopes.ts';
import type { Tokens } from '../accounts/tokens.ts';

const seconds = 1000;
const hours = 3_600 * seconds;
/** How long the human has to type the code. */
export const attemptSeconds = limits.claimAttemptSeconds.value;
/** Least time between two polls; each poll that comes too soon adds as much (RFC 8628). */
export const pollSeconds = limits.claimPollSeconds.value;
const wrongCodesAllowed = 5;

/** What the human was asked to do. */
export interface ClaimAttempt {
  readonly token: string;
  readonly userCode: string;
  readonly email: string;
  readonly expiresAt: number;
  readonly wrongCodes: number;
}

/** The way of one account from its registration to an owner. */
export interface ClaimRow {
  readonly accountId: string;
  readonly claimToken: string;
  readonly expiresAt: number;
  readonly status: 'open' | 'claimed' | 'delivered';
  readonly attempt: ClaimAttempt | null;
  readonly interval: number;
  readonly lastPollAt: number | null;
}

/** How a poll ended. */
export type PollOutcome =
  | { error: 'authorization_pending' | 'slow_down' | 'expired_token' | 'invalid_grant' }
  | { token: string };

/** Claims of accounts that agents registered. */
export class Claims {
  readonly #table;
  readonly #kernel: Kernel;
  readonly #accounts: Accounts;
  readonly #tokens: Tokens;

  constructor(kernel: Kernel, accounts: Accounts, tokens: Tokens) {
    this.#kernel = kernel;
    this.#accounts = accounts;
    this.#tokens = tokens;
    this.#table = kernel.store.table('opentrain.claims', {
      key: (claim: ClaimRow) => claim.accountId,
      indexes: {
        claimToken: { on: (claim) => claim.claimToken },
        attempt: { on: (claim) => claim.attempt?.token },
        userCode: { on: (claim) => claim.attempt?.userCode },
      },
    });
  }

  /** Opens the window in which an account can be claimed. */
  open(accountId: string): ClaimRow {
    const { clock, random } = this.#kernel;
    return this.#table.insert({
      accountId,
      claimToken: random.stream('opentrain.claims').token('ot_clm_', 40),
      expiresAt: clock.now() + limits.claimWindowHours.value * hours,
      status: 'open',
      attempt: null,
      interval: pollSeconds,
      lastPollAt: null,
    });
  }

  byToken(claimToken: string): ClaimRow | undefined {
    return this.#table.first('claimToken', claimToken);
  }

  /** The claim of an account that an agent registered. */
  of(accountId: string): ClaimRow | undefined {
    return this.#table.get(accountId);
  }

  /** The claim whose link this is, while its attempt is the latest and not used up. */
  byLink(attemptToken: string): ClaimRow | undefined {
    return this.#table.first('attempt', attemptToken);
  }

  /** Whether an attempt runs that a human can finish. */
  isRunning(claim: ClaimRow): claim is ClaimRow & { attempt: ClaimAttempt } {
    const { attempt } = claim;
    const running = attempt !== null && attempt.expiresAt > this.#kernel.clock.now();
    return running && this.isOpen(claim);
  }

  /** Whether an account can still be claimed. */
  isOpen(claim: ClaimRow): boolean {
    return claim.status === 'open' && claim.expiresAt > this.#kernel.clock.now();
  }

  /** Starts an attempt; one that runs already is replaced. */
  start(claim: ClaimRow, email: string): ClaimAttempt {
    const { clock, random } = this.#kernel;
    const stream = random.stream('opentrain.claims');
    const attempt: ClaimAttempt = {
      token: stream.token('ot_cat_', 40),
      userCode: stream.digits(6),
      email,
      expiresAt: Math.min(clock.now() + attemptSeconds * seconds, claim.expiresAt),
      wrongCodes: 0,
    };
    this.#table.update(claim.accountId, { attempt, interval: pollSeconds, lastPollAt: null });
    return attempt;
  }

  /** One poll of the token endpoint. Success is told once; what comes before an attempt is inferred. */
  poll(claimToken: string): PollOutcome {
    const claim = this.byToken(claimToken);
    if (!claim || claim.status === 'delivered') return { error: 'invalid_grant' };
    if (claim.status === 'claimed') {
      this.#table.update(claim.accountId, { status: 'delivered' });
      const options = { scopes: postClaimScopes, name: 'Claimed agent token' };
      return { token: this.#tokens.mint(claim.accountId, options).text };
    }
    if (!this.isOpen(claim)) return { error: 'expired_token' };
    const now = this.#kernel.clock.now();
    const { lastPollAt, interval } = claim;
    if (lastPollAt !== null && now - lastPollAt < interval * seconds) {
      const longer = interval + pollSeconds;
      this.#table.update(claim.accountId, { lastPollAt: now, interval: longer });
      return { error: 'slow_down' };
    }
    this.#table.update(claim.accountId, { lastPollAt: now });
    return { error: 'authorization_pending' };
  }

  /** The claim that the human was sent to: by link token, claim token, code or account. */
  find(by: { token?: string; userCode?: string; accountId?: string }): ClaimRow {
    const { token, userCode, accountId } = by;
    const claim =
      (token !== undefined && (this.#table.first('attempt', token) ?? this.byToken(token))) ||
      (userCode !== undefined && this.#table.last('userCode', userCode)) ||
      (accountId !== undefined && this.#table.get(accountId));
    if (!claim) throw new Refusal(404, 'NOT_FOUND', 'There is no such claim.');
    return claim;
  }

  /**
   * The human signs in with the reserved address and types the code.
   *
   * @throws Refusal when the attempt lapsed, or when code or address are not those of the attempt.
   */
  complete(claim: ClaimRow, entered: { code?: string; email?: string } = {}): void {
    if (!this.isRunning(claim)) {
      throw new Refusal(409, 'CLAIM_NOT_RUNNING', 'This claim is over, or was never started.');
    }
    const { attempt, accountId } = claim;
    const email = entered.email?.trim().toLowerCase();
    if (email !== undefined && email !== attempt.email.toLowerCase()) {
      throw new Refusal(403, 'WRONG_EMAIL', 'The account is reserved for another address.');
    }
    if (entered.code !== undefined && entered.code !== attempt.userCode) {
      const wrongCodes = attempt.wrongCodes + 1;
      const attemptsLeft = wrongCodesAllowed - wrongCodes;
      this.#table.update(accountId, {
        attempt: attemptsLeft > 0 ? { ...attempt, wrongCodes } : null,
      });
      throw new Refusal(400, 'WRONG_CODE', 'That is not the code.', { details: { attemptsLeft } });
    }
    if (this.#accounts.byEmail(attempt.email)) {
      throw new Refusal(409, 'EMAIL_TAKEN', 'This address belongs to an account already.');
    }
    this.#accounts.update(accountId, {
      claimed: true,
      ownerEmail: attempt.email,
      ownerName: nameFrom(attempt.email),
    });
    this.#tokens.revokeAll(accountId);
    this.#table.update(accountId, { status: 'claimed', attempt: null });
  }
}

/** `ada.field@…` → `Ada Field`: what the human types at sign-up, for want of a human. */
function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[^\p{L}]+/u).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || 'Owner';
}
