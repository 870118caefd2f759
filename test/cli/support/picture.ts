import type { Scene } from './recording.ts';

/** How a character looks. */
export interface Look {
  /** One of the sixteen colours of a terminal. */
  readonly colour: number | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly inverse: boolean;
}

/** A row of a screen. */
export interface Row {
  readonly text: string;
  readonly looks: readonly Look[];
}

const cell = { width: 8, height: 18 };
const margin = 16;
const bar = 34;
const paper = '#16181d';
const ink = '#d7dae0';
/** Black to white, then the same bright. */
const colours = [
  ...['#4b5263', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#c8ccd4'],
  ...['#6b7280', '#ef7b85', '#a9d489', '#f0d08c', '#74bcf7', '#d58ae8', '#69c8d4', '#ffffff'],
];

/** Scenes as one picture, a window each. */
export function picture(scenes: readonly Scene[]): string {
  const columns = Math.max(...scenes.flatMap(({ rows }) => rows.map(({ text }) => text.length)));
  const width = columns * cell.width + 2 * margin;
  let top = 0;
  const windows = scenes.map((scene) => {
    const height = bar + scene.rows.length * cell.height + margin;
    const drawn = `<g transform="translate(0 ${top})">\n${window(scene, width, height)}\n</g>`;
    top += height + margin;
    return drawn;
  });
  const said = escaped(scenes.map(({ title }) => title).join('; '));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top - margin}" viewBox="0 0 ${width} ${top - margin}" role="img" aria-label="${said}">`,
    '<style>text { font-size: 13px; font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }</style>',
    ...windows,
    '</svg>\n',
  ].join('\n');
}

function window({ title, rows }: Scene, width: number, height: number): string {
  return [
    `<rect width="${width}" height="${height}" rx="8" fill="${paper}"/>`,
    `<text x="${width / 2}" y="22" fill="#8b919c" text-anchor="middle">${escaped(title)}</text>`,
    ...rows.flatMap((row, index) => line(row, bar + index * cell.height + 13)),
  ].join('\n');
}

/** A row, in runs of one look; each is held to the width of its cells, whatever font there is. */
function line({ text, looks }: Row, y: number): string[] {
  const runs: { from: number; text: string; look: Look | undefined }[] = [];
  Array.from(text).forEach((character, column) => {
    const last = runs.at(-1);
    const look = looks[column];
    if (last && JSON.stringify(last.look) === JSON.stringify(look)) last.text += character;
    else runs.push({ from: column, text: character, look });
  });
  return runs.filter((run) => run.text.trim() !== '').map((run) => drawn(run, y));
}

function drawn(run: { from: number; text: string; look: Look | undefined }, y: number): string {
  const { colour, bold, dim, inverse } = run.look ?? {};
  const fill = colour === undefined ? ink : (colours[colour] ?? ink);
  const x = margin + run.from * cell.width;
  const length = Array.from(run.text).length * cell.width;
  const style = [bold && 'font-weight="bold"', dim && 'opacity="0.6"'].filter(Boolean).join(' ');
  const behind = inverse
    ? `<rect x="${x}" y="${y - 13}" width="${length}" height="${cell.height}" fill="${fill}"/>`
    : '';
  return `${behind}<text x="${x}" y="${y}" textLength="${length}" fill="${inverse ? paper : fill}"${style && ` ${style}`}>${escaped(run.text)}</text>`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
