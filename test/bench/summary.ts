import { rows } from './markdown.ts';
import type { Table } from './topic.ts';

/** A contender of the summary: what its rows are called, table by table. */
const contenders = [
  {
    name: '**trainyard**',
    call: 'trainyard',
    weight: 'trainyard/opentrain',
    verify: 'trainyard, sync',
  },
  ...['stripe', 'openai', '@octokit/core', '@workos-inc/node'].map((name) => ({
    name,
    call: name,
    weight: name,
    verify: `${name}, sync`,
  })),
];

/**
 * The few figures that a reader of the README compares, taken from the tables of one whole run. A
 * dash stands where a peer was not measured.
 */
export function summary(tables: readonly Table[]): string {
  const cell = (title: string, row: string, column: string): string => {
    const table = tables.find((one) => one.title === title);
    const at = table?.head.indexOf(column) ?? -1;
    if (!table || at < 0) throw new Error(`No column "${column}" in a table "${title}"`);
    return table.rows.find(([name]) => name === row)?.[at] || '–';
  };
  const head = [
    '',
    'a call, no network',
    'heap a call',
    'a call over loopback',
    'client, min+gzip',
    'import',
    'a webhook of 2 kB',
  ];
  const body = contenders.map(({ name, call, weight, verify }) => [
    name,
    `${cell('A call, no network', call, 'µs a call')} µs`,
    cell('A call, no network', call, 'heap a call'),
    `${cell('A call over loopback', call, 'µs a call')} µs`,
    cell('Weight of a client', weight, 'loaded at once'),
    cell('Weight of a client', weight, 'import, fastest'),
    cell('Verifying a webhook of 2 kB', verify, 'µs').replace(/\d$/, '$& µs'),
  ]);
  return rows(head, body);
}

const [start, end] = ['<!-- npm run bench -->', '<!-- /npm run bench -->'];

/** The README with the summary in its place. */
export function withSummary(readme: string, tables: readonly Table[]): string {
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for the summary: ${start}`);
  return `${readme.slice(0, from + start.length)}\n${summary(tables)}\n${readme.slice(to)}`;
}
