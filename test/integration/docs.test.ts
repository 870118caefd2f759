import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Editor, edit } from '../support/language-service.ts';

const root = new URL('../../', import.meta.url);

/** What the texts take for granted, as any reader does. */
const preamble = `
  import type { OpenTrain as OpenTrainClient } from 'trainyard';
  declare global {
    const ot: OpenTrainClient;
    const body: string;
    const headers: Headers;
    const secret: string;
    const token: string;
    const proposalId: string;
    const approvalId: string;
    const conversationId: string;
    const jobId: string;
    const skillId: string;
    const topUpId: string;
    const webhookId: string;
    function ask(prompt: string, choices?: string[] | null): Promise<string>;
    const queue: { add(id: string, job: unknown): Promise<void> };
  }
`;

interface Block {
  /** Its file, as the compiler sees it. */
  name: string;
  doc: string;
  /** Line of the text on which its first line stands, counted from 1. */
  line: number;
  code: string;
}

const docs = [
  'README.md',
  ...readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?!decisions|api-report).*\.md$/.test(name))
    .map((name) => `docs/${name}`),
];
const blocks = docs.flatMap((doc) => blocksOf(doc, readFileSync(new URL(doc, root), 'utf8')));

describe('code in the texts', () => {
  let editor: Editor;
  beforeAll(() => {
    const files = Object.fromEntries(blocks.map(({ name, code }) => [name, `${code}\nexport {};`]));
    editor = edit({ ...files, 'docs/.preamble.ts': preamble });
  });

  it.each(docs)('compiles as it stands: %s', { timeout: 120_000 }, (doc) => {
    const own = blocks.filter((block) => block.doc === doc);
    expect(own.flatMap((block) => problems(editor, block))).toEqual([]);
  });

  it('is that of the file it names, to the letter', () => {
    const shown = docs.flatMap((doc) => {
      const text = readFileSync(new URL(doc, root), 'utf8');
      return [...text.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(([, file = '', code]) => ({
        file,
        code,
      }));
    });
    for (const { file, code } of shown) {
      expect([file, code]).toEqual([file, readFileSync(new URL(file, root), 'utf8')]);
    }
    const recipes = readdirSync(new URL('examples/webhooks/', root))
      // Stands for the reader's own.
      .filter((name) => name !== 'queue.ts')
      .map((name) => `examples/webhooks/${name}`);
    expect(shown.map(({ file }) => file)).toEqual(expect.arrayContaining(recipes));
  });

  it('is there, and is really looked at', { timeout: 120_000 }, () => {
    for (const doc of ['README.md', 'docs/guides/webhooks.md', 'docs/reference/sandbox.md']) {
      expect(blocks.filter((block) => block.doc === doc).length).toBeGreaterThan(2);
    }
    const [block] = blocksOf('wrong.md', '# A text\n\n```ts\nlet one = 1;\none = nobody;\n```\n');
    const wrong = edit({ 'wrong.md.4.ts': `${block?.code}` });
    expect(problems(wrong, block as Block)).toEqual(["wrong.md:5: Cannot find name 'nobody'."]);
  });
});

function blocksOf(doc: string, text: string): Block[] {
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(({ 1: code = '', index }) => {
    const line = text.slice(0, index).split('\n').length + 1;
    return { name: `${doc}.${line}.ts`, doc, line, code };
  });
}

function problems({ service, path }: Editor, { name, doc, line }: Block): string[] {
  const file = path(name);
  const found = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
  return found.map(({ file: source, start = 0, messageText }) => {
    const at = line + (source?.getLineAndCharacterOfPosition(start).line ?? 0);
    return `${doc}:${at}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
