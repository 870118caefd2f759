import type { World } from './contract.ts';

/** A call that succeeds: it prepares a world, makes the call last, and says what came of it. */
export interface Success<W extends World> {
  readonly kind: 'success';
  readonly operation: string;
  readonly title: string;
  /** The status that is answered, where the operation has several. */
  readonly status: number | undefined;
  /** The client method that makes the call, where the operation has several. */
  readonly via: string | undefined;
  readonly run: (world: W) => Promise<void>;
}

/** A call that is refused for a reason that the spec lists. */
export interface Refusal<W extends World> {
  readonly kind: 'refusal';
  readonly operation: string;
  readonly status: number;
  /** The reason itself; else its code or a part of the spec's `when`, enough to tell it from the others. */
  readonly which: string;
  readonly run: (world: W) => PromiseLike<unknown>;
}

/** Something that makes the platform send an event. */
export interface Firing<W extends World> {
  readonly kind: 'firing';
  readonly event: string;
  readonly run: (world: W) => unknown;
}

export type Scenario<W extends World> = Success<W> | Refusal<W> | Firing<W>;

/** Ways to write scenarios of one product down. */
export function scenariosFor<W extends World, Id extends string, Event extends string>() {
  return {
    /** The call is answered. `run` makes it as its last call of the client under test. */
    answers: (
      operation: Id,
      title: string,
      run: (world: W) => Promise<void>,
      { status, via }: { status?: number; via?: string } = {},
    ): Success<W> => ({ kind: 'success', operation, title, status, via, run }),
    /** The call is refused. `run` returns what must reject, made as its last call. */
    refuses: (
      operation: Id,
      status: number,
      which: string,
      run: (world: W) => PromiseLike<unknown>,
    ): Refusal<W> => ({ kind: 'refusal', operation, status, which, run }),
    /** The event is sent. */
    fires: (event: Event, run: (world: W) => unknown): Firing<W> => ({
      kind: 'firing',
      event,
      run,
    }),
  };
}
