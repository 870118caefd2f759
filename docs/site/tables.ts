/** What of markdown-it is used. */
interface Markdown {
  readonly core: { readonly ruler: { push(name: string, rule: (state: State) => void): void } };
  readonly renderer: {
    readonly rules: Record<string, Rule | undefined>;
    renderToken(tokens: readonly Token[], index: number, options: unknown): string;
  };
}

type Rule = (tokens: readonly Token[], index: number, options: unknown) => string;

interface State {
  readonly tokens: readonly Token[];
}

interface Token {
  readonly type: string;
  readonly content: string;
  attrSet(name: string, value: string): void;
}

/** From so many columns on, each row is a block of its own where the window is narrow. */
const manyColumns = 4;

/** What each part of a table is, which it is no longer by itself where it is laid out as a block. */
const roles: Readonly<Record<string, string>> = {
  thead_open: 'rowgroup',
  tbody_open: 'rowgroup',
  tr_open: 'row',
  th_open: 'columnheader',
  td_open: 'cell',
};

/** A table of many columns becomes one of blocks where the window is narrow; any other moves by itself, by keyboard too. */
export function readableTables({ core, renderer }: Markdown): void {
  core.ruler.push('readable-tables', ({ tokens }) => {
    for (const [index, { type }] of tokens.entries()) {
      if (type === 'table_open') arrange(tokens.slice(index));
    }
  });
  renderer.rules.table_open = (tokens, index, options) =>
    `<div class="wide" tabindex="0" role="group" aria-label="Table">${renderer.renderToken(tokens, index, options)}`;
  renderer.rules.table_close = () => '</table></div>';
}

/** @param tokens from a table's first on */
function arrange(tokens: readonly Token[]): void {
  const end = tokens.findIndex(({ type }) => type === 'table_close');
  const own = tokens.slice(0, end);
  const headings = own.flatMap(({ type }, at) =>
    type === 'th_open' ? [(own[at + 1]?.content ?? '').replaceAll('`', '')] : [],
  );
  if (headings.length < manyColumns) return;
  own[0]?.attrSet('class', 'many-columns');
  own[0]?.attrSet('role', 'table');
  let column = 0;
  for (const token of own) {
    const role = roles[token.type];
    if (role !== undefined) token.attrSet('role', role);
    if (token.type === 'tr_open') column = 0;
    if (token.type === 'td_open') token.attrSet('data-column', headings[column++] ?? '');
  }
}
