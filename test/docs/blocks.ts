import { readdirSync, readFileSync } from 'node:fs';

export const root = new URL('../../', import.meta.url);

/** A piece of code that a text shows. */
export interface Block {
  /** The text it stands in, from the repository's root. */
  doc: string;
  /** Line of the text on which its first line stands, counted from 1. */
  line: number;
  language: string;
  /** What the fence says after the language, which no reader sees: a file, or how it ends. */
  info: string;
  code: string;
}

/** Every text for users; decisions and reports are for maintainers. */
export const docs = [
  'README.md',
  ...readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?!decisions|api-report).*\.md$/.test(name))
    .map((name) => `docs/${name}`)
    .sort(),
];

const all = docs.flatMap((doc) => blocksOf(doc, readFileSync(new URL(doc, root), 'utf8')));

export const blocksIn = (...languages: string[]): Block[] =>
  all.filter(({ language }) => languages.includes(language));

export const showsFile = (info: string): boolean => info.includes('/');

/** Blocks that are a program of their own; those that show a file of the repository are tested with it. */
export const programs = blocksIn('ts').filter(({ info }) => !showsFile(info));

/** Whether it needs a real Redis or PostgreSQL, which `npm test` does without. */
export const needsStore = ({ code }: Block): boolean =>
  /from '(?:redis|ioredis|bullmq|pg)'/.test(code);

export const placeOf = ({ doc, line }: Block): string => `${doc}:${line}`;

/** Blocks of a text, those in lists and quotes included. */
export function blocksOf(doc: string, text: string): Block[] {
  const fences = /^([ >]*)```([\w-]*)[ \t]*(.*)\n((?:(?!\1```).*\n)*?)\1```[ \t]*$/gm;
  return [...text.matchAll(fences)].map(
    ({ 1: indent = '', 2: language = '', 3: info = '', ...m }) => ({
      doc,
      line: text.slice(0, m.index).split('\n').length + 1,
      language,
      info: info.trim(),
      code: (m[4] ?? '').replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}
