import type { WebhookHeaders } from './options.ts';

/**
 * The value of a header whatever its case, several values joined as HTTP joins them.
 *
 * @returns an empty string when absent
 */
export function readHeader(headers: WebhookHeaders, header: string): string {
  const name = header.toLowerCase();
  if (typeof headers?.get === 'function') return headers.get(name) ?? '';
  const fields: { readonly [name: string]: unknown } = Object(headers);
  const value =
    fields[name] ??
    fields[Object.keys(fields).find((each) => each.toLowerCase() === name) as string];
  return Array.isArray(value) ? value.join() : typeof value === 'string' ? value : '';
}
