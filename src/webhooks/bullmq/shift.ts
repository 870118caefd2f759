import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { systemClock } from '../../core/clock.ts';
import { handlerOf } from '../receiver/handlers.ts';
import { identify } from '../receiver/identity.ts';
import { Lease } from '../receiver/lease.ts';
import { Line } from './line.ts';
import type { WebhookWorkerOptions } from './options.ts';
import { rankOf, type WebhookJob } from './webhook-job.ts';

type WorkedJob = Job<WebhookJob>;

interface ShiftOptions extends WebhookWorkerOptions {
  /** The queue's name with its prefix: what is noted of its events is apart from other queues'. */
  qualifiedName: string;
  leaseMs: number;
  onError: (error: unknown) => void;
  find: (jobId: string) => Promise<WorkedJob | undefined>;
}

/** A job that this process has. */
interface Held {
  /** Whether its handler runs. */
  isBegun: boolean;
  letGo(): void;
}

/** How long to wait for somebody else's lease; his leaving ends the wait when it is one of the line. */
const recheckMs = 1_000;
/** However long the line is, one who stands in it looks again within this time. */
const longestWaitMs = 30_000;

/** What a worker does with one job: its turn first, then its event once. */
export class Shift {
  readonly #options: ShiftOptions;
  readonly #held = new Map<WorkedJob, Held>();
  #isOver = false;

  constructor(options: ShiftOptions) {
    this.#options = options;
  }

  /** Works a job; one that is let go of meanwhile goes back to the queue, and its handler on. */
  async work(job: WorkedJob, token: string | undefined, signal?: AbortSignal): Promise<void> {
    const held: Held = { isBegun: false, letGo() {} };
    const left = new Promise<true>((resolve) => {
      held.letGo = () => resolve(true);
    });
    this.#held.set(job, held);
    const worked = this.#work(job, token, signal).finally(() => this.#held.delete(job));
    if (!(await Promise.race([worked, left]))) return;
    worked.catch(this.#options.onError);
    return this.#later(job, token, recheckMs);
  }

  /** Begins no more handlers, and lets go of the jobs whose handlers run. @returns their ids */
  letGo(): string[] {
    this.#isOver = true;
    const running = [...this.#held].filter(([, { isBegun }]) => isBegun);
    for (const [, held] of running) held.letGo();
    return running.map(([job]) => idOf(job));
  }

  async #work(job: WorkedJob, token: string | undefined, signal?: AbortSignal): Promise<void> {
    const { platform, orderKey } = job.data;
    if (platform !== this.#options.platform) {
      throw new UnrecoverableError(
        `This worker is for ${this.#options.platform}, not ${platform}.`,
      );
    }
    if (orderKey === undefined) return this.#once(job, token, signal);
    const line = this.#line(orderKey);
    const before = await this.#before(line, job);
    if (before > 0) return this.#standBehind(line, job, token, before);
    const { inbox, qualifiedName, leaseMs } = this.#options;
    // An earlier event may have come while a later one is being worked.
    const turn = new Lease(inbox, `turn:${qualifiedName}:${orderKey}`, leaseMs);
    if ((await turn.claim(systemClock)) !== 'fresh') return this.#later(job, token, recheckMs);
    try {
      // One that was taken since may be first now.
      const before = await this.#before(line, job);
      if (before > 0) return await this.#standBehind(line, job, token, before);
      await this.#once(job, token, signal);
    } finally {
      await turn.end('release').catch(this.#options.onError);
    }
    await this.#leave(line, job);
  }

  /** Lets those behind a job that will not be worked have their turn. */
  async giveUp(job: WorkedJob): Promise<void> {
    const { orderKey } = job.data;
    if (orderKey !== undefined && this.#options.redis) await this.#leave(this.#line(orderKey), job);
  }

  async #once(job: WorkedJob, token: string | undefined, signal?: AbortSignal): Promise<void> {
    const { event, deliveryId, platform } = job.data;
    const { on, onUnknown, inbox, qualifiedName, leaseMs, onError } = this.#options;
    const { name, id } = identify(platform, event);
    const handler = handlerOf(name, on, onUnknown);
    if (!handler) return;
    // Not the receiver's key, which says that the event was taken, not that it was worked.
    const lease =
      id === undefined ? undefined : new Lease(inbox, `work:${qualifiedName}:${id}`, leaseMs);
    const claim = (await lease?.claim(systemClock)) ?? 'fresh';
    if (claim === 'duplicate') return;
    if (claim === 'busy') return this.#later(job, token, recheckMs);
    let outcome: 'done' | 'release' = 'release';
    const held = this.#held.get(job);
    try {
      // A count that can't be had is no reason to leave the event unworked.
      const attempt = (await lease?.attempt().catch(onError)) ?? undefined;
      if (this.#isOver) return await this.#later(job, token, recheckMs);
      if (held) held.isBegun = true;
      await handler(event, {
        deliveryId,
        attempt,
        signal: signal ?? new AbortController().signal,
      });
      outcome = 'done';
    } finally {
      if (held) held.isBegun = false;
      // That this may fail does not change how it went.
      await lease?.end(outcome).catch(onError);
    }
  }

  #line(orderKey: string): Line {
    const { redis, qualifiedName } = this.#options;
    if (!redis) throw new Error('The events are ordered: give the worker the redis option.');
    return new Line(redis, qualifiedName, orderKey);
  }

  /** How many unfinished jobs stand before this one. */
  async #before(line: Line, job: WorkedJob): Promise<number> {
    for (;;) {
      const { before, first } = await line.stand(
        idOf(job),
        rankOf(job.data.platform, job.data.event),
      );
      if (before === 0) return 0;
      if (!(await this.#clears(line, first))) return before;
    }
  }

  /** Takes away the place of one who will not come. @returns whether it did */
  async #clears(line: Line, jobId: string): Promise<boolean> {
    const { find, leaseMs } = this.#options;
    const job = await find(jobId);
    // A place without a job is one whose receiver is about to add it, or has died.
    if (!job) return line.miss(jobId, leaseMs, leaseMs + 2 * longestWaitMs);
    if (job.finishedOn === undefined) return false;
    await line.leave(jobId);
    return true;
  }

  async #standBehind(
    line: Line,
    job: WorkedJob,
    token: string | undefined,
    before: number,
  ): Promise<never> {
    // Whoever leaves wakes the next; looking again by oneself is for those that died.
    const waitMs = Math.min(longestWaitMs, recheckMs + before * 100);
    await job.moveToDelayed(Date.now() + waitMs, token);
    // The one before may have left just now, when there was nobody asleep to wake.
    const { before: now } = await line.stand(idOf(job), rankOf(job.data.platform, job.data.event));
    if (now === 0) await this.#wake(idOf(job));
    throw new DelayedError();
  }

  async #later(job: WorkedJob, token: string | undefined, ms: number): Promise<never> {
    await job.moveToDelayed(Date.now() + ms, token);
    throw new DelayedError();
  }

  async #leave(line: Line, job: WorkedJob): Promise<void> {
    const next = await line.leave(idOf(job));
    if (next) await this.#wake(next);
  }

  /** Ends a job's wait; whoever is not waiting needs no waking. */
  async #wake(jobId: string): Promise<void> {
    try {
      await (await this.#options.find(jobId))?.promote();
    } catch {}
  }
}

/** A job in a queue always has an id, which BullMQ's types leave open. */
const idOf = (job: WorkedJob) => job.id as string;
