import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesWithin } from './files.ts';

/** A heading of the navigation, and the pages below it. */
interface Section {
  readonly title: string;
  /** Files in their order. A folder stands for whatever in it is not named elsewhere, by name. */
  readonly pages: readonly string[];
}

const sections: readonly Section[] = [
  { title: 'Start', pages: ['docs/start.md'] },
  {
    title: 'Guides',
    pages: [
      'docs/guides/draft-to-hire.md',
      'docs/guides/approvals.md',
      'docs/guides/create-tasks.md',
      'docs/guides/webhooks.md',
      'docs/guides/sync.md',
      'docs/guides/testing.md',
      'docs/guides/agent.md',
      'docs/guides/run-at-scale.md',
      'docs/guides/',
    ],
  },
  { title: 'Concepts', pages: ['docs/concepts/evidence.md', 'docs/concepts/'] },
  { title: 'Reference', pages: ['docs/reference/operations.md', 'docs/reference/'] },
  { title: 'Measured', pages: ['docs/reliability.md', 'docs/benchmarks.md', 'docs/scale.md'] },
  { title: 'Decisions', pages: ['docs/decisions/'] },
  { title: 'Project', pages: ['CHANGELOG.md', 'CONTRIBUTING.md', 'docs/', 'examples/'] },
];

/** A text that is a page of the site. */
export interface Page {
  /** Its file, from the root of the repository. */
  readonly file: string;
  readonly section: string;
  /** Its first heading. */
  readonly title: string;
  /** Its address on the site, without the ending. */
  readonly path: string;
  readonly text: string;
}

/** The text that the site begins with. */
export const home = 'README.md';

/** What is no text for a reader of the site: the reports of the public surface say what the API pages do. */
const leftOut = /(^|\/)(node_modules|api-report)\//;

/** Every page but the home, in the order of the navigation. */
export function pagesOf(root: string): Page[] {
  const named = new Set(sections.flatMap(({ pages }) => pages));
  const taken = new Set<string>();
  return sections.flatMap(({ title, pages }) => {
    const files = pages.flatMap((entry) =>
      entry.endsWith('/') ? within(root, entry).filter((file) => !named.has(file)) : [entry],
    );
    const own = files.filter((file) => !taken.has(file));
    for (const file of own) taken.add(file);
    return own.map((file) => pageOf(root, title, file));
  });
}

/** Texts of a folder, and of those below it that have no place of their own. */
function within(root: string, folder: string): string[] {
  const elsewhere = sections.flatMap(({ pages }) =>
    pages.filter((entry) => entry.endsWith('/') && entry !== folder && entry.startsWith(folder)),
  );
  return filesWithin(join(root, folder))
    .map((file) => folder + file)
    .filter((file) => file.endsWith('.md') && !leftOut.test(file))
    .filter((file) => !elsewhere.some((other) => file.startsWith(other)))
    .sort();
}

function pageOf(root: string, section: string, file: string): Page {
  if (!existsSync(join(root, file)))
    throw new Error(`docs/site/contents.ts names no file: ${file}`);
  const text = readFileSync(join(root, file), 'utf8');
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new Error(`${file} has no heading to be called by`);
  return { file, section, title, path: pathOf(file), text };
}

/** `docs/guides/sync.md` → `guides/sync`, `examples/fleet/README.md` → `examples/fleet` */
const pathOf = (file: string) =>
  file
    .replace(/^docs\//, '')
    .replace(/\/README\.md$/, '')
    .replace(/\.md$/, '')
    .toLowerCase();
