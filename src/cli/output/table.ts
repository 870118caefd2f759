import Table from 'cli-table3';
import { type Column, columnsOf } from './columns.ts';
import { paint } from './paint.ts';
import { oneLine } from './plain.ts';
import { shown } from './value.ts';

/** Blanks between two columns. */
const between = 2;
/** The least that is left of a cell. */
const shortest = 12;

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
 * Records as a table, as wide as the terminal; ids are never cut. Where not even a narrow one fits, each
 * record is a block of lines.
 *
 * @param indent columns at the left that something else takes
 */
export function table(rows: readonly unknown[], preferred?: readonly string[], indent = 0): string {
  if (rows.length === 0) return paint('dim', 'None.');
  const columns = columnsOf(rows, preferred);
  const cells = rows.map((row) => columns.map(({ read }) => oneLine(shown(read(row)))));
  const room = (process.stdout.columns || Number.POSITIVE_INFINITY) - indent;
  const heads = columns.map(({ title }) => title);
  const folded = heads.map((title) => title.replaceAll(' ', '\n'));
  for (const titles of [heads, folded]) {
    const cut = widestCell(cells, columns, titles, room);
    if (cut !== undefined) return drawn(cells, columns, titles, cut);
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
    made.push(row.map((cell, index) => (columns[index]?.isId ? cell : oneLine(cell, cut))));
  }
  return made.toString().replace(/ +$/gm, '');
}

/** How wide a cell may be that is no id, for all to fit; nothing when they would not. */
function widestCell(
  cells: readonly string[][],
  columns: readonly Column[],
  titles: readonly string[],
  room: number,
): number | undefined {
  const heads = titles.map((title) => Math.max(...title.split('\n').map((line) => line.length)));
  const needs = heads.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const total = (cut: number) =>
    heads.reduce(
      (sum, head, index) => {
        const need = needs[index] ?? 0;
        return sum + Math.max(head, columns[index]?.isId ? need : Math.min(need, cut));
      },
      between * (heads.length - 1),
    );
  let cut = Math.max(...needs);
  while (cut > shortest && total(cut) > room) cut -= 1;
  return total(cut) > room ? undefined : cut;
}

function blocks(cells: readonly string[][], titles: readonly string[]): string {
  const width = Math.max(...titles.map((title) => title.length));
  const lines = (row: readonly string[]) =>
    row.map((cell, index) => `${paint('bold', (titles[index] ?? '').padEnd(width))}  ${cell}`);
  return cells.map((row) => lines(row).join('\n')).join('\n\n');
}
