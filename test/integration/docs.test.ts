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

/** As much of packages that are not installed here as the texts use. */
const strangers = `
  declare module 'express' {
    import type { IncomingMessage, ServerResponse } from 'node:http';
    type Handler = (
      req: IncomingMessage & { body: Buffer },
      res: ServerResponse & { sendStatus(status: number): void },
      next: (error?: unknown) => void,
    ) => unknown;
    interface App {
      post(path: string, ...handlers: Handler[]): void;
      use(handler: Handler): void;
    }
    const express: { (): App; raw(options: { type: string }): Handler; json(): Handler };
    export default express;
  }
  declare module 'fastify' {
    import type { IncomingHttpHeaders } from 'node:http';
    interface Reply {
      code(status: number): Reply;
      send(): Reply;
    }
    interface App {
      register(plugin: (app: App) => Promise<void>): void;
      removeAllContentTypeParsers(): void;
      addContentTypeParser(
        type: string,
        options: { parseAs: 'buffer' },
        parse: (
          request: unknown,
          body: Buffer,
          done: (error: Error | null, body?: unknown) => void,
        ) => void,
      ): void;
      post(
        path: string,
        handler: (
          request: { body: unknown; headers: IncomingHttpHeaders },
          reply: Reply,
        ) => Promise<unknown>,
      ): void;
    }
    export default function fastify(): App;
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
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const blocks = docs.flatMap((doc) => blocksOf(doc, readFileSync(new URL(doc, root), 'utf8')));

describe('code in the texts', () => {
  let editor: Editor;
  beforeAll(() => {
    const files = Object.fromEntries(blocks.map(({ name, code }) => [name, `${code}\nexport {};`]));
    editor = edit({ ...files, 'docs/.preamble.ts': preamble, 'docs/.strangers.d.ts': strangers });
  });

  it.each(docs)('compiles as it stands: %s', { timeout: 120_000 }, (doc) => {
    const own = blocks.filter((block) => block.doc === doc);
    expect(own.flatMap((block) => problems(editor, block))).toEqual([]);
  });

  it('is there, and is really looked at', { timeout: 120_000 }, () => {
    for (const doc of ['README.md', 'docs/webhooks.md', 'docs/sandbox.md']) {
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
