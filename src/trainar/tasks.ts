import { calls } from '../../generated/trainar/calls.ts';
import type {
  Task,
  TaskCreate,
  TaskList,
  TaskListItem,
  TaskUpdate,
} from '../../generated/trainar/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';

/** A task as lists hold it, its id under `id` whichever of the two known forms the platform sent. */
export type ListedTask = TaskListItem & { id: string };

/** Work to be done in the field. */
export class Tasks {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Creates a task. Fires `task.created`. Needs `write:tasks`.
   *
   * Not repeated by itself: the platform is not known to recognise a repeat, by `external_id` or else.
   *
   * @param body what is to be done; only `title` is required
   * @returns the task, `open` and with source `api`
   * @throws BadRequestError when the title is missing, the priority unknown, or the assignee not in the tenant
   * @throws MissingScopeError without `write:tasks`
   *
   * @example
   * ```ts
   * const task = await trainar.tasks.create({ title: 'Replace the filter on boiler 3', priority: 'high' });
   * ```
   */
  create(body: TaskCreate, options?: RequestOptions): ApiPromise<Task> {
    return this.#api.call(calls['tasks.create'], { body }, options);
  }

  /**
   * Lists recent tasks, newest first as far as is known. Needs `read:tasks`.
   *
   * The platform has no known cursor: `limit` (1 to 100, an assumed maximum) bounds the whole answer.
   *
   * @throws MissingScopeError without `read:tasks`
   *
   * @example
   * ```ts
   * for await (const task of trainar.tasks.list({ limit: 100 })) console.log(task.id, task.title);
   * ```
   */
  list(
    query?: { limit?: number | undefined },
    options?: RequestOptions,
  ): ListPromise<ListedTask, TaskList> {
    return list(this.#api, calls['tasks.list'], { query }, options, (body) =>
      // Either form is accepted by the vendor's own connector; which one is sent is not documented.
      (Array.isArray(body) ? body : body.tasks).map((task) => ({
        ...task,
        id: task.id ?? task.task_id ?? '',
      })),
    );
  }

  /**
   * Moves a task to another status. Fires `task.status_changed`, and `task.completed` too on completion.
   * Needs `write:tasks`. Evidence: the vendor's own connector; the form of the answer is inferred.
   *
   * @throws BadRequestError when the status is unknown
   * @throws PermissionDeniedError when the task is another tenant's
   * @throws NotFoundError when there is no such task (inferred)
   *
   * @example
   * ```ts
   * await trainar.tasks.update(taskId, { status: 'in_progress' });
   * ```
   */
  update(taskId: string, body: TaskUpdate, options?: RequestOptions): ApiPromise<Task> {
    return this.#api.call(calls['tasks.update'], { query: { task_id: taskId }, body }, options);
  }

  /** Moves a task to `in_progress`; see `update`. */
  start(taskId: string, options?: RequestOptions): ApiPromise<Task> {
    return this.update(taskId, { status: 'in_progress' }, options);
  }

  /** Moves a task to `completed`; see `update`. */
  complete(taskId: string, options?: RequestOptions): ApiPromise<Task> {
    return this.update(taskId, { status: 'completed' }, options);
  }

  /** Moves a task to `cancelled`; see `update`. */
  cancel(taskId: string, options?: RequestOptions): ApiPromise<Task> {
    return this.update(taskId, { status: 'cancelled' }, options);
  }
}
