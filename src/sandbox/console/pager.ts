import { type Html, html } from '../pages/html.ts';

/** How many rows a page of the console has. */
export const pageSize = 50;

/**
 * A link to older rows, where there are any.
 *
 * @param query what else the address says, and by which name it says where to go on.
 */
export function older(
  path: string,
  cursor: string | null,
  { name = 'after', ...kept }: { name?: string; account?: string } = {},
): Html | undefined {
  if (cursor === null) return undefined;
  return html`<p><a href="${path}?${new URLSearchParams({ ...kept, [name]: cursor }).toString()}">Older</a></p>`;
}
