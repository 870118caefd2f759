import { calls } from '../../generated/opentrain/calls.ts';
import type {
  AgentRegister,
  AgentRegistration,
  ClaimAttempt,
  ClaimedToken,
  ClaimStart,
  TokenRevocationResult,
} from '../../generated/opentrain/types.ts';
import { OAuthError } from '../core/api-error.ts';
import { ApiPromise } from '../core/api-promise.ts';
import { checkKey, type KeyFormat } from '../core/arguments.ts';
import { type WaitOptions, waitFor } from '../core/poll.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import { tokenFormat } from './product.ts';

const grantType = 'urn:opentrain:agent-auth:grant-type:claim';
/** RFC 8628 §3.5; the platform publishes no figure of its own. */
const slowDownMs = 5_000;
/** How long a claim attempt lasts. */
const attemptMs = 1_800_000;

const claimTokenFormat: KeyFormat = {
  option: 'claim_token',
  prefix: 'ot_clm_',
  others: { ot_pat_: 'the access token', ot_cat_: 'the token of a claim link, for a browser' },
};

/** What one poll of a claim saw. */
export interface ClaimProgress {
  /** `slow_down`: the platform asked for longer gaps, and gets them. */
  status: 'authorization_pending' | 'slow_down' | 'claimed';
}

/** What `agent.waitForClaim` takes. */
export interface ClaimWaitOptions extends WaitOptions<ClaimProgress> {
  /** Seconds between polls, as `agent.startClaim` answered them. Default 5. */
  interval?: number | undefined;
}

/** An agent's own account: registration, and the ceremony by which a human claims it. */
export class Agent {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Registers an unclaimed account and answers its first token and the claim token, each shown only
   * here. Needs no token. Never repeated by itself: each call makes another account. Source: documented.
   *
   * Draft, publish and read with a client of that token; what spends money or reaches people needs a
   * human's claim first, within about 24 hours.
   *
   * @throws OAuthError with code `anonymous_not_enabled` where registration is switched off
   * @throws RateLimitError after too many registrations
   *
   * @example
   * ```ts
   * const registration = await new OpenTrain().agent.register({ agent_name: 'Label scout' });
   * const ot = new OpenTrain({ token: registration.access_token });
   * ```
   */
  register(body: AgentRegister = {}, options?: RequestOptions): ApiPromise<AgentRegistration> {
    return this.#api.call(calls['agent.register'], { body }, options);
  }

  /**
   * Starts the claim, or starts it anew: a new code replaces the old one. Show `user_code` and
   * `verification_uri` to the human yourself; the mail may not go out. An attempt lasts 30 minutes.
   * Needs no token. Source: documented.
   *
   * @param body.email the owner's address, which must not have an OpenTrain account yet
   * @throws OAuthError with code `invalid_request` when token or address are not acceptable, or the claim window is over
   * @throws RateLimitError after too many starts
   *
   * @example
   * ```ts
   * const { claim_token } = await ot.agent.register({ agent_name: 'Label scout' });
   * const claim = await ot.agent.startClaim({ claim_token, email: 'owner@example.com' });
   * console.log(`Open ${claim.verification_uri} and type ${claim.user_code}`);
   * const { access_token } = await ot.agent.waitForClaim(claim_token, { interval: claim.interval });
   * ```
   */
  startClaim(body: ClaimStart, options?: RequestOptions): ApiPromise<ClaimAttempt> {
    return this.#api.call(calls['agent.startClaim'], { body }, options);
  }

  /**
   * Asks once whether the claim is done. `waitForClaim` does the asking for you. The token is handed
   * out once, and at that moment every earlier token of the account is dead. Source: documented.
   *
   * @throws OAuthError with code `authorization_pending` or `slow_down` while the human is not done,
   *   `expired_token` when the claim window is over, `invalid_grant` when the token was handed out already
   * @throws InvalidArgumentError when it is no claim token (`ot_clm_…`)
   */
  pollClaim(claimToken: string, options?: RequestOptions): ApiPromise<ClaimedToken> {
    const wrong = wrongKey(claimToken, claimTokenFormat);
    if (wrong) return new ApiPromise(wrong);
    const body = { grant_type: grantType, claim_token: claimToken };
    return this.#api.call(calls['agent.pollClaim'], { body }, options);
  }

  /**
   * Waits until the human claimed the account, and resolves to its new token; the old one is dead
   * from then on. Keeps to the interval, and lengthens it for good each time the platform asks.
   *
   * The token lacks `payments:write` and `webhooks:manage`; a human makes one with those in the app.
   * The lengthening by 5 s is inferred (RFC 8628), the rest documented.
   *
   * @param options.timeoutMs milliseconds to wait in all; default 30 minutes, as long as an attempt lasts
   * @throws OAuthError with code `expired_token` when the claim window is over, `invalid_grant` when
   *   the token was handed out already
   * @throws TimeoutError when time is up; start the claim anew
   */
  async waitForClaim(claimToken: string, options: ClaimWaitOptions = {}): Promise<ClaimedToken> {
    let claimed: ClaimedToken | undefined;
    await waitFor<ClaimProgress>({
      name: 'agent.waitForClaim',
      clock: this.#api.clock,
      options: { ...options, timeoutMs: options.timeoutMs ?? attemptMs },
      poll: async (signal) => {
        try {
          claimed = await this.pollClaim(claimToken, { signal });
          return { status: 'claimed' };
        } catch (error) {
          const code = error instanceof OAuthError && error.code;
          if (code === 'authorization_pending' || code === 'slow_down') return { status: code };
          throw error;
        }
      },
      isOver: () => claimed !== undefined,
      firstMs: (options.interval ?? 5) * 1000,
      longestMs: attemptMs,
      nextMs: ({ status }, gapMs) => (status === 'slow_down' ? gapMs + slowDownMs : gapMs),
      advice: 'Start the claim anew with agent.startClaim() and show the human the new code.',
    });
    return claimed as ClaimedToken;
  }

  /**
   * Ends a personal token at once; holding it is enough. Unknown and dead ones are answered the same.
   * Source: documented.
   *
   * @throws InvalidArgumentError when it is no personal token (`ot_pat_…`): the platform would answer
   *   as if it had revoked it
   */
  revoke(token: string, options?: RequestOptions): ApiPromise<TokenRevocationResult> {
    const wrong = wrongKey(token, tokenFormat);
    if (wrong) return new ApiPromise(wrong);
    return this.#api.call(calls['agent.revoke'], { body: { token } }, options);
  }
}

/** The refusal of a key of the wrong kind, as the rejection that any other failure of a call is. */
function wrongKey(key: string, format: KeyFormat): Promise<never> | undefined {
  try {
    checkKey(key, format);
    return undefined;
  } catch (error) {
    return Promise.reject(error);
  }
}
