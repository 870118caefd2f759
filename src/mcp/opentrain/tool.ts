import type { InputRequiredResult, RequestStateCodec } from '@modelcontextprotocol/server';
import type { OperationId } from '../../../generated/opentrain/operations.ts';
import type { JsonSchema, ObjectSchema } from '../../core/json-schema.ts';
import type { ToolCall } from '../serving/offer.ts';
import type { Account } from './account.ts';

/** Groups of tools, as the vendor's page has them. */
export const toolsets = [
  ...['auth', 'jobs', 'proposals', 'messages', 'contracts', 'credits'],
  ...['updates', 'webhooks', 'tokens', 'team', 'payments'],
] as const;
export type Toolset = (typeof toolsets)[number];

/** An answer of the platform, parsed. */
export type Answer = Readonly<Record<string, unknown>>;

/** A call of a tool, with all it may need. */
export interface Run {
  readonly tool: OpenTrainTool;
  /** Checked against the tool's schema. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly account: Account;
  readonly call: ToolCall;
  /** Seals what a client sends back together with a human's answer. */
  readonly states: RequestStateCodec;
  /** Makes an operation of the platform, called off with the call. */
  request(operation: OperationId, args: Readonly<Record<string, unknown>>): Promise<Answer>;
}

/**
 * A tool, as far as it doesn't follow from the operation it makes: schemas, gates and what it may be called
 * for come from the spec.
 */
export interface OpenTrainTool {
  readonly name: `opentrain_${string}`;
  readonly title: string;
  /** What an agent has to know to choose it and to use it well. */
  readonly description: string;
  readonly toolset: Toolset;
  readonly operation: OperationId;
  /** Arguments that have another name than on the wire: wire name → argument. */
  readonly rename?: Readonly<Record<string, string>>;
  /** The argument that holds all of the body's fields in one object. */
  readonly nest?: string;
  /** Arguments that the operation has not. */
  readonly extra?: Readonly<Record<string, JsonSchema>>;
  /** Arguments in place of those of the operation. */
  readonly input?: ObjectSchema;
  /** The answer, where it is not that of the operation. */
  readonly output?: ObjectSchema;
  /** Changes what the platform keeps no way back from. */
  readonly destructive?: true;
  /** Reaches people or systems beyond the account. */
  readonly openWorld?: true;
  /** Changes nothing, whatever the HTTP method. */
  readonly readOnly?: boolean;
  /** Whether a repeat does no harm, where it isn't what the operation says. */
  readonly idempotent?: boolean;
  /** Keys of the answer that hold a secret meant to be seen. */
  readonly reveals?: readonly string[];
  /** What it does, where that is more than one request. */
  run?(run: Run): Promise<Answer | InputRequiredResult>;
  /** The answer in a sentence, with what to do next. */
  tell?(answer: Answer): string;
}
