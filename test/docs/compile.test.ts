import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Editor, edit } from '../support/language-service.ts';
import { type Block, blocksOf, docs, placeOf, programs, root } from './blocks.ts';
import { examples, withImports } from './examples.ts';
import { namesByCompiler } from './public-names.ts';

const patience = 300_000;

describe('code in the texts', () => {
  let editor: Editor;
  beforeAll(() => {
    const files = programs.map((block) => [fileOf(block), `${block.code}\nexport {};`]);
    editor = edit({ ...Object.fromEntries(files), 'docs/.globals.ts': declaredGlobals() });
  });

  it.each(docs)('compiles as it stands: %s', { timeout: patience }, (doc) => {
    const own = programs.filter((block) => block.doc === doc);
    expect(own.flatMap((block) => problems(editor, block))).toEqual([]);
  });

  it('is there, and is really looked at', { timeout: patience }, () => {
    for (const doc of ['README.md', 'docs/guides/webhooks.md', 'docs/reference/sandbox.md']) {
      expect(programs.filter((block) => block.doc === doc).length).toBeGreaterThan(2);
    }
    const [block] = blocksOf(
      'wrong.md',
      '# A text\n\n```ts\nlet one = 1;\none = nobody;\n```\n',
    ) as [Block];
    const wrong = edit({ [fileOf(block)]: block.code });
    expect(problems(wrong, block)).toEqual(["wrong.md:5: Cannot find name 'nobody'."]);
  });
});

describe('an example in a docstring', () => {
  it('compiles', { timeout: patience }, () => {
    const editor = edit({ 'docs/.globals.ts': declaredGlobals() });
    const names = namesByCompiler(editor);
    const all = examples.map((block) => withImports(block, names));
    for (const block of all) editor.add(fileOf(block), `${block.code}\nexport {};`);
    expect(all.flatMap((block) => problems(editor, block))).toEqual([]);
    expect(all.length).toBeGreaterThan(85);
    expect(names.get('OpenTrain')).toBe('trainyard');
  });
});

/** Its file, as the compiler sees it. */
const fileOf = (block: Block) => `${placeOf(block).replace(':', '.')}.ts`;

/** What every text takes for granted, as names that need no import. */
function declaredGlobals(): string {
  const at = new URL('globals.ts', import.meta.url);
  const source = ts.createSourceFile('', readFileSync(at, 'utf8'), ts.ScriptTarget.Latest, true);
  const names = source.statements
    .filter(ts.isInterfaceDeclaration)
    .flatMap(({ members }) => members.map((member) => member.name?.getText() ?? ''));
  const declared = names.map((name) => `const ${name}: Globals['${name}'];`);
  const from = at.pathname.slice(root.pathname.length);
  return `import type { Globals } from '../${from}';\ndeclare global {\n${declared.join('\n')}\n}`;
}

function problems({ service, path }: Editor, block: Block): string[] {
  const file = path(fileOf(block));
  const found = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
  return found.map(({ file: source, start = 0, messageText }) => {
    const at = block.line + (source?.getLineAndCharacterOfPosition(start).line ?? 0);
    return `${block.doc}:${at}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
