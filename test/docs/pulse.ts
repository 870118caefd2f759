/** After so long without a sign of life a program waits for something that nobody here does. */
const quietMs = 150;
/** One that asks so often follows something that never ends. */
const askedOften = 200;

/** Signs of life of a program, by which one that never ends is told from one that works. */
export class Pulse {
  #asked = 0;
  #over = false;
  #timer: NodeJS.Timeout | undefined;
  #rest = () => {};

  /** Resolves when it has done something, and then nothing for a while. */
  readonly resting = new Promise<void>((resolve) => {
    this.#rest = resolve;
  });

  readonly stir = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#rest, quietMs);
  };

  /** The network of a program: counts as a sign of life, and is gone when the program is. */
  through(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
    return async (input, init) => {
      // What still asks when all is over waits for ever, and is forgotten.
      if (this.#over) return new Promise(() => {});
      clearTimeout(this.#timer);
      if (++this.#asked > askedOften) this.#rest();
      try {
        return await fetch(input, init);
      } finally {
        this.stir();
      }
    };
  }

  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }
}
