import { openConsole } from './console/console.ts';
import type { SandboxClock } from './kernel/clock.ts';
import type { Deliveries } from './kernel/deliveries.ts';
import type { Faults } from './kernel/faults.ts';
import { createKernel, type KernelOptions, type Snapshot } from './kernel/kernel.ts';
import type { RequestLog } from './kernel/request-log.ts';
import { createWorld } from './opentrain/create-world.ts';
import { createPartners } from './opentrain/platform/create-partners.ts';
import { createOpenTrain } from './opentrain/product.ts';
import { createTrainAR } from './trainar/product.ts';
import { createTables } from './trainar/tables.ts';

/** Both platforms, in memory. */
export interface Sandbox {
  /** Answers like `fetch`, for the real hosts and for any local origin. Pass it as a client's `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** The same for adapters that know where a call comes from. */
  readonly handle: (request: Request, from?: { ip?: string }) => Promise<Response>;
  /** The sandbox's time; fits a client's `clock` option. */
  readonly clock: SandboxClock;
  /** What goes wrong next. */
  readonly faults: Faults;
  /** Every call so far. */
  readonly requests: RequestLog;
  /** Every webhook delivery so far. */
  readonly deliveries: Pick<Deliveries, 'list' | 'pending' | 'redeliver'>;
  /** The real origins that it answers. */
  readonly origins: readonly string[];
  /** Another number after anything that may have changed the state. */
  readonly revision: number;
  /** Resolves once no call is being answered and no delivery that is due is under way. */
  settled(): Promise<void>;
  /** All state as JSON. */
  snapshot(): Snapshot;
  /**
   * Goes back to a snapshot, of this sandbox or of another.
   *
   * @throws TypeError for what is no snapshot of a sandbox; nothing has changed then.
   */
  restore(snapshot: Snapshot): void;
  /** The human's and the glasses' side of TrainAR. */
  readonly trainar: ReturnType<typeof createTrainAR>;
  /** The human's and the trainer's side of OpenTrain. */
  readonly opentrain: ReturnType<typeof createOpenTrain>;
}

/**
 * Makes both platforms in memory, behind one Fetch handler.
 *
 * Nothing leaves the process except webhook deliveries, which go out through `deliver`.
 *
 * @example
 * ```ts
 * const sandbox = createSandbox();
 * const { apiKey } = sandbox.trainar.createTenant();
 * const trainar = new TrainAR({ apiKey, fetch: sandbox.fetch });
 * ```
 */
export function createSandbox(options: KernelOptions = {}): Sandbox {
  const kernel = createKernel(options);
  const training = { kernel, tables: createTables(kernel) };
  const trainar = createTrainAR(kernel, training);
  const market = createWorld(kernel);
  const partners = createPartners(market);
  const opentrain = createOpenTrain(kernel, market, partners);
  openConsole({
    kernel,
    partners,
    trainar: training,
    opentrainControls: opentrain,
    trainarControls: trainar,
  });
  return {
    fetch: kernel.fetch,
    handle: kernel.handle,
    clock: kernel.clock,
    faults: kernel.faults,
    requests: kernel.requests,
    deliveries: kernel.deliveries,
    origins: kernel.origins,
    get revision() {
      return kernel.revision;
    },
    settled: () => kernel.settled(),
    snapshot: () => kernel.snapshot(),
    restore: (snapshot) => kernel.restore(snapshot),
    trainar,
    opentrain,
  };
}
