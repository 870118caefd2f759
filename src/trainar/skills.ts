import { calls } from '../../generated/trainar/calls.ts';
import type { SkillExecute, SkillResult } from '../../generated/trainar/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';

/** Actions that the AI, or a server, may run. */
export class Skills {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Runs a skill and answers with its result. Fires `skill.executed`. Needs `write:skills`.
   *
   * Without `session_context` the platform takes the tenant's first active, assigned seat. Never
   * repeated by itself: a skill may have effects. The form of the result is not documented.
   *
   * @throws BadRequestError with code `NO_ACTIVE_SEAT` when no context was given and no seat qualifies
   * @throws MissingScopeError without `write:skills`
   *
   * @example
   * ```ts
   * const result = await trainar.skills.execute({ skill_id: skillId, arguments: { asset: 'boiler-3' } });
   * ```
   */
  execute(body: SkillExecute, options?: RequestOptions): ApiPromise<SkillResult> {
    return this.#api.call(calls['skills.execute'], { body }, options);
  }
}
