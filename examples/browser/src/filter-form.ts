import type { JobFacets, OpenTrain } from 'trainyard/opentrain';
import { addressOf, type Filters, filtersIn } from './address.ts';
import { element, find } from './element.ts';
import { countryName, payTypeName } from './names.ts';

/** How long nothing is typed before it is searched for. */
const pauseMs = 250;

type Facet = JobFacets['languages'];

/** What one searches by, with how many jobs there are of each kind. */
export class FilterForm {
  readonly #form = find('filters', HTMLFormElement);
  readonly #words = find('q', HTMLInputElement);
  readonly #language = find('language', HTMLSelectElement);
  readonly #country = find('country', HTMLSelectElement);
  readonly #pay = find('pay', HTMLElement);
  readonly #search: (filters: Filters, goesOn: boolean) => void;
  #told = '';
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Whether the words that were searched for last are still being typed. */
  #goesOn = false;
  #facets: 'unknown' | 'asked' | 'known' = 'unknown';

  /** @param search is told of another search, and whether it only goes on from the words of the last. */
  constructor(search: (filters: Filters, goesOn: boolean) => void) {
    this.#search = search;
    this.#fillPay([]);
    this.#words.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#tell(true), pauseMs);
    });
    // Words are done with when one goes on to something else; every other filter is chosen at once.
    this.#form.addEventListener('change', () => this.#tell(false));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#tell(false);
    });
  }

  /** Puts a search in, such as the one of the page's address. */
  set(filters: Filters): void {
    clearTimeout(this.#typing);
    this.#goesOn = false;
    this.#told = addressOf(filters);
    this.#words.value = filters.q ?? '';
    this.#choose(filters);
  }

  /** Asks what there is to choose from, unless that is known. Until then one searches by words. */
  async load(opentrain: OpenTrain): Promise<void> {
    if (this.#facets !== 'unknown') return;
    this.#facets = 'asked';
    try {
      const { totalJobs, categories, languages, countries, payTypes } =
        await opentrain.jobs.facets();
      const chosen = filtersIn(new FormData(this.#form));
      find('market', HTMLElement).textContent =
        `${totalJobs} open jobs for AI trainers on OpenTrain, in ${categories.length} fields.`;
      fill(this.#language, languages, (name) => name);
      fill(this.#country, countries, countryName);
      this.#fillPay(payTypes);
      this.#choose(chosen);
      this.#facets = 'known';
    } catch {
      // The list says what is wrong, and this is asked again once the list is there.
      this.#facets = 'unknown';
    }
  }

  #tell(typing: boolean): void {
    clearTimeout(this.#typing);
    const filters = filtersIn(new FormData(this.#form));
    const goesOn = typing && this.#goesOn;
    this.#goesOn = typing;
    if (addressOf(filters) === this.#told) return;
    this.#told = addressOf(filters);
    this.#search(filters, goesOn);
  }

  #choose({ language, country, payType }: Filters): void {
    choose(this.#language, language);
    choose(this.#country, country);
    for (const radio of this.#pay.querySelectorAll('input'))
      radio.checked = radio.value === (payType ?? '');
  }

  #fillPay(payTypes: Facet): void {
    const kinds = [{ value: '', count: undefined }, ...payTypes];
    this.#pay.replaceChildren(
      ...kinds.map(({ value, count }) =>
        element(
          'label',
          {},
          element('input', { type: 'radio', name: 'payType', value }),
          element('span', {}, value === '' ? 'Any way' : payTypeName(value)),
          ...(count === undefined ? [] : [element('small', {}, ` ${count}`)]),
        ),
      ),
    );
  }
}

function fill(select: HTMLSelectElement, facet: Facet, nameOf: (value: string) => string): void {
  const [any] = select.options;
  const options = facet.map(({ value, count }) => new Option(`${nameOf(value)} (${count})`, value));
  select.replaceChildren(...(any ? [any] : []), ...options);
}

/** What an address asks for is shown, also when there is no job of that kind. */
function choose(select: HTMLSelectElement, value = ''): void {
  if (![...select.options].some((option) => option.value === value)) {
    select.add(new Option(value, value));
  }
  select.value = value;
}
