import { slugOf } from '../jobs/public-job.ts';

/** A name as everybody outside sees it, before and after a hire. */
export interface MaskedName {
  readonly displayName: string;
  readonly firstName: string;
  /** Without a dot; empty when there is no last name. */
  readonly lastNameInitial: string;
  readonly slug: string;
}

const nobody = 'Freelancer';

/** First name and last initial; a missing name is the literal `Freelancer`. */
export function maskedName(first: string | null, last: string | null): MaskedName {
  const firstName = first?.trim() || nobody;
  const initial = first?.trim() ? ([...(last?.trim() ?? '')][0]?.toUpperCase() ?? '') : '';
  const displayName = initial ? `${firstName} ${initial}` : firstName;
  return { displayName, firstName, lastNameInitial: initial, slug: slugOf(displayName) };
}
