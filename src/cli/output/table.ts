import Table from 'cli-table3';
import { type Column, type ColumnChoice, columnsOf } from './columns.ts';
import { paint } from './paint.ts';
import { oneLine, widthOf } from './plain.ts';
import { shownAs } from './value.ts';

/** Blanks between two columns. */
const between = 2;
/** What is left of a cell where it can be: a time is whole. */
const roomy = 17;
/** The least that is left of a cell. */
const shortest = 12;
/** With fewer columns than that a table says less than blocks do. */
const fewest = 4;

const none = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: ' '.repeat(between),
  },
};

/**
 * Records as a table, as wide as the terminal; ids are never cut. Columns that nobody asked for are left out
 * where they don't fit. Where not even a narrow table does, each record is a block of lines.
 *
 * @param indent columns at the left that something else takes
 */
export function table(
  rows: readonly unknown[],
  preferred?: readonly ColumnChoice[],
  indent = 0,
): string {
  if (rows.length === 0) return paint('dim', 'None.');
  const columns = columnsOf(rows, preferred);
  const cells = rows.map((row) => columns.map(({ key, read }) => oneLine(shownAs(key, read(row)))));
  const room = (process.stdout.columns || Number.POSITIVE_INFINITY) - indent;
  const heads = columns.map(({ title }) => title);
  const least = preferred ? columns.length : Math.min(fewest, columns.length);
  for (const narrowest of preferred ? [shortest] : [roomy, shortest]) {
    for (let count = columns.length; count >= least; count -= 1) {
      const some = heads.slice(0, count);
      const folded = some.map((title) => title.replaceAll(' ', '\n'));
      for (const titles of [some, folded]) {
        const cut = widestCell(cells, columns, titles, room, narrowest);
        if (cut !== undefined) return drawn(cells, columns, titles, cut);
      }
    }
  }
  return blocks(cells, heads);
}

function drawn(
  cells: readonly string[][],
  columns: readonly Column[],
  titles: readonly string[],
  cut: number,
): string {
  const made = new Table({
    head: titles.map((title) => title.replace(/^.+$/gm, (line) => paint('bold', line))),
    chars: none,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  for (const row of cells) {
    const shown = row.slice(0, titles.length);
    made.push(shown.map((cell, index) => (columns[index]?.isId ? cell : oneLine(cell, cut))));
  }
  return made.toString().replace(/ +$/gm, '');
}

/** How wide a cell may be that is no id, for all to fit; nothing when they would not. */
function widestCell(
  cells: readonly string[][],
  columns: readonly Column[],
  titles: readonly string[],
  room: number,
  narrowest: number,
): number | undefined {
  const heads = titles.map((title) => Math.max(...title.split('\n').map((line) => line.length)));
  const needs = heads.map((_, index) => Math.max(...cells.map((row) => widthOf(row[index] ?? ''))));
  const total = (cut: number) =>
    heads.reduce(
      (sum, head, index) => {
        const need = needs[index] ?? 0;
        return sum + Math.max(head, columns[index]?.isId ? need : Math.min(need, cut));
      },
      between * (heads.length - 1),
    );
  let cut = Math.max(...needs);
  while (cut > narrowest && total(cut) > room) cut -= 1;
  return total(cut) > room ? undefined : cut;
}

function blocks(cells: readonly string[][], titles: readonly string[]): string {
  const width = Math.max(...titles.map((title) => title.length));
  const lines = (row: readonly string[]) =>
    row.map((cell, index) => `${paint('bold', (titles[index] ?? '').padEnd(width))}  ${cell}`);
  return cells.map((row) => lines(row).join('\n')).join('\n\n');
}
