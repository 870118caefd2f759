declare module '@michaelhomer/jqjs' {
  /** @throws when the program is no jq */
  export function compile(program: string): (value: unknown) => Iterable<unknown>;
}
