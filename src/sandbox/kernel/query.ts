import type { JsonSchema, ObjectSchema } from '../../core/json-schema.ts';
import { invalid } from './refusal.ts';

/** Typed reading of a query string. A value that does not fit is the product's own 400. */
export class Query {
  readonly #fields: Readonly<Record<string, JsonSchema>>;

  /** @param schema what the operation takes, by the contract. */
  constructor(
    readonly params: URLSearchParams,
    schema: ObjectSchema = { type: 'object' },
  ) {
    this.#fields = schema.properties ?? {};
  }

  /** The value, or `undefined` when absent or empty. */
  string(name: string): string | undefined {
    return this.params.get(name) || undefined;
  }

  /** The value; a 400 when absent or empty. */
  required(name: string): string {
    return this.string(name) ?? refuse(name, 'Required');
  }

  /**
   * A whole number within the bounds of the contract, or the contract's default. With `clamp`, what
   * is above the upper bound is pulled down to it.
   *
   * @param options.fallback stands for the default where the contract has none.
   */
  integer(name: string, options: { clamp?: boolean; fallback?: number } = {}): number {
    const { minimum = -Infinity, maximum = Infinity, default: usual } = this.#fields[name] ?? {};
    const text = this.string(name);
    if (text === undefined) {
      const value = usual ?? options.fallback;
      if (typeof value !== 'number') throw new Error(`${name}: neither a default nor a fallback`);
      return value;
    }
    if (!/^-?\d{1,16}$/.test(text)) return refuse(name, 'Expected a whole number');
    const value = Number(text);
    if (value < minimum) return refuse(name, `Must be at least ${minimum}`);
    if (value <= maximum) return value;
    return options.clamp ? maximum : refuse(name, `Must be at most ${maximum}`);
  }

  /** One of the values that the contract lists, or its default. */
  oneOf<T extends string>(name: string): T | undefined {
    const { enum: values = [], default: usual } = this.#fields[name] ?? {};
    const text = this.string(name) ?? usual;
    if (text === undefined) return undefined;
    if (values.includes(text)) return text as T;
    return refuse(name, `Expected one of ${values.join(', ')}`);
  }

  /** `true`/`1` or `false`/`0`. */
  boolean(name: string): boolean | undefined {
    const text = this.string(name);
    if (text === undefined) return undefined;
    if (text === 'true' || text === '1') return true;
    if (text === 'false' || text === '0') return false;
    return refuse(name, 'Expected true or false');
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
