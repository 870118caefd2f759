import { calls } from '../../generated/opentrain/calls.ts';
import type { Freelancer, FreelancerResponse } from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';

/** AI trainers. There is no search for them: ids come from proposals and contracts. */
export class Freelancers {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Reads a trainer's public profile, the name masked and no way to contact in it. Needs
   * `proposals:read`. Source: documented; its errors are inferred.
   *
   * @param idOrSlug user id, or the slug of the profile's address
   * @throws NotFoundError when there is no such trainer (inferred)
   *
   * @example
   * ```ts
   * const trainer = await ot.freelancers.get(proposal.candidate.id);
   * console.log(trainer.displayName, trainer.skills.tags);
   * ```
   */
  get(idOrSlug: string, options?: RequestOptions): ApiPromise<Freelancer> {
    return this.#api
      .call<FreelancerResponse>(
        calls['freelancers.get'],
        { path: { idOrSlug }, needs: 'freelancer' },
        options,
      )
      .map(({ freelancer }) => freelancer);
  }
}
