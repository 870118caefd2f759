import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocksIn, blocksOf, docs, placeOf, root, showsFile } from './blocks.ts';

describe('a block that names a file', () => {
  const shown = blocksIn('ts').filter(({ info }) => showsFile(info));

  it.each(shown.map((block) => ({ place: placeOf(block), ...block })))(
    'is that file to the letter: $place $info',
    ({ info, code }) => {
      expect(code).toBe(readFileSync(new URL(info, root), 'utf8'));
    },
  );

  it('is there for every recipe', () => {
    const recipes = readdirSync(new URL('examples/webhooks/', root))
      // Stands for the reader's own.
      .filter((name) => name !== 'queue.ts')
      .map((name) => `examples/webhooks/${name}`);
    expect(shown.map(({ info }) => info)).toEqual(expect.arrayContaining(recipes));
  });
});

describe('a fence', () => {
  it('says nothing of a block but a file or that it never ends', () => {
    const strange = blocksIn('ts').filter(
      ({ info }) => !['', 'endless'].includes(info) && !showsFile(info),
    );
    expect(strange.map((block) => `${placeOf(block)}: ${block.info}`)).toEqual([]);
  });

  it('has a language that is looked at', () => {
    const known = ['ts', 'sh', 'json', 'sql', 'text', 'yaml', 'html', 'css', 'mermaid', 'console'];
    const all = docs.flatMap((doc) => blocksOf(doc, readFileSync(new URL(doc, root), 'utf8')));
    const strange = all.filter(({ language }) => !known.includes(language));
    expect(strange.map((block) => `${placeOf(block)}: ${block.language}`)).toEqual([]);
  });

  it('is found in lists and quotes, whatever is in it', () => {
    const text =
      '- one\n\n  ```ts endless\n  let one = `\n  ```;\n  `\n  ```\n\n> ```sh\n> ls\n> ```\n';
    expect(blocksOf('a.md', text.replace('  ```;\n', ''))).toEqual([
      { doc: 'a.md', line: 4, language: 'ts', info: 'endless', code: 'let one = `\n`\n' },
      { doc: 'a.md', line: 9, language: 'sh', info: '', code: 'ls\n' },
    ]);
  });
});
