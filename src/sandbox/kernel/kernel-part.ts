/** A piece of the sandbox whose state is plain JSON. */
export interface KernelPart<State> {
  snapshot(): State;
  /**
   * Takes a state over, of which only the type is promised: it may come from a file. It may be left half
   * taken over when it throws.
   *
   * @throws TypeError for a state that this piece can't be in.
   */
  restore(state: State): void;
}
