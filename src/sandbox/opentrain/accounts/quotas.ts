import type { Kernel } from '../../kernel/kernel.ts';

/** So many in so long. */
export interface Quota {
  readonly limit: number;
  readonly windowMs: number;
}

interface Use {
  readonly id: string;
  readonly bucket: string;
  readonly at: number;
}

/** Counts uses in rolling windows, by bucket. */
export class Quotas {
  readonly #table;
  readonly #kernel: Kernel;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#table = kernel.store.table('opentrain.quotas', {
      key: (use: Use) => use.id,
      indexes: { bucket: { on: (use) => use.bucket, sort: (use) => use.at } },
    });
  }

  /** @returns milliseconds until one more is allowed: 0 when it is now. */
  wait(bucket: string, { limit, windowMs }: Quota): number {
    if (limit === Number.POSITIVE_INFINITY) return 0;
    if (limit <= 0) return windowMs;
    const from = this.#kernel.clock.now() - windowMs;
    let seen = 0;
    for (const { at } of this.#table.walk('bucket', bucket, 'newest')) {
      if (at <= from) return 0;
      seen += 1;
      if (seen >= limit) return at - from;
    }
    return 0;
  }

  /** Counts one use and forgets those that left the window. */
  use(bucket: string, { limit, windowMs }: Quota): void {
    if (limit === Number.POSITIVE_INFINITY) return;
    const now = this.#kernel.clock.now();
    for (;;) {
      const oldest = this.#table.first('bucket', bucket);
      if (!oldest || oldest.at > now - windowMs) break;
      this.#table.delete(oldest.id);
    }
    const id = String(this.#kernel.store.next('opentrain.quotas'));
    this.#table.insert({ id, bucket, at: now });
  }
}
