import type { KernelPart } from './kernel-part.ts';

type State = [number, number, number, number];

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** All streams as JSON. */
export interface RandomSnapshot {
  seed: number | string;
  streams: Record<string, State>;
}

/**
 * Reproducible randomness in named streams: what one stream gives does not depend on how often
 * another was asked. Not for secrets that guard anything real.
 */
export class Random implements KernelPart<RandomSnapshot> {
  readonly #streams = new Map<string, RandomStream>();

  constructor(private seed: number | string) {}

  /** The stream of this name, such as `opentrain.jobs`. */
  stream(name: string): RandomStream {
    let stream = this.#streams.get(name);
    if (!stream) {
      stream = new RandomStream(hash(`${this.seed}/${name}`));
      this.#streams.set(name, stream);
    }
    return stream;
  }

  snapshot(): RandomSnapshot {
    const states = [...this.#streams].map(([name, { state }]) => [name, state] as const);
    return { seed: this.seed, streams: Object.fromEntries(states) };
  }

  /** Streams unknown to the snapshot start over, as they would have. */
  restore({ seed, streams }: RandomSnapshot): void {
    for (const [name, state] of Object.entries(streams)) {
      if (!isState(state)) throw new TypeError(`${name} is no state of a random stream`);
    }
    this.seed = seed;
    for (const [name, stream] of this.#streams) {
      stream.state = streams[name] ?? hash(`${seed}/${name}`);
    }
    for (const [name, state] of Object.entries(streams)) this.stream(name).state = state;
  }
}

/** One sequence of numbers (sfc32). */
export class RandomStream {
  constructor(public state: State) {}

  /** At least 0, less than 1. */
  next(): number {
    let [a, b, c, d] = this.state;
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    this.state = [a, b, c, d];
    return (t >>> 0) / 0x1_0000_0000;
  }

  /** A whole number, both bounds included. */
  integer(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.integer(0, items.length - 1)] as T;
  }

  /** `prefix` and 20 lower-case letters and digits. */
  id(prefix = ''): string {
    return prefix + this.#text(lower, 20);
  }

  /** `prefix` and letters and digits of both cases. */
  token(prefix: string, length = 32): string {
    return prefix + this.#text(alphanumeric, length);
  }

  /** A text of decimal digits, leading zeros kept. */
  digits(length: number): string {
    return this.#text('0123456789', length);
  }

  /** A version 4 UUID. */
  uuid(): string {
    const hex = this.#text('0123456789abcdef', 30);
    const variant = '89ab'[this.integer(0, 3)];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18)}`;
  }

  #text(alphabet: string, length: number): string {
    let text = '';
    for (let i = 0; i < length; i += 1) text += alphabet[this.integer(0, alphabet.length - 1)];
    return text;
  }
}

function isState(state: unknown): state is State {
  return Array.isArray(state) && state.length === 4 && state.every((word) => word === (word | 0));
}

/** Four well-mixed words of a text (cyrb128). */
function hash(text: string): State {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i += 1) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  const stream = new RandomStream([a, b, c, d]);
  for (let i = 0; i < 12; i += 1) stream.next();
  return stream.state;
}
