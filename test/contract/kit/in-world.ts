import type { Operation } from '../../../src/core/operation.ts';
import { addressProblems, answerProblems, requestProblems } from './checks.ts';
import type { Contract, Subject, World } from './contract.ts';
import type { SpecDocument } from './document.ts';
import { type Exchange, Recorder } from './recorder.ts';

/** A product and its spec. */
export interface Suite<W extends World> {
  readonly contract: Contract<W>;
  readonly spec: SpecDocument;
}

/** A fresh world, and what the spec has to say about what passes in it. */
export async function inWorld<W extends World>(
  { contract, spec }: Suite<W>,
  subject: Subject = {},
) {
  const recorder = new Recorder();
  return {
    world: await contract.createWorld(subject, recorder),
    /** Everything that is not as the spec has it in a call that was answered. */
    problems: (operation: Operation, exchange: Exchange): string[] => [
      ...requestProblems(contract, spec, operation, exchange),
      ...answerProblems(contract.schemas, spec, operation, exchange),
    ],
    /** The same of a call that was made to be refused: what it sent may be wrong on purpose. */
    refusalProblems: (operation: Operation, exchange: Exchange): string[] => [
      ...addressProblems(contract.base, operation, exchange),
      ...answerProblems(contract.schemas, spec, operation, exchange),
    ],
  };
}
