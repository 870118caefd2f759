import { calls } from '../../generated/platform/calls.ts';
import type {
  ProjectLink,
  ProjectLinkCreate,
  ProjectLinkDeleted,
} from '../../generated/platform/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';

/** Which of your projects belongs to which of the customer's jobs. No call changes a link. */
export class ProjectLinks {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Lists the links of the install, newest first and all in one answer. Needs `project-links:read`.
   * Source: documented.
   */
  list(options?: RequestOptions): ListPromise<ProjectLink, { projectLinks: ProjectLink[] }> {
    return list(this.#api, calls['projectLinks.list'], {}, options);
  }

  /**
   * Links a project to a job. Do it before anybody is hired: earlier contracts send no
   * `contract.started`. Needs `project-links:write`. Never repeated by itself, and a repeat is refused.
   * Source: documented; the status code is inferred.
   *
   * @param body.externalProjectId your id of the project, 1 to 200 characters, once an install
   * @param body.jobId a job of the customer; without one the link never gets a contract event
   * @throws BadRequestError when a field is missing or too long
   * @throws NotFoundError when the job is not the customer's
   * @throws ConflictError when the project is linked already, or there are too many links
   *
   * @example
   * ```ts
   * const link = await platform.projectLinks.create({ externalProjectId: 'crosswalks-7', jobId });
   * ```
   */
  create(body: ProjectLinkCreate, options?: RequestOptions): ApiPromise<ProjectLink> {
    return this.#api
      .call<{ projectLink: ProjectLink }>(
        calls['projectLinks.create'],
        { body, needs: 'projectLink' },
        options,
      )
      .map(({ projectLink }) => projectLink);
  }

  /**
   * Reads a link. Needs `project-links:read`. Source: documented.
   *
   * @throws NotFoundError when this install has no such link
   */
  get(linkId: string, options?: RequestOptions): ApiPromise<ProjectLink> {
    return this.#api
      .call<{ projectLink: ProjectLink }>(
        calls['projectLinks.get'],
        { path: { linkId }, needs: 'projectLink' },
        options,
      )
      .map(({ projectLink }) => projectLink);
  }

  /**
   * Deletes a link for good. Its contracts are out of reach then, unless another link names their
   * job. Needs `project-links:write`. Source: documented.
   *
   * @throws NotFoundError when this install has no such link
   */
  delete(linkId: string, options?: RequestOptions): ApiPromise<ProjectLinkDeleted> {
    return this.#api.call(calls['projectLinks.delete'], { path: { linkId } }, options);
  }
}
