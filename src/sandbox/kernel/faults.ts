import type { KernelPart } from './kernel-part.ts';

/** How often a fault hits. */
interface Frequency {
  /** How many it hits; default 1. */
  times?: number | 'always';
  /** Lets others pass between two hits: 10 hits the tenth that fits, the twentieth, and so on; default 1. */
  every?: number;
}

/** Something to go wrong with calls. Fields that name a call narrow it down; without any, all match. */
export interface CallFault extends Frequency {
  operationId?: string;
  /** Product id, such as `opentrain`. */
  product?: string;
  /** Answers with this status, in the product's envelope unless `body` is given. */
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /**
   * Breaks the connection: before anything happened (`true`), or after the call took effect but
   * before its answer got out (`'response'`).
   */
  drop?: true | 'response';
  /** Holds the call up, on the sandbox's clock. */
  latencyMs?: number;
}

/** What can go wrong with a delivery. */
export const deliveryKinds = ['drop', 'timeout', 'lose', 'duplicate', 'reorder', 'delay'] as const;

/** Something to go wrong with webhook deliveries. */
export interface DeliveryFault extends Frequency {
  /**
   * `drop`: the attempt never arrives and counts as failed. `timeout`: as if the receiver were
   * silent for the whole time limit. `lose`: never arrives and is never tried again, as when a proxy
   * answers 200 and forgets it. `duplicate`: arrives twice. `reorder`: waits until the endpoint's next
   * delivery has gone out. `delay`: its first attempt is made `latencyMs` late.
   */
  delivery: (typeof deliveryKinds)[number];
  /** With `delay`: how late, on the sandbox's clock. */
  latencyMs?: number;
  endpointId?: string;
  /** Event name, such as `task.created`. */
  event?: string;
}

/** Something to go wrong. */
export type Fault = CallFault | DeliveryFault;

/** A fault that waits for its victims. */
export interface InjectedFault {
  id: number;
  fault: Fault;
  /** Hits left; `null` for ever. */
  left: number | null;
  /** How many have fitted so far, let pass or hit. */
  met: number;
}

/** Faults to come, taken in the order of injection. */
export class Faults implements KernelPart<InjectedFault[]> {
  #injected: InjectedFault[] = [];
  #lastId = 0;
  #changed = 0;

  /**
   * @param isCall whether some product has such an operation; a fault that can't hit is a mistake.
   * @internal
   */
  constructor(
    private readonly isCall: (operationId: string, product?: string) => boolean = () => true,
  ) {}

  /**
   * Lets something go wrong.
   *
   * @throws RangeError when a number makes no sense, or there is no such operation or kind of fault.
   * @returns an id for `remove`.
   * @example
   * ```ts
   * sandbox.faults.inject({ operationId: 'jobs.search', status: 503, times: 2 });
   * sandbox.faults.inject({ delivery: 'duplicate', event: 'task.created' });
   * sandbox.faults.inject({ delivery: 'lose', every: 10, times: 'always' });
   * ```
   */
  inject(fault: Fault): number {
    const { times = 1, every = 1 } = fault;
    if (times !== 'always' && !isCount(times)) {
      throw new RangeError("times must be a whole number above 0, or 'always'");
    }
    if (!isCount(every)) throw new RangeError('every must be a whole number above 0');
    if ('delivery' in fault) checkDelivery(fault);
    else this.#checkCall(fault);
    this.#lastId += 1;
    this.#changed += 1;
    const left = times === 'always' ? null : times;
    // A copy: what becomes of the caller's own changes nothing.
    this.#injected.push({ id: this.#lastId, fault: structuredClone(fault), left, met: 0 });
    return this.#lastId;
  }

  /** Takes one back; its id came from `inject`. */
  remove(id: number): void {
    this.#changed += 1;
    this.#injected = this.#injected.filter((injected) => injected.id !== id);
  }

  /** Takes all of them back. */
  clear(): void {
    this.#changed += 1;
    this.#injected = [];
  }

  /**
   * How often they were changed by whoever injects them.
   *
   * @internal
   */
  get revision(): number {
    return this.#changed;
  }

  /** Those that wait for their victims. */
  list(): readonly InjectedFault[] {
    return this.#injected;
  }

  /**
   * Uses up one hit of the first fault that fits this call.
   *
   * @internal
   */
  takeForCall(product: string | undefined, operationId: string | undefined): CallFault | undefined {
    return this.#take((fault): fault is CallFault => {
      if ('delivery' in fault) return false;
      return fits(fault.product, product) && fits(fault.operationId, operationId);
    });
  }

  /**
   * Uses up one hit of the first fault that fits this delivery; `kinds` says which may apply now.
   *
   * @internal
   */
  takeForDelivery(
    endpointId: string,
    event: string,
    kinds: readonly DeliveryFault['delivery'][],
  ): DeliveryFault | undefined {
    return this.#take((fault): fault is DeliveryFault => {
      if (!('delivery' in fault) || !kinds.includes(fault.delivery)) return false;
      return fits(fault.endpointId, endpointId) && fits(fault.event, event);
    });
  }

  /** @internal */
  snapshot(): InjectedFault[] {
    return this.#injected.map((entry) => ({ ...entry }));
  }

  /** @internal */
  restore(injected: InjectedFault[]): void {
    for (const { id, fault } of injected) {
      if (!Number.isInteger(id) || typeof fault !== 'object' || fault === null) {
        throw new TypeError(`fault ${id} is none`);
      }
    }
    // States saved by an earlier version do not count what was met.
    this.#injected = injected.map((entry) => ({ ...entry, met: entry.met ?? 0 }));
    this.#lastId = Math.max(this.#lastId, ...injected.map(({ id }) => id));
  }

  #checkCall({ operationId, product, status, drop, latencyMs, headers }: CallFault): void {
    if (operationId !== undefined && !this.isCall(operationId, product)) {
      throw new RangeError(`no operation ${operationId}${product ? ` of ${product}` : ''}`);
    }
    if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599)) {
      throw new RangeError('status must be a whole number from 200 to 599');
    }
    if (drop !== undefined && drop !== true && drop !== 'response') {
      throw new RangeError("drop must be true or 'response'");
    }
    if (latencyMs !== undefined && !(latencyMs >= 0 && latencyMs < Number.POSITIVE_INFINITY)) {
      throw new RangeError('latencyMs must be a number of at least 0');
    }
    // Throws for names and values that HTTP has not.
    new Headers(headers);
  }

  #take<F extends Fault>(matches: (fault: Fault) => fault is F): F | undefined {
    for (const [index, entry] of this.#injected.entries()) {
      const { fault, left } = entry;
      if (!matches(fault)) continue;
      entry.met += 1;
      if (entry.met % (fault.every ?? 1) !== 0) continue;
      if (left === 1) this.#injected.splice(index, 1);
      else if (left !== null) entry.left = left - 1;
      return fault;
    }
    return undefined;
  }
}

function fits(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || wanted === actual;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}

function checkDelivery({ delivery, latencyMs }: DeliveryFault): void {
  if (!deliveryKinds.includes(delivery)) {
    throw new RangeError(`delivery must be one of ${deliveryKinds.join(', ')}`);
  }
  if (delivery === 'delay' && !(latencyMs && latencyMs > 0 && Number.isFinite(latencyMs))) {
    throw new RangeError('delay needs latencyMs, a number above 0');
  }
}
