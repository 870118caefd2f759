import type { Actor } from '../../kernel/handler.ts';

/** Whoever holds a personal token: an employer's agent, or a trainer's. */
export interface OpenTrainActor extends Actor {
  /** The token's id. */
  readonly id: string;
  readonly accountId: string;
  /** The user the token acts for. */
  readonly userId: string;
  readonly features: ReadonlySet<string>;
  readonly claimed: boolean;
}
