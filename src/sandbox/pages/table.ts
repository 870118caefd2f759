import { type Html, html, type Piece } from './html.ts';

/** A column: its heading, and whether numbers stand in it. */
export interface Column {
  readonly name: string;
  readonly numeric?: boolean;
}

/** A table. */
export interface TableContent {
  /** Said to screen readers; sighted readers have the heading above it. */
  readonly caption: string;
  readonly columns: readonly (string | Column)[];
  /** The first cell of each names the row. */
  readonly rows: readonly (readonly Piece[])[];
  /** A last row, of sums. */
  readonly foot?: readonly Piece[];
  /** In place of a table without rows. */
  readonly empty: string;
}

/**
 * A table, or what is said when it would be empty. On narrow screens each row is a card. Roles are
 * spelled out, since browsers forget a table's own once it is laid out otherwise.
 */
export function table({ caption, columns, rows, foot, empty }: TableContent): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  const named = columns.map((column) => (typeof column === 'string' ? { name: column } : column));
  const numeric = (column: Column | undefined) => column?.numeric && html` class="number"`;
  const row = (cells: readonly Piece[]) =>
    html`<tr role="row">${cells.map((cell, i) =>
      i === 0
        ? html`<th role="rowheader" scope="row"${numeric(named[i])}>${cell}</th>`
        : html`<td role="cell" data-name="${named[i]?.name}"${numeric(named[i])}>${cell}</td>`,
    )}</tr>\n`;
  return html`<table role="table"><caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row">${named.map(
    (column) => html`<th role="columnheader" scope="col"${numeric(column)}>${column.name}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map(row)}</tbody>
${foot && html`<tfoot role="rowgroup">${row(foot)}</tfoot>`}</table>`;
}
