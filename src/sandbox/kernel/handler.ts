import type { Operation } from '../../core/operation.ts';
import type { Query } from './query.ts';

/** Who calls, as the product's `authenticate` found out. Products extend it. */
export interface Actor {
  /** For the request log; never a secret. */
  readonly id: string;
  readonly scopes: readonly string[];
  /** Feature flags that are on; left out when the product has none. */
  readonly features?: ReadonlySet<string>;
  /** Whether a human owns the account; left out when the product has no claim gate. */
  readonly claimed?: boolean;
}

/** One call that passed every gate. */
export interface Call<A extends Actor = Actor, B = unknown> {
  readonly operation: Operation;
  /** Decoded path parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Parsed and schema-checked body; `undefined` when the operation takes none or none was sent. */
  readonly body: B;
  /** Who calls. On a tokenless operation there is nobody: reading it there throws. */
  readonly actor: A;
  readonly request: Request;
  readonly url: URL;
  /** Sandbox time of this call, milliseconds since the epoch. */
  readonly now: number;
  readonly requestId: string;
  /** The caller's address, as the adapter saw it. */
  readonly ip: string;
}

/** What a handler answers; `undefined` body sends none, a string is sent as it is. */
export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * Answers one operation. Throws `Refusal` for a documented error. A `Response` is passed through as
 * it is (event streams, pages).
 *
 * Written as a method so that a handler may name the body type its schema guarantees.
 */
export type Handler<A extends Actor = Actor, B = unknown> = {
  handle(call: Call<A, B>): Reply | Response | Promise<Reply | Response>;
}['handle'];

/** Short form of a reply. */
export function reply(status: number, body?: unknown, headers?: Record<string, string>): Reply {
  return { status, ...(body !== undefined && { body }), ...(headers && { headers }) };
}
