/** A person's name as the platform knows it. It never leaves the sandbox in this form. */
export interface RealName {
  readonly firstName: string;
  readonly lastName: string;
}

/** What employers see of a name, before and after a hire. */
export interface MaskedName {
  /** `Maria G.`, or `Freelancer` when there is no name. */
  readonly displayName: string;
  readonly firstName: string;
  /** One letter without a dot; empty when there is no last name. */
  readonly lastNameInitial: string;
  /** `maria-g`. */
  readonly profileSlug: string;
}

const nameless = 'Freelancer';

/**
 * Masks a name to the first name and the initial of the last.
 *
 * @param name the full name; blank parts count as missing
 * @example maskName({ firstName: 'Maria', lastName: 'Gomez' }).displayName // 'Maria G.'
 */
export function maskName(name: RealName): MaskedName {
  // A full name typed into the first field must not show: one word of it is the first name.
  const firstName = wordsOf(name.firstName)[0];
  const initial = wordsOf(name.lastName)[0]?.match(/\p{L}/u)?.[0]?.toUpperCase() ?? '';
  if (!firstName) {
    const slug = nameless.toLowerCase();
    return { displayName: nameless, firstName: nameless, lastNameInitial: '', profileSlug: slug };
  }
  return {
    displayName: initial ? `${firstName} ${initial}.` : firstName,
    firstName,
    lastNameInitial: initial,
    profileSlug: slugOf(initial ? `${firstName} ${initial}` : firstName),
  };
}

/**
 * A slug that nobody has yet: `maria-g`, `maria-g-2`, … Masked names are not unique, profiles are.
 *
 * @param taken slugs in use; the new one is added
 */
export function claimSlug(slug: string, taken: Set<string>): string {
  let free = slug;
  for (let count = 2; taken.has(free); count += 1) free = `${slug}-${count}`;
  taken.add(free);
  return free;
}

/** Words that can be part of a name: no addresses, numbers or control characters. */
function wordsOf(text: string): string[] {
  return text
    .replace(/\p{C}/gu, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word) && !/[@\d:/]/.test(word));
}

function slugOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^\p{L}]+/gu, '-').replace(/^-|-$/g, '');
  return slug || nameless.toLowerCase();
}
