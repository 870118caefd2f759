import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);
const page = new URL('../../../docs/reliability.md', import.meta.url);
const own = 'reliability-table.test.ts';

interface Probe {
  file: string;
  trouble: string;
  what: string;
  outcome: string;
}

/** The tests of a file, read from its text: titles are plain, and say `what happens: what comes of it`. */
function probesOf(file: string): Probe[] {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const found: Probe[] = [];
  let trouble = '';
  for (const match of text.matchAll(/^(describe| {2}it)\b(?:\.runIf\(\w+\))?\(\s*'([^']+)'/gm)) {
    const [, kind, title = ''] = match;
    if (kind === 'describe') trouble = title;
    else {
      const [what = '', ...rest] = title.split(': ');
      found.push({ file, trouble, what, outcome: rest.join(': ') });
    }
  }
  // A test written so that it is not found would be missing from the table.
  expect(found).toHaveLength(text.match(/\bit(\.\w+)*\(/g)?.length ?? 0);
  return found;
}

function row({ file, trouble, what, outcome }: Probe): string {
  const name = file.replace('.test.ts', '');
  return `| ${trouble} | ${what} | ${outcome} | [${name}](../test/integration/faults/${file}) |`;
}

/** `npx vitest run test/integration/faults -u` writes the table anew. */
it('the table in docs/reliability.md has a line for each test of this folder', async () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts') && name !== own);
  const probes = files.sort().flatMap(probesOf);
  expect(probes.filter(({ trouble, what, outcome }) => !(trouble && what && outcome))).toEqual([]);
  const table = [
    '| Trouble | What happens | What comes of it | Test |',
    '| --- | --- | --- | --- |',
    ...probes.map(row),
  ].join('\n');
  const text = readFileSync(page, 'utf8');
  const [before, after] = [text.split('<!-- probes -->')[0], text.split('<!-- /probes -->')[1]];
  const expected = `${before}<!-- probes -->\n\n${table}\n\n<!-- /probes -->${after}`;
  await expect(expected).toMatchFileSnapshot(fileURLToPath(page));
});
