import type { ObjectSchema } from '../../core/json-schema.ts';
import type { Operation } from '../../core/operation.ts';
import type { Actor, Handler, Reply } from './handler.ts';
import type { GateRefusal, Refusal } from './refusal.ts';

/** A call on its way through the gates: what is known before there is a `Call`. */
export interface Inbound {
  readonly request: Request;
  readonly url: URL;
  readonly ip: string;
  readonly requestId: string;
  readonly now: number;
  /** `undefined` when no operation has this path and method. */
  readonly operation: Operation | undefined;
  readonly params: Readonly<Record<string, string>>;
}

/** The part of a zod schema (any flavour) that the kernel needs. */
export interface BodySchema {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: unknown }
    | { success: false; error: { issues: readonly SchemaIssue[] } };
}

/** An issue as zod reports it. */
export interface SchemaIssue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Where a product answers. */
export interface Mount {
  /** A real origin (`https://app.opentrain.ai`), or `local`: every origin that is no real one. */
  origin: string;
  /** Put before each operation's path: `/v1`, or empty when paths are full. */
  base: string;
  /** Which unknown paths this product answers with its own 404; `base` when left out. */
  owns?: string;
}

/** What a product brings; the kernel does the rest. */
export interface Product<A extends Actor = Actor> {
  readonly id: string;
  readonly mounts: readonly Mount[];
  /** The generated table, plus the product's own extra routes (pages, documents). */
  readonly operations: Readonly<Record<string, Operation>>;
  /** By operation id. An operation without a handler answers `not-implemented`. */
  readonly handlers: Readonly<Record<string, Handler<A>>>;
  /** The generated `inputs` map: what each operation takes. Queries are read by it. */
  readonly inputs?: Readonly<Record<string, ObjectSchema>>;
  /** The generated `requests` map: schemas by operation id. They check and change nothing. */
  readonly requests?: Readonly<Record<string, { readonly body?: BodySchema }>>;
  /** Where else a token may stand than in the `Authorization` header, which wins. */
  token?(inbound: Inbound): string | undefined;
  /**
   * Who holds the token; `undefined` for an unknown, expired or revoked one. Not called on
   * tokenless operations.
   */
  authenticate(token: string, inbound: Inbound): A | undefined | Promise<A | undefined>;
  /** Whether granted scopes suffice for a needed one. Default: equal, or `x:write` for `x:read`. */
  covers?(granted: readonly string[], needed: string): boolean;
  /** Words a gate's refusal. */
  gate(reason: GateRefusal, inbound: Inbound): Refusal;
  /** Writes a refusal in the envelope of the call's family. */
  envelope(refusal: Refusal, inbound: Inbound): Reply;
  /** Headers for every answer of an operation, such as `Cache-Control`. */
  headers?(operation: Operation): Record<string, string>;
  /** Whether browsers of any origin may call it. Default: tokenless GETs. */
  cors?(operation: Operation): boolean;
}
