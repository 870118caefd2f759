import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Parser } from 'htmlparser2';
import { Marked } from 'marked';
import { gfmHeadingId } from 'marked-gfm-heading-id';
import { filesWithin } from '../../docs/site/files.ts';

/** A page's anchors, and whatever it refers to. */
interface Linked {
  readonly anchors: ReadonlySet<string>;
  readonly targets: readonly string[];
}

/** Reads the links of a page. */
export function linksOf(html: string): Linked {
  const anchors = new Set<string>();
  const targets: string[] = [];
  const parser = new Parser({
    onopentag(_, { id, href, src }) {
      if (id !== undefined) anchors.add(id);
      targets.push(...[href, src].filter((target) => target !== undefined));
    },
  });
  parser.end(html);
  return { anchors, targets };
}

/** A text as GitHub shows it, anchors of its headings included. */
export async function renderAsGitHub(markdown: string): Promise<string> {
  return new Marked(gfmHeadingId()).parse(markdown);
}

/** Files of a folder with this ending, from there. */
export function filesIn(folder: string, ending: string): string[] {
  return filesWithin(folder)
    .filter((file) => file.endsWith(ending))
    .sort();
}

/**
 * What is wrong with the links of pages that lie in a folder: a file that is not there, a heading that is not
 * there, an address beyond this machine that is no public https. Nothing is fetched.
 */
export function wrongLinks(root: string, pages: ReadonlyMap<string, Linked>): string[] {
  return [...pages].flatMap(([page, { targets }]) =>
    targets.flatMap((target) => {
      const wrong = /^[a-z][a-z+.-]*:/i.test(target)
        ? wrongOutside(target)
        : wrongInside(root, pages, page, target);
      return wrong === undefined ? [] : [`${page}: ${target} ${wrong}`];
    }),
  );
}

function wrongOutside(target: string): string | undefined {
  const { protocol, hostname } = new URL(target);
  // The latter names a vocabulary on the wire, and is no address to go to.
  if (protocol === 'data:' || hostname === 'schema.org') return undefined;
  if (protocol !== 'https:') return 'is not https';
  return /^localhost$|^[\d.]+$|^\[|^[^.]+$/.test(hostname) ? 'is on no public host' : undefined;
}

function wrongInside(
  root: string,
  pages: ReadonlyMap<string, Linked>,
  page: string,
  target: string,
): string | undefined {
  const [path = '', anchor] = target.split('#').map(decodeURIComponent);
  const file = path === '' ? page : posix.join(posix.dirname(page), path);
  const isThere = pages.has(file) || (!file.startsWith('..') && existsSync(join(root, file)));
  if (!isThere) return 'is not there';
  if (anchor === undefined || anchor === '') return undefined;
  // Of what is no page, such as a script, nobody knows the anchors.
  return pages.get(file)?.anchors.has(anchor) ? undefined : 'has no such heading';
}

/** Every page and drawing of a folder, read. */
export function readPages(root: string): Map<string, Linked> {
  const files = [...filesIn(root, '.html'), ...filesIn(root, '.svg')];
  return new Map(files.map((file) => [file, linksOf(readFileSync(join(root, file), 'utf8'))]));
}
