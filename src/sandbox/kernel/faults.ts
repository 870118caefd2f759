import type { KernelPart } from './kernel-part.ts';

/** Something to go wrong with calls. Fields that name a call narrow it down; without any, all match. */
export interface CallFault {
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
  /** How many calls it hits; default 1. */
  times?: number | 'always';
}

/** Something to go wrong with webhook deliveries. */
export interface DeliveryFault {
  /**
   * `drop`: the attempt never arrives and counts as failed. `timeout`: as if the receiver were
   * silent for the whole time limit. `duplicate`: arrives twice. `reorder`: waits until the
   * endpoint's next delivery has gone out.
   */
  delivery: 'drop' | 'timeout' | 'duplicate' | 'reorder';
  endpointId?: string;
  /** Event name, such as `task.created`. */
  event?: string;
  /** How many attempts it hits; default 1. */
  times?: number | 'always';
}

export type Fault = CallFault | DeliveryFault;

/** A fault that waits for its victims. */
export interface InjectedFault {
  id: number;
  fault: Fault;
  /** Hits left; `null` for ever. */
  left: number | null;
}

/** Faults to come, taken in the order of injection. */
export class Faults implements KernelPart<InjectedFault[]> {
  #injected: InjectedFault[] = [];
  #lastId = 0;

  /** @param isCall whether some product has such an operation; a fault that can't hit is a mistake. */
  constructor(
    private readonly isCall: (operationId: string, product?: string) => boolean = () => true,
  ) {}

  /**
   * @throws RangeError when `times` makes no sense, or there is no such operation.
   * @returns an id for `remove`.
   * @example
   * sandbox.faults.inject({ operationId: 'jobs.search', status: 503, times: 2 });
   * sandbox.faults.inject({ delivery: 'duplicate', event: 'task.created' });
   */
  inject(fault: Fault): number {
    const { times = 1 } = fault;
    if (times !== 'always' && !(Number.isInteger(times) && times > 0)) {
      throw new RangeError("times must be a whole number above 0, or 'always'");
    }
    if ('operationId' in fault && fault.operationId !== undefined) {
      const { operationId, product } = fault;
      if (!this.isCall(operationId, product)) {
        throw new RangeError(`no operation ${operationId}${product ? ` of ${product}` : ''}`);
      }
    }
    this.#lastId += 1;
    this.#injected.push({ id: this.#lastId, fault, left: times === 'always' ? null : times });
    return this.#lastId;
  }

  remove(id: number): void {
    this.#injected = this.#injected.filter((injected) => injected.id !== id);
  }

  clear(): void {
    this.#injected = [];
  }

  list(): readonly InjectedFault[] {
    return this.#injected;
  }

  /** Uses up one hit of the first fault that fits this call. */
  takeForCall(product: string | undefined, operationId: string | undefined): CallFault | undefined {
    return this.#take((fault): fault is CallFault => {
      if ('delivery' in fault) return false;
      return fits(fault.product, product) && fits(fault.operationId, operationId);
    });
  }

  /** Uses up one hit of the first fault that fits this delivery; `kinds` says which may apply now. */
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

  snapshot(): InjectedFault[] {
    return [...this.#injected];
  }

  restore(injected: InjectedFault[]): void {
    this.#injected = injected.map((entry) => ({ ...entry }));
    this.#lastId = Math.max(this.#lastId, ...injected.map(({ id }) => id));
  }

  #take<F extends Fault>(matches: (fault: Fault) => fault is F): F | undefined {
    const index = this.#injected.findIndex(({ fault }) => matches(fault));
    const found = this.#injected[index];
    if (!found) return undefined;
    if (found.left === 1) this.#injected.splice(index, 1);
    else if (found.left !== null) found.left -= 1;
    return found.fault as F;
  }
}

function fits(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || wanted === actual;
}
