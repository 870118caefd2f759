import type { Kernel } from '../../../kernel/kernel.ts';

/** What a customer was asked, kept until the answer so that the form can't change it. */
export interface TicketRow {
  /** Proves that the form came from the page: nobody else has seen it. */
  readonly id: string;
  readonly appId: string;
  readonly redirectUri: string | null;
  readonly state: string | null;
  readonly externalProjectId: string | null;
  readonly expiresAt: string;
}

const hourMs = 3_600_000;

/** Consent forms that were shown and not answered yet. Each is good for one answer. */
export class Tickets {
  readonly #kernel: Kernel;
  readonly #rows;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#rows = kernel.store.table('platform.tickets', { key: (row: TicketRow) => row.id });
  }

  issue(asked: Omit<TicketRow, 'id' | 'expiresAt'>): TicketRow {
    this.#tidy();
    const { clock, random } = this.#kernel;
    return this.#rows.insert({
      id: random.stream('platform.tickets').token('', 32),
      ...asked,
      expiresAt: clock.iso(clock.now() + hourMs),
    });
  }

  /** The ticket, if it is the app's and still good. */
  find(id: string, appId: string): TicketRow | undefined {
    const row = this.#rows.get(id);
    return row?.appId === appId && this.#kernel.clock.iso() < row.expiresAt ? row : undefined;
  }

  /** Takes the one answer. */
  use(id: string): void {
    this.#rows.delete(id);
  }

  /** Pages that are only looked at must not fill the state. */
  #tidy(): void {
    const { clock, limit } = this.#kernel;
    const now = clock.iso();
    const spare = this.#rows.size - limit('platform.openConsents', 1_000);
    const old = [...this.#rows.all()].filter((row, i) => i <= spare || row.expiresAt <= now);
    for (const { id } of old) this.#rows.delete(id);
  }
}
