/**
 * Keeps where a sync stands: the id of the last event that was dealt with. Both methods get the sync's
 * name, so that one store serves several.
 */
export interface CursorStore {
  /** @returns the cursor, or `undefined` when none was ever saved */
  load(name: string): Promise<string | undefined>;
  /**
   * Moves the cursor, in one atomic step, if it still is `previous`.
   *
   * @param previous what was loaded or saved last; `undefined` when there was no cursor yet
   * @returns whether it was: `false` leaves the cursor as it is
   */
  save(name: string, cursor: string, previous: string | undefined): Promise<boolean>;
}

/** A cursor store in which the cursor moves together with what the handler does, or neither happens. */
export interface TransactionalCursorStore<Tx> {
  /** @returns the cursor, or `undefined` when none was ever saved */
  load(name: string): Promise<string | undefined>;
  /**
   * Does `work` and moves the cursor, in one transaction, if the cursor still is `previous`.
   *
   * @param previous what was loaded or saved last; `undefined` when there was no cursor yet
   * @param work gets the transaction; when it rejects, nothing stays and the rejection is passed on
   * @returns whether the cursor was `previous`: with `false` nothing of `work` stays
   */
  advance(
    name: string,
    cursor: string,
    previous: string | undefined,
    work: (tx: Tx) => Promise<unknown>,
  ): Promise<boolean>;
}
