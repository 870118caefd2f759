import type { operations } from '../../generated/opentrain/types.ts';

/** The query of an operation; `undefined` counts as left out. */
export type Query<Id extends keyof operations> = Loose<
  NonNullable<operations[Id]['parameters']['query']>
>;

type Loose<T> = { [Key in keyof T]: T[Key] | undefined };
