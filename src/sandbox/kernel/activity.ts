// Taken when the module loads, so that fake timers put in later don't stop the sandbox.
const { setTimeout, clearTimeout } = globalThis;
const later: (task: () => void) => unknown =
  (globalThis as { setImmediate?: (task: () => void) => unknown }).setImmediate ??
  ((task) => setTimeout(task, 0));

/** Lets everything that is ready run once: one turn of the event loop. */
const turn = () => new Promise<void>((resolve) => void later(() => resolve()));

/** A continuation may need more than one turn (WebCrypto, body streams) before it calls again. */
const quietTurns = 3;

/** Something under way. */
export interface Task {
  /** Does not count while `wait` lasts: for waiting on the clock, which would wait for us. */
  pause<T>(wait: () => Promise<T>): Promise<T>;
}

/** What is under way at this moment: calls being answered, deliveries on the wire. */
export class Activity {
  readonly #running = new Set<Task>();
  /** Outlived the grace: nobody waits for them any more. */
  readonly #hung = new WeakSet<Task>();
  #waiting: (() => void)[] = [];

  /** @param graceMs how long (real time) `idle` waits for work that does not end. */
  constructor(private readonly graceMs: number) {}

  /** Counts `work` as under way until it settles. */
  async run<T>(work: (task: Task) => Promise<T>): Promise<T> {
    const task: Task = {
      pause: async (wait) => {
        this.#end(task);
        try {
          return await wait();
        } finally {
          this.#running.add(task);
        }
      },
    };
    this.#running.add(task);
    try {
      return await work(task);
    } finally {
      this.#end(task);
    }
  }

  /** Resolves once nothing is under way and nothing new begins, or when the grace is over. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < quietTurns; quiet += 1) {
      if (this.#awaited().length > 0) {
        await this.#drained();
        quiet = 0;
      }
      await turn();
    }
  }

  #awaited(): Task[] {
    return [...this.#running].filter((task) => !this.#hung.has(task));
  }

  #end(task: Task): void {
    this.#running.delete(task);
    if (this.#awaited().length > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        for (const task of this.#running) this.#hung.add(task);
        resolve();
      }, this.graceMs);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
