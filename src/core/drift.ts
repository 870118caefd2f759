import { unknownParts } from './unknown-parts.ts';

/** One place where a response differs from the contract. */
export interface DriftDifference {
  /** Where in the body: `jobs[0].pay.currency`. */
  path: string;
  /**
   * What kind of difference: something the contract does not know, lacks, or has otherwise, or a value beyond those that
   * it lists, where more may come.
   */
  kind: 'unknown' | 'missing' | 'different' | 'unlisted';
  /** What was expected; no value of the body is in it. */
  message: string;
}

/** How a response differs from the contract this SDK was built from. */
export interface DriftReport {
  /** The call, as it is written on the client. */
  operationId: string;
  status: number;
  differences: DriftDifference[];
}

/** A schema as the drift check needs it; zod's fit. */
export interface DriftSchema {
  safeParse(value: unknown):
    | { success: true; data: unknown }
    | {
        success: false;
        error: {
          issues: readonly { path: readonly PropertyKey[]; code?: string; message: string }[];
        };
      };
}

/** Response schemas by operation and status. */
export type ResponseSchemas = Readonly<Record<string, Readonly<Record<number, DriftSchema>>>>;

/** Loads the schemas of a product; called once, when the first response is checked. */
export type LoadSchemas = () => Promise<{ responses: ResponseSchemas }>;

/** Checks responses after their calls have returned; no outcome of a check reaches a call. */
export class DriftCheck {
  readonly #load: LoadSchemas;
  readonly #report: (report: DriftReport) => unknown;
  #schemas: ReturnType<LoadSchemas> | undefined;

  /** @param report throws nothing, nor rejects */
  constructor(load: LoadSchemas, report: (report: DriftReport) => unknown) {
    this.#load = load;
    this.#report = report;
  }

  /** Checks a body some time after this call. The text is parsed anew: the caller owns the parsed one. */
  look(operationId: string, status: number, text: string): void {
    setTimeout(() => {
      this.#check(operationId, status, text).catch((error: unknown) => {
        // A report that can't be made is itself worth telling, and must not become an unhandled rejection.
        const message = `not checked: ${error instanceof Error ? error.message : String(error)}`;
        this.#report({
          operationId,
          status,
          differences: [{ path: '', kind: 'different', message }],
        });
      });
    }, 0);
  }

  async #check(operationId: string, status: number, text: string): Promise<void> {
    this.#schemas ??= this.#load();
    const known = (await this.#schemas).responses[operationId];
    // What the contract does not have can't differ from it.
    if (!known) return;
    const schema = known[status];
    const differences = schema
      ? compare(schema, JSON.parse(text))
      : [
          {
            path: '',
            kind: 'unknown' as const,
            message: `status ${status} is not in the contract`,
          },
        ];
    if (differences.length > 0) await this.#report({ operationId, status, differences });
  }
}

/** Where a body differs from its schema. */
export function compare(schema: DriftSchema, body: unknown): DriftDifference[] {
  const unknown = unknownParts(schema, body).map(
    ({ path, listed }): DriftDifference =>
      listed
        ? { path, kind: 'unlisted', message: `the contract lists ${listed.join(', ')}` }
        : { path, kind: 'unknown', message: 'not in the contract' },
  );
  const result = schema.safeParse(body);
  if (result.success) return unknown;
  const wrong = result.error.issues.map(({ path, message }): DriftDifference => {
    const value = path.reduce<unknown>(
      (at, key) => (at as Record<PropertyKey, unknown>)?.[key],
      body,
    );
    return { path: spell(path), kind: value === undefined ? 'missing' : 'different', message };
  });
  return [...wrong, ...unknown];
}

function spell(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`,
    '',
  );
}
