import { type Html, html } from '../pages/html.ts';

/** How many rows a page of the console has. */
export const pageSize = 50;

/** A link to older rows, where there are any. */
export function older(path: string, cursor: string | null): Html | undefined {
  if (cursor === null) return undefined;
  return html`<p><a href="${path}?${new URLSearchParams({ after: cursor }).toString()}">Older</a></p>`;
}
