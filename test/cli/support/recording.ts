import type { Row } from './picture.ts';
import type { Cell, Terminal } from './terminal.ts';

/** A piece of what a terminal showed. */
export interface Scene {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What several terminals showed, in the order in which it happened. */
export class Recording {
  readonly scenes: Scene[] = [];
  readonly #marks = new Map<Terminal, number>();
  readonly #still: (text: string) => string;

  /** @param still puts in place of what differs from run to run something as wide */
  constructor(still: (text: string) => string) {
    this.#still = still;
  }

  /** Keeps what a terminal shows that was not kept yet; a row that waits for more is kept again. */
  scene(title: string, terminal: Terminal): void {
    const from = this.#marks.get(terminal) ?? 0;
    const rows = terminal.cells(from).map((cells) => row(cells, this.#still));
    this.#marks.set(terminal, terminal.row);
    if (rows.at(-1)?.text === '$') rows.pop();
    this.scenes.push({ title, rows });
  }
}

function row(cells: readonly Cell[], still: (text: string) => string): Row {
  const shown = cells.map((cell) => cell.getChars() || ' ').join('');
  const text = still(shown);
  if (text.length !== shown.length) throw new Error(`"${text}" is not as wide as "${shown}"`);
  return { text: text.trimEnd(), looks: cells.map(look) };
}

/** How a cell looks, as far as programs here make use of it. */
function look(cell: Cell): Row['looks'][number] {
  return {
    colour: cell.isFgPalette() ? cell.getFgColor() : undefined,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    inverse: cell.isInverse() !== 0,
  };
}
