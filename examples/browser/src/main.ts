import { OpenTrain } from 'trainyard/opentrain';
import { addressOf, type Filters, filtersIn } from './address.ts';
import { FilterForm } from './filter-form.ts';
import { Results } from './results.ts';

// A constant when this is built: in production nothing of it is left.
if (import.meta.env.MODE === 'mocked') {
  const { mockOpenTrain } = await import('./mocked.ts');
  await mockOpenTrain();
}

const opentrain = new OpenTrain({
  // The vendor's own unless told otherwise.
  baseUrl: import.meta.env.VITE_OPENTRAIN_URL,
  // Somebody looks on: what fails is told at once, and they say when to try again.
  maxRetries: 0,
});

const form = new FilterForm(go);
const results = new Results(opentrain, {
  loaded: () => form.load(opentrain),
  restart: () => {
    history.pushState(null, '', addressOf({}));
    show();
  },
});

/** Typing on changes the address in place, so that "back" leads to another search and not to a letter less. */
function go(filters: Filters, goesOn: boolean): void {
  if (goesOn) history.replaceState(null, '', addressOf(filters));
  else history.pushState(null, '', addressOf(filters));
  results.show(filters);
}

function show(): void {
  const filters = filtersIn(new URLSearchParams(location.search));
  form.set(filters);
  results.show(filters);
}

addEventListener('popstate', show);
show();
form.load(opentrain);
