import { calls } from '../../generated/opentrain/calls.ts';
import type { Team, TeamInviteCreate, TeamInviteResult } from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';

/** The people of the account. No call removes one. */
export class TeamResource {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Reads the organization, its members and its open invites. Needs `team:read`. Source: documented.
   *
   * @throws PermissionDeniedError with reason `teams_not_enabled`
   * @throws FeatureDisabledError when `public_api_team` is off for the account
   */
  get(options?: RequestOptions): ApiPromise<Team> {
    return this.#api
      .call<{ team: Team }>(calls['team.get'], { needs: 'team' }, options)
      .map(({ team }) => team);
  }

  /**
   * Invites a person. Someone with an account joins at once, an existing member stays as is; `status`
   * tells which. Needs `team:write` and a claimed account. Source: documented; the status code is inferred.
   *
   * @throws BadRequestError when the address is not acceptable
   * @throws ConflictError with reason `invite_email_send_failed`; try later
   * @throws ClaimRequiredError when no human has claimed the account
   *
   * @example
   * ```ts
   * const { status } = await ot.team.invite({ email: 'sam@example.com' });
   * ```
   */
  invite(body: TeamInviteCreate, options?: RequestOptions): ApiPromise<TeamInviteResult> {
    return this.#api.call(calls['team.invite'], { body }, options);
  }
}
