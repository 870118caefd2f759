import { readdirSync, readFileSync } from 'node:fs';
import { type Block, blocksOf, root } from './blocks.ts';

/** Where each public name is imported from. */
export type Names = ReadonlyMap<string, string>;

/** What docstrings show of the public surface; examples without a fence are for maintainers. */
export const examples: Block[] = readdirSync(new URL('src/', root), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name}`)
  .sort()
  .flatMap((file) => examplesIn(file, readFileSync(new URL(file, root), 'utf8')));

/** All that is in docstrings, as blocks of their file. */
export function examplesIn(file: string, source: string): Block[] {
  // Line by line as it stands, so that lines are the file's.
  const comments = source.replaceAll(/^.*$/gm, (line) => /^ *\* ?(.*)$/.exec(line)?.[1] ?? '');
  return blocksOf(file, comments.replaceAll('*\\/', '*/'));
}

/** With imports of what is public, which docstrings leave out: the reader is in the midst of it. */
export function withImports(block: Block, names: Names): Block {
  const { code } = block;
  const used = new Map<string, string[]>();
  for (const [name, from] of names) {
    const isUsed = new RegExp(`(?<![\\w/'-]|(?<!\\.\\.)\\.)${name}\\b(?!['-])`).test(code);
    const isImported = new RegExp(`import [^;]*\\b${name}\\b[^;]* from`).test(code);
    if (isUsed && !isImported) used.set(from, [...(used.get(from) ?? []), name]);
  }
  const imports = [...used].map(([from, all]) => `import { ${all.join(', ')} } from '${from}'; `);
  return { ...block, code: imports.join('') + code };
}
