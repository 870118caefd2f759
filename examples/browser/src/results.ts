import type { OpenTrain } from 'trainyard/opentrain';
import type { Filters } from './address.ts';
import { find } from './element.ts';
import { jobCard } from './job-card.ts';
import { Search } from './search.ts';
import { TroubleNote } from './trouble-note.ts';

/** How far below what one sees the next page is fetched already. */
const ahead = '800px';

/** The list of jobs, which grows as one scrolls. */
export class Results {
  readonly #opentrain: OpenTrain;
  readonly #list = find('jobs', HTMLOListElement);
  readonly #status = find('status', HTMLElement);
  readonly #more = find('more', HTMLButtonElement);
  readonly #trouble: TroubleNote;
  readonly #scrolling: IntersectionObserver;
  readonly #loaded: () => void;
  #search: Search;
  #loading = false;

  /** @param ways.loaded hears of each page; `restart` clears a search that can't succeed. */
  constructor(opentrain: OpenTrain, { loaded, restart }: Record<'loaded' | 'restart', () => void>) {
    this.#opentrain = opentrain;
    this.#loaded = loaded;
    this.#search = new Search(opentrain, {});
    this.#trouble = new TroubleNote({ again: () => this.#fill(), restart });
    this.#scrolling = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) this.#fill();
      },
      { rootMargin: ahead },
    );
    // Scrolling does the same: the button is for those who don't.
    this.#more.addEventListener('click', () => this.#fill({ focus: true }));
  }

  /** Begins anew. What is shown stays until there is something to show in its place. */
  show(filters: Filters): void {
    this.#search.callOff();
    this.#search = new Search(this.#opentrain, filters);
    this.#loading = false;
    this.#fill({ anew: true });
  }

  async #fill({ anew = false, focus = false } = {}): Promise<void> {
    if (this.#loading || this.#search.done) return;
    const search = this.#search;
    this.#loading = true;
    this.#scrolling.disconnect();
    this.#list.setAttribute('aria-busy', 'true');
    try {
      const jobs = await search.next();
      if (search.isCalledOff) return;
      const cards = jobs.map(jobCard);
      if (anew || this.#trouble.atStart) this.#list.replaceChildren();
      this.#list.append(...cards);
      this.#trouble.clear();
      this.#tell();
      this.#loaded();
      if (focus) cards[0]?.querySelector('a')?.focus({ preventScroll: true });
    } catch (error) {
      if (search.isCalledOff) return;
      if (anew) this.#list.replaceChildren();
      this.#trouble.tell(error, anew || this.#trouble.atStart);
      this.#status.textContent = '';
    }
    this.#loading = false;
    this.#list.setAttribute('aria-busy', 'false');
    const over = search.done || this.#trouble.told;
    // What is hidden can't keep the focus.
    if (over && document.activeElement === this.#more) {
      find('results', HTMLElement).focus({ preventScroll: true });
    }
    this.#more.hidden = over;
    // Observed anew, it tells at once whether the list is still too short to fill the window.
    if (!over) this.#scrolling.observe(this.#more);
  }

  #tell(): void {
    const count = this.#list.childElementCount;
    const jobs = `${count} ${count === 1 ? 'job' : 'jobs'}`;
    this.#status.textContent = !this.#search.done
      ? `${jobs} loaded, and there are more.`
      : count === 0
        ? 'No job is like that. Try fewer filters, or other words.'
        : count === 1
          ? 'One job.'
          : `All ${jobs} loaded.`;
  }
}
