import type { ObjectSchema } from './json-schema.ts';

/** HTTP methods that the platforms use. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Where the truth about a thing comes from when it is not documented: `client` was seen in the
 * vendor's own client, `inferred` was deduced. Documented things carry no evidence.
 */
export type Evidence = 'client' | 'inferred';

/** How an operation hands out a list. */
export interface PaginationFacts {
  /**
   * `cursor`: pages joined by a cursor. `none`: the whole list in one answer. `feed`: an endless
   * cursor, never a last page. `window`: everything since a given moment.
   */
  readonly style: 'cursor' | 'none' | 'feed' | 'window';
  /** Key of the response that holds the items. */
  readonly items: string;
  /** Query parameter that takes the cursor. */
  readonly cursor?: string;
  /** Key of the response that holds the next cursor. */
  readonly next?: string;
  /** Query parameter that takes the page size. */
  readonly limit?: string;
  /** The largest page size, in items. */
  readonly maxLimit?: number;
}

/** A list in the body that the platform takes only so much of at once. */
export interface BatchFacts {
  /** Key of the body that holds the list. */
  readonly items: string;
  /** The most that one call takes. */
  readonly max: number;
}

/** A rate limit that the platform documents. */
export interface RateLimitFacts {
  /** Requests allowed in one window. */
  readonly requests: number;
  /** Length of the window, in seconds. */
  readonly windowSeconds: number;
  /** What is counted: requests of one address. */
  readonly by: 'ip';
}

/**
 * What is known of one operation of a platform, read from the spec. The sandbox, the CLI and the MCP
 * tools read this table; clients build requests from a part of it, {@link Call}.
 */
export interface Operation {
  /** Name of the client call, `tasks.create`; the `operationId` of the spec. */
  readonly id: string;
  readonly method: HttpMethod;
  /** Path with `{placeholders}`, relative to the base URL. */
  readonly path: string;
  /** Names of the placeholders in `path`, in order. */
  readonly pathParams?: readonly string[];
  /** Names of the query parameters, in the order of the spec. */
  readonly query?: readonly string[];
  /** Those query parameters that must be sent, such as the id of the record. */
  readonly requiredQuery?: readonly string[];
  /** How the request's body is written; absent when there is none. */
  readonly body?: 'json' | 'form';
  /** Status codes of success. */
  readonly success: readonly number[];
  /** Scopes that the token needs, all of them. */
  readonly scope?: readonly string[];
  /** Scopes of which the token needs any one. */
  readonly scopeAny?: readonly string[];
  /** Feature that the account must have switched on. */
  readonly feature?: string;
  /** True when the account must have been claimed by a human. */
  readonly claimed?: true;
  /** What the caller wanted to do, as a claim error words it: "hire AI trainers". */
  readonly claimAction?: string;
  /** Type of the approval that a `202` of this operation creates. */
  readonly cosigned?: string;
  /** True when a repeat does no harm, so that the call may be retried. */
  readonly idempotent?: true;
  /** Present when the operation answers with a list. */
  readonly pagination?: PaginationFacts;
  /** Present when a longer list is sent in several calls. */
  readonly batch?: BatchFacts;
  /** True when no token is needed. */
  readonly tokenless?: true;
  /** The client calls that make it, where they are not its id alone. */
  readonly clientMethods?: readonly string[];
  readonly rateLimit?: RateLimitFacts;
  /** Present when the operation itself is not documented. */
  readonly evidence?: Evidence;
}

/**
 * The facts of an operation that a client needs to make the call; the rest stays out of bundles. A read
 * may always be repeated, a body that is no form is JSON, and a cursor goes by `cursor`.
 */
export type Call = Pick<
  Operation,
  | 'id'
  | 'method'
  | 'path'
  | 'requiredQuery'
  | 'body'
  | 'scope'
  | 'idempotent'
  | 'batch'
  | 'tokenless'
> & {
  readonly pagination?: Pick<PaginationFacts, 'items' | 'cursor' | 'next'>;
  /** True of a call that no spec describes: an answer without content is as good as any. */
  readonly mayBeEmpty?: true;
};

/** A number that a platform holds an operation to: how many, how long, how dear. */
export interface LimitFacts {
  /** The operation that it stands at. */
  readonly operation: string;
  readonly value: number;
  /** What is counted. */
  readonly unit: string;
  /** Of what there is one such number each. */
  readonly per: string;
  /** Length of the window in which it is counted; absent where nothing is forgotten. */
  readonly windowSeconds?: number;
  /** Present when the number is not documented. */
  readonly evidence?: Evidence;
}

/** What is known of one tool of a platform's MCP server, read from the spec. */
export interface ToolFacts {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The operation that does the same over REST. */
  readonly operationId?: string;
  /** True when the vendor names no such tool, so that its name is ours. */
  readonly ours?: true;
  /** True when nothing implies that the platform's own MCP server has it. */
  readonly restOnly?: true;
  /** Scopes that the key needs, all of them. */
  readonly scope: readonly string[];
  readonly readOnly: boolean;
  /** Whether it may undo or overwrite something. */
  readonly destructive: boolean;
  /** Whether a repeat does no harm. */
  readonly idempotent: boolean;
  /** Whether its effects reach beyond the platform. */
  readonly openWorld: boolean;
  /** JSON Schema of the arguments. */
  readonly inputSchema: ObjectSchema;
}

/**
 * One error that an operation may answer with. What every gated operation shares (no token, no
 * scope, no feature, not claimed) is not listed: it follows from the operation's own facts.
 */
export interface ErrorReason {
  readonly status: number;
  /** Machine code of the error. */
  readonly code?: string;
  /** Finer reason within the code, where the platform gives one. */
  readonly reason?: string;
  /** When it happens, in our own words. */
  readonly when: string;
  /** Keys that the error's details carry. */
  readonly details?: readonly string[];
  /** Present when the error, or its form, is not documented. */
  readonly evidence?: Evidence;
}

/** What is known of one webhook event. */
export interface WebhookEventFacts {
  /** Scope that a token needs to subscribe to it. */
  readonly scope?: string;
}
