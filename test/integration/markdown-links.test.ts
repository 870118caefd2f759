import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesIn, linksOf, renderAsGitHub, wrongLinks } from '../support/links.ts';

const root = new URL('../../', import.meta.url).pathname;
const texts = [
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md'],
  ...['docs', 'examples'].flatMap((folder) =>
    filesIn(join(root, folder), '.md').map((file) => `${folder}/${file}`),
  ),
];

const read = async (markdown: string) => linksOf(await renderAsGitHub(markdown));

it('leads somewhere, wherever a text has a link', async () => {
  const pages = new Map(
    await Promise.all(
      texts.map(
        async (file) => [file, await read(readFileSync(join(root, file), 'utf8'))] as const,
      ),
    ),
  );
  expect(pages.size).toBeGreaterThan(40);
  expect([...pages.values()].flatMap(({ targets }) => targets).length).toBeGreaterThan(150);
  expect(wrongLinks(root, pages)).toEqual([]);
});

it('is found out when it does not', async () => {
  const here = await read(
    [
      '# Retries\n\n# Retries\n',
      '[a](#retries) [b](#retries-1) [c](errors.md#retries) [d](../spec) [e](https://docs.example.com/a#b)',
      '[f](#retries-2) [g](gone.md) [h](errors.md#gone) [i](../../elsewhere)',
      '[j](http://example.com) [k](https://localhost:4010/) [l](https://127.0.0.1/) ![m](gone.png)',
    ].join('\n'),
  );
  const there = await read('# Retries\n');
  const pages = new Map([
    ['docs/here.md', here],
    ['docs/errors.md', there],
  ]);
  const wrong = wrongLinks(root, pages).map((line) => line.replace('docs/here.md: ', ''));
  expect(wrong).toEqual([
    '#retries-2 has no such heading',
    'gone.md is not there',
    'errors.md#gone has no such heading',
    '../../elsewhere is not there',
    'http://example.com is not https',
    'https://localhost:4010/ is on no public host',
    'https://127.0.0.1/ is on no public host',
    'gone.png is not there',
  ]);
});
