/** Markup that is safe to send: everything put into it was escaped. */
export class Html {
  /** Made by {@link html} only. */
  constructor(readonly text: string) {}
}

/** What may stand in a template. Nothing is shown for `undefined`, `null` and `false`. */
export type Piece = Html | string | number | false | null | undefined | readonly Piece[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Writes markup. Text between tags and in quoted attributes is escaped; a URL's scheme is for the
 * caller to check.
 *
 * @example html`<a href="${url}">Return to ${name}</a>`
 */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(strings.reduce((text, string, i) => text + written(pieces[i - 1]) + string));
}

function written(piece: Piece): string {
  if (piece === undefined || piece === null || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map(written).join('');
  return String(piece).replace(/[&<>"']/g, (character) => entities[character] as string);
}
