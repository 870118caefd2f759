/** Packages whose clients and servers a program leaves to the end of its process to close. */
const packages = ['msw/node', 'pg', 'redis', 'ioredis', 'bullmq'];

/** What a program opened. */
export class Opened {
  readonly #all: object[] = [];

  /** Loads a package; of some, whatever `new` makes of it and its functions return is remembered. */
  async load(name: string): Promise<object> {
    const module: object = await import(name);
    if (!packages.includes(name)) return module;
    return Object.fromEntries(
      Object.entries(module).map(([key, value]) => [key, this.#watched(value)]),
    );
  }

  /** Closes everything, the latest first. */
  async close(): Promise<void> {
    for (const one of this.#all.splice(0).reverse()) {
      const { end, quit, close } = one as Record<string, (() => unknown) | undefined>;
      await (end ?? quit ?? close)?.call(one);
    }
  }

  #watched(value: unknown): unknown {
    if (typeof value !== 'function') return value;
    const remember = <T extends object>(made: T): T => {
      this.#all.push(made);
      return made;
    };
    return new Proxy(value, {
      construct: (...call) => remember(Reflect.construct(...call)),
      apply: (...call) => remember(Reflect.apply(...call)),
    });
  }
}
