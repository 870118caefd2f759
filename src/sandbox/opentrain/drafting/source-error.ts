/** What is wrong with a source that cannot be read at all. */
export type DraftSourceProblem = 'too_long' | 'malformed' | 'unsafe' | 'no_job';

/** A source that cannot be read; the platform answers 400. Its message is safe to show. */
export class DraftSourceError extends Error {
  readonly problem: DraftSourceProblem;

  constructor(problem: DraftSourceProblem, message: string) {
    super(message);
    this.name = 'DraftSourceError';
    this.problem = problem;
  }
}
