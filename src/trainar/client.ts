import type { ClientOptions } from '../core/client-options.ts';
import { Transport } from '../core/transport.ts';
import { trainar } from './product.ts';
import { Skills } from './skills.ts';
import { Tasks } from './tasks.ts';
import { Users } from './users.ts';
import { Webhooks } from './webhooks.ts';

/** What a `TrainAR` client takes. */
export interface TrainAROptions extends ClientOptions {
  /** The tenant's key, `tak_…`. Default: the environment's `TRAINAR_API_KEY`. */
  apiKey?: string | undefined;
}

/**
 * The tenant REST API of TrainAR.
 *
 * @throws InvalidArgumentError when there is no key, it is of another kind, or `baseUrl` is unsafe
 *
 * @example
 * ```ts
 * import { TrainAR } from 'trainyard';
 *
 * const trainar = new TrainAR(); // reads TRAINAR_API_KEY
 * const task = await trainar.tasks.create({ title: 'Replace the filter on boiler 3' });
 * ```
 */
export class TrainAR {
  /** Create, list and move tasks. */
  readonly tasks: Tasks;
  /** List and invite users. */
  readonly users: Users;
  /** Run skills. */
  readonly skills: Skills;
  /** Register endpoints for events, and verify what they receive. */
  readonly webhooks: Webhooks;

  constructor(options: TrainAROptions = {}) {
    const api = new Transport(trainar(options.apiKey), options);
    this.tasks = new Tasks(api);
    this.users = new Users(api);
    this.skills = new Skills(api);
    this.webhooks = new Webhooks(api);
  }
}
