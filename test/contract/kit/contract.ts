import type { ZodMiniType } from 'zod/mini';
import type { ErrorReason, Operation, WebhookEventFacts } from '../../../src/core/operation.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import type { Delivered } from '../../support/sandbox-receiver.ts';
import type { Recorder } from './recorder.ts';

/** How the caller under test falls short of what an operation asks for. */
export interface Subject {
  /** Its scopes; all there are when left out. */
  readonly scopes?: readonly string[];
  /** A feature that is off for its account. */
  readonly withoutFeature?: string;
  /** Its account belongs to no human. */
  readonly unclaimed?: true;
}

/** What a scenario runs in: a sandbox of its own, and the client under test. */
export interface World {
  readonly sandbox: Sandbox;
  /** The client under test, every call of which is recorded. Preparations are made with others. */
  readonly client: object;
  readonly recorder: Recorder;
  /** What the world's webhook endpoints received, in order. */
  readonly received: readonly Delivered[];
}

/** Why a gate turns a call away before its handler runs. */
export type GateName = 'no-token' | 'bad-token' | 'scope' | 'feature' | 'claim' | 'malformed';

/** A refusal on the wire. */
export interface Refused {
  readonly status: number;
  readonly code?: string | undefined;
  readonly reason?: string | undefined;
  /** Keys that the details carry. */
  readonly details?: readonly string[] | undefined;
}

/** Everything the suite needs to know of one product. */
export interface Contract<W extends World> {
  readonly product: 'trainar' | 'opentrain' | 'platform';
  /** The path that goes before every operation's own. */
  readonly base: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly errorReasons: Readonly<Record<string, readonly ErrorReason[]>>;
  readonly webhookEvents: Readonly<Record<string, WebhookEventFacts>>;
  readonly scopes: readonly string[];
  readonly schemas: Schemas;
  /** A token of the right form that nobody holds. */
  readonly unknownToken: string;
  createWorld(subject: Subject, recorder: Recorder): W | Promise<W>;
  /** What a gate's refusal of this operation looks like. */
  gate(name: GateName, operation: Operation): Refused;
}

/** The generated schemas of a product. */
export interface Schemas {
  readonly requests: Readonly<Record<string, { readonly body: ZodMiniType }>>;
  readonly responses: Readonly<Record<string, Readonly<Record<string, ZodMiniType>>>>;
  readonly events: Readonly<Record<string, ZodMiniType>>;
}
