import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { home, type Page, pagesOf } from './contents.ts';

/** What a program that learns the package reads whole; decisions and figures it can look up. */
const whole = new Set(['Start', 'Guides', 'Concepts', 'Reference']);

/** Sections that one may do without, as llmstxt.org has it. */
const optional = new Set(['Measured', 'Decisions', 'Project']);

/**
 * For language models, by the convention of llmstxt.org: `llms.txt` says what there is, `llms-full.txt` is the texts in
 * one, and each text lies as Markdown beside its page.
 */
export async function writeForModels(
  root: string,
  out: string,
  imports: readonly string[],
): Promise<void> {
  const pages = pagesOf(root);
  await writeFile(
    join(out, 'llms.txt'),
    contentsOf(readFileSync(join(root, home), 'utf8'), pages, imports),
  );
  const full = pages.filter(({ section }) => whole.has(section));
  await writeFile(join(out, 'llms-full.txt'), full.map(({ text }) => text.trim()).join('\n\n'));
  for (const { path, text } of pages) {
    const file = join(out, `${path}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

function contentsOf(readme: string, pages: readonly Page[], imports: readonly string[]): string {
  const lines = (some: readonly Page[]) =>
    some
      .map(({ title, path, text }) => `- [${title}](${path}.md): ${firstSentence(text)}\n`)
      .join('');
  const sections = [...new Set(pages.map(({ section }) => section))];
  const listed = sections
    .filter((section) => !optional.has(section))
    .map(
      (section) => `\n## ${section}\n\n${lines(pages.filter((page) => page.section === section))}`,
    );
  const api = imports.map((name) => `- [${name}](${apiPath(name)}): what it exports, with types\n`);
  const rest = lines(pages.filter(({ section }) => optional.has(section)));
  return [
    `# Trainyard\n\n> ${firstSentence(readme)}\n`,
    ...listed,
    `\n## API\n\n${api.join('')}`,
    `\n## Optional\n\n${rest}`,
  ].join('');
}

/** `trainyard/webhooks/node` → `api/webhooks/node.html`, as the router has it */
const apiPath = (name: string) => `api/${name.replace(/^\w+\//, '')}.html`;

/** What a text begins with, in plain words. */
export function firstSentence(text: string): string {
  const [, after = ''] = text.split(/^# .+$/m);
  const paragraph = after.trim().split(/\n\s*\n/)[0] ?? '';
  const plain = paragraph
    .replace(/\s+/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '');
  return /^.+?[.:](?= |$)/.exec(plain)?.[0].replace(/:$/, '.') ?? plain;
}
