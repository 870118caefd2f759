import type { PublicJob } from 'trainyard/opentrain';
import { element } from './element.ts';
import { countryName, day, payOf } from './names.ts';

/** A job as an entry of the list. */
export function jobCard(job: PublicJob): HTMLLIElement {
  const id = `job-${job.id}`;
  const facts = [payOf(job), job.category, job.experienceLevel, listed(job.languages), places(job)];
  return element(
    'li',
    {},
    element(
      'article',
      { 'aria-labelledby': id },
      element('h3', { id }, element('a', { href: webAddress(job.url) }, job.title)),
      element(
        'p',
        { class: 'quiet' },
        element('bdi', {}, job.companyName ?? 'A company'),
        ' · ',
        element('time', { datetime: job.datePosted }, day(job.datePosted)),
      ),
      element('p', { class: 'about', dir: 'auto' }, job.summary ?? job.descriptionText),
      element(
        'ul',
        { class: 'facts' },
        ...facts.filter((fact) => fact).map((fact) => element('li', {}, fact as string)),
      ),
    ),
  );
}

/** Links lead to the web: what a platform sends could be an address that runs as a script. */
function webAddress(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '#';
}

function places({ countries }: PublicJob): string {
  return countries.length === 0 ? 'Anywhere' : listed(countries.map(countryName));
}

function listed(names: readonly string[]): string {
  return names.length > 3
    ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
    : names.join(', ');
}
