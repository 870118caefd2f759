import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import {
  type Application,
  type CommentDisplayPart,
  Converter,
  DocumentReflection,
  MinimalSourceFile,
  type NormalizedPath,
  type ProjectReflection,
} from 'typedoc';
import { home, type Page, pagesOf } from './contents.ts';

/** Adds the texts of the repository to the API: one site, one search, and links from one to the other. */
export function addDocuments(app: Application, root: string): void {
  app.converter.on(Converter.EVENT_BEGIN, ({ project }) => {
    const pages = pagesOf(root);
    const texts = new Set([home, ...pages.map(({ file }) => file)]);
    const parse = (file: string, text: string): CommentDisplayPart[] => {
      const source = new MinimalSourceFile(inSite(text, file, root, texts), absolute(root, file));
      return app.converter.parseRawComment(source, project.files).content;
    };
    for (const page of pages) addPage(project, page, parse(page.file, page.text), root);
    project.readme = parse(home, readFileSync(join(root, home), 'utf8'));
    project.files.registerReflectionPath(absolute(root, home), project);
  });
}

function addPage(
  project: ProjectReflection,
  { title, section: group, path, file }: Page,
  content: CommentDisplayPart[],
  root: string,
): void {
  const document = new DocumentReflection(title, project, content, { group, path });
  project.addChild(document);
  project.registerReflection(document, undefined, absolute(root, file));
}

const absolute = (root: string, file: string) => join(root, file) as NormalizedPath;

const pictures = /^\.(png|svg|jpe?g|gif|webp)$/;

/**
 * A link to what is in the repository and no page keeps its words and says where that is: the site stands
 * alone. Links to pages and pictures are TypeDoc's to follow.
 */
function inSite(text: string, file: string, root: string, texts: ReadonlySet<string>): string {
  return text.replace(
    /\[([^\]]+)\]\(([^)\s#]+)(#[^)\s]*)?\)/g,
    (whole, words: string, to: string) => {
      const target = join(dirname(file), to);
      const isOurs = !/^\w+:/.test(to) && !texts.has(target) && !pictures.test(extname(target));
      if (!isOurs || !existsSync(join(root, target))) return whole;
      return `<span class="in-repository" title="In the repository: ${relative('', target)}">${words}</span>`;
    },
  );
}
