import type { Scope } from '../../../../generated/platform/types.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { knownScopes } from './scopes.ts';

/** What an app's owner fills in, and may change later. */
export interface AppFacts {
  /** Shown on the consent screen. */
  readonly name: string;
  readonly description: string | null;
  readonly websiteUrl: string | null;
  /** Bases that a `redirect_uri` has to match. */
  readonly redirectUris: readonly string[];
  readonly scopes: readonly Scope[];
}

/** A registration as typed into the form. */
export interface AppForm {
  /** 1 to 120 characters. */
  name: string;
  /** 1 to 50 of lower-case letters, digits and hyphens; never changes. */
  slug: string;
  /** At most 500 characters. */
  description?: string;
  /** http or https. */
  websiteUrl?: string;
  /** At most 10 http or https bases. */
  redirectUris?: readonly string[];
  /** At least one. */
  scopes: readonly string[];
}

/** @throws Refusal 400 */
export function checkedSlug(slug: unknown): string {
  if (typeof slug === 'string' && /^[a-z0-9-]{1,50}$/.test(slug)) return slug;
  throw bad('slug takes 1 to 50 lower-case letters, digits and hyphens.');
}

/** @throws Refusal 400 for what the form does not take. */
export function checkedFacts(form: Omit<AppForm, 'slug'>): AppFacts {
  const { name, description, websiteUrl, redirectUris = [], scopes } = form;
  if (typeof name !== 'string' || name.trim() === '' || name.length > 120) {
    throw bad('name takes 1 to 120 characters.');
  }
  if (description !== undefined && description.length > 500) {
    throw bad('description takes at most 500 characters.');
  }
  if (websiteUrl !== undefined && !isWebAddress(websiteUrl)) {
    throw bad('websiteUrl has to be an http or https URL.');
  }
  if (redirectUris.length > 10) throw bad('There may be 10 redirect URIs at most.');
  const strange = redirectUris.filter((uri) => !isBase(uri));
  if (strange.length > 0) {
    throw bad(`No http or https base without query and fragment: ${strange.join(', ')}.`);
  }
  return {
    name,
    description: description ?? null,
    websiteUrl: websiteUrl ?? null,
    redirectUris: [...redirectUris],
    scopes: knownScopes(scopes ?? []),
  };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function isBase(text: string): boolean {
  if (!isWebAddress(text)) return false;
  const { search, hash, username, password } = new URL(text);
  return search + hash + username + password === '';
}

function bad(message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message);
}
