import Table from 'cli-table3';
import { type Column, columnsOf } from './columns.ts';
import { paint } from './paint.ts';
import { oneLine } from './plain.ts';
import { shown } from './value.ts';

const none = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
};

/** Records as a table, as wide as the terminal; ids are never cut. */
export function table(rows: readonly unknown[], preferred?: readonly string[]): string {
  if (rows.length === 0) return paint('dim', 'None.');
  const columns = columnsOf(rows, preferred);
  const cells = rows.map((row) => columns.map(({ read }) => shown(read(row))));
  const widest = widestCell(cells, columns);
  const made = new Table({
    head: columns.map(({ title }) => paint('bold', title)),
    chars: none,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  for (const row of cells) {
    made.push(
      row.map((cell, index) => (columns[index]?.isId ? oneLine(cell) : oneLine(cell, widest))),
    );
  }
  return made.toString().replace(/ +$/gm, '');
}

/** How wide a cell may be that is no id, for all to fit the terminal; elsewhere nothing is cut. */
function widestCell(cells: readonly string[][], columns: readonly Column[]): number {
  const room = process.stdout.columns;
  if (!room) return Number.POSITIVE_INFINITY;
  const needs = columns.map(({ title }, index) =>
    Math.max(title.length, ...cells.map((row) => oneLine(row[index] ?? '').length)),
  );
  const total = (cut: number) =>
    needs.reduce(
      (sum, need, index) => sum + 2 + (columns[index]?.isId ? need : Math.min(need, cut)),
      0,
    );
  let cut = Math.max(...needs);
  while (cut > 12 && total(cut) > room) cut -= 1;
  return cut;
}
