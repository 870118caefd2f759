import type { ClientOptions } from '../core/client-options.ts';
import type { ObjectSchema } from '../core/json-schema.ts';
import type { Operation } from '../core/operation.ts';
import type { Transport } from '../core/transport.ts';
import type { CommandNames } from './derive/names.ts';

/** A check of a request's body; zod's schemas fit. */
export interface BodySchema {
  safeParse(value: unknown): {
    success: boolean;
    error?: {
      issues: readonly { path: readonly PropertyKey[]; message: string; code?: string }[];
    };
  };
}

/** What commands of one product derive from. */
export interface CliProduct {
  readonly name: 'opentrain' | 'trainar' | 'platform';
  readonly operations: Readonly<Record<string, Operation>>;
  readonly summaries: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, ObjectSchema>>;
  readonly examples: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly names: Readonly<Record<string, CommandNames>>;
  /** Loaded only when a body is to be sent. */
  loadSchemas(): Promise<{ requests: Readonly<Record<string, { body: BodySchema }>> }>;
  /** @param options what every client takes; without a token only calls that need none can be made */
  connect(options: ClientOptions, dryRun: boolean): Promise<Transport>;
}
