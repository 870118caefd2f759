import type { OpenTrain, PublicJob } from 'trainyard/opentrain';
import type { Filters } from './address.ts';

type JobPage = Awaited<ReturnType<OpenTrain['jobs']['search']>>;

/** One search: page after page, until there is no more or it is called off. */
export class Search {
  readonly #opentrain: OpenTrain;
  readonly #filters: Filters;
  readonly #calledOff = new AbortController();
  #page: JobPage | undefined;

  constructor(opentrain: OpenTrain, filters: Filters) {
    this.#opentrain = opentrain;
    this.#filters = filters;
  }

  /** Whether every page was fetched. */
  get done(): boolean {
    return this.#page?.hasNextPage() === false;
  }

  get isCalledOff(): boolean {
    return this.#calledOff.signal.aborted;
  }

  /** Fetches the next page. After a failure, that same page again. */
  async next(): Promise<PublicJob[]> {
    const { signal } = this.#calledOff;
    this.#page = await (this.#page
      ? this.#page.nextPage({ signal })
      : this.#opentrain.jobs.search(this.#filters, { signal }));
    return this.#page.items;
  }

  /** Ends what is under way: nobody waits for it any more. */
  callOff(): void {
    this.#calledOff.abort();
  }
}
