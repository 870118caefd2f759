/** A piece of the sandbox whose state is plain JSON. */
export interface KernelPart<State> {
  snapshot(): State;
  restore(state: State): void;
}
