import { invalid } from './refusal.ts';

/** Typed reading of a query string. A value that does not fit is the product's own 400. */
export class Query {
  constructor(readonly params: URLSearchParams) {}

  has(name: string): boolean {
    return this.params.has(name);
  }

  /** The value, or `undefined` when absent or empty. */
  string(name: string): string | undefined {
    return this.params.get(name) || undefined;
  }

  /** The value; a 400 when absent or empty. */
  required(name: string): string {
    return this.string(name) ?? refuse(name, 'Required');
  }

  /** A whole number within the range; with `clamp` an outlier is pulled to the nearest bound. */
  integer<F extends number | undefined>(
    name: string,
    options: { min?: number; max?: number; clamp?: boolean; fallback: F },
  ): number | F {
    const text = this.string(name);
    if (text === undefined) return options.fallback;
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER, clamp } = options;
    if (!/^-?\d{1,16}$/.test(text)) return refuse(name, 'Expected a whole number');
    const value = Number(text);
    if (value >= min && value <= max) return value;
    if (clamp) return Math.min(Math.max(value, min), max);
    return refuse(name, value < min ? `Must be at least ${min}` : `Must be at most ${max}`);
  }

  /** A decimal number within the range. */
  number(name: string, options: { min?: number; max?: number } = {}): number | undefined {
    const text = this.string(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!Number.isFinite(value)) return refuse(name, 'Expected a number');
    const { min = -Infinity, max = Infinity } = options;
    if (value >= min && value <= max) return value;
    return refuse(name, value < min ? `Must be at least ${min}` : `Must be at most ${max}`);
  }

  /** One of the listed values. */
  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    const text = this.string(name);
    if (text === undefined) return undefined;
    const found = values.find((value) => value === text);
    return found ?? refuse(name, `Expected one of ${values.join(', ')}`);
  }

  /** `true`/`1` or `false`/`0`. */
  boolean(name: string): boolean | undefined {
    const text = this.string(name);
    if (text === undefined) return undefined;
    if (text === 'true' || text === '1') return true;
    if (text === 'false' || text === '0') return false;
    return refuse(name, 'Expected true or false');
  }

  /** All values of a name, repeated (`a=1&a=2`) or comma-separated (`a=1,2`). */
  list(name: string): string[] {
    return this.params
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter((value) => value !== '');
  }

  /** An ISO timestamp, in milliseconds since the epoch. */
  timestamp(name: string): number | undefined {
    const text = this.string(name);
    if (text === undefined) return undefined;
    const value = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(value) ? refuse(name, 'Expected an ISO 8601 timestamp') : value;
  }
}

function refuse(name: string, message: string): never {
  throw invalid('query', [name], message);
}
