import type { App } from './app.ts';
import { today } from './calendar.ts';
import { catchUp, refresh } from './contracts.ts';
import { clientOf, endInstalls, ensureEndpoint, type Install, isOver } from './installs.ts';
import { reportFinishedDays } from './nightly.ts';
import { linkProjects } from './projects.ts';

type Services = Pick<App, 'config' | 'db' | 'keys'>;

/**
 * Does what is due, over and over: the database says what that is, so it does not matter when the
 * service last ran, or where it was stopped.
 */
export class Rounds {
  readonly #services: Services;
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  start(): void {
    // Events may have been missed while nobody listened.
    this.#services.db.prepare('UPDATE installs SET compared_on = NULL').run();
    this.#timer = setInterval(() => this.wake(), this.#services.config.roundEveryMs);
    this.wake();
  }

  /** Resolves when the round that is under way is over. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#last;
  }

  /** Something may be due. */
  wake(): void {
    this.run().catch((error: unknown) => console.error(error));
  }

  /** One round after the one that is under way, shared by all who ask for it until it begins. */
  run(): Promise<void> {
    this.#next ??= this.#last
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        return this.#round();
      });
    this.#last = this.#next;
    return this.#next;
  }

  /** Does something while no round is under way: two that link projects would link them twice. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.catch(() => {}).then(work);
    this.#last = done.then(
      () => {},
      () => {},
    );
    return done;
  }

  async #round(): Promise<void> {
    const { db } = this.#services;
    const installs = db.prepare("SELECT * FROM installs WHERE status = 'active'").all();
    for (const install of installs as Install[]) {
      try {
        await this.#serve(install);
      } catch (error) {
        if (isOver(error)) endInstalls(db, install.customer_id);
        // One customer's trouble does not hold up the others.
        console.error(`Install ${install.id}: ${(error as Error).message}`);
      }
    }
  }

  async #serve(install: Install): Promise<void> {
    const { db } = this.#services;
    const { id, customer_id: customerId } = install;
    const platform = clientOf(this.#services, install);
    const day = today();
    if (install.compared_on !== day) {
      await linkProjects(this.#services, platform, customerId);
      await ensureEndpoint(this.#services, install);
      await catchUp(this.#services, platform, customerId);
      db.prepare('UPDATE installs SET compared_on = ? WHERE id = ?').run(day, id);
    }
    await refresh(this.#services, platform, customerId);
    await reportFinishedDays(this.#services, platform, customerId, day);
  }
}
