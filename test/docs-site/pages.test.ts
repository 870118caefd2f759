import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../docs/site/contents.ts';
import { entryPointsOf } from '../../docs/site/entry-points.ts';
import { operations } from '../../generated/trainar/operations.ts';
import { filesIn, linksOf, readPages, renderAsGitHub, wrongLinks } from '../support/links.ts';
import { root, site } from './site.ts';

const read = (file: string) => readFileSync(join(site, file), 'utf8');

describe('the site', () => {
  it('has no link that leads nowhere, and none to a heading that is not there', () => {
    const pages = readPages(site);
    expect(pages.size).toBeGreaterThan(500);
    expect([...pages.values()].flatMap(({ targets }) => targets).length).toBeGreaterThan(10_000);
    expect(wrongLinks(site, pages)).toEqual([]);
  });

  it('has a page of every text, under its own title', () => {
    const pages = pagesOf(root);
    const texts = filesIn(join(root, 'docs'), '.md').filter((file) => !/^api-report/.test(file));
    expect(pages.map(({ file }) => file)).toEqual(
      expect.arrayContaining(texts.map((file) => `docs/${file}`)),
    );
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    for (const { path, title } of pages) {
      const [, heading] = /<title>(.*?) \| Trainyard<\/title>/.exec(read(`${path}.html`)) ?? [];
      expect(heading, path).toBe(title.replaceAll('`', '').replaceAll("'", '&#39;'));
    }
  });

  it('has a page of every import', () => {
    for (const name of entryPointsOf(root).keys()) {
      const page = read(`api/${name.replace(/^\w+\//, '')}.html`);
      expect(page, name).toContain(`<h1>Module ${name}`);
    }
  });

  it('marks what is not documented, and nothing else', () => {
    const tasks = read('api/trainar/Tasks.html');
    expect(tasks).toContain(operations['tasks.create'].path);
    expect(tasks).not.toContain('evidence-mark');
    const session = read('api/trainar/Session.html');
    expect(session).toContain('evidence-mark evidence-inferred');
    expect(session).toContain('class="evidence-legend"');
    for (const file of filesIn(join(site, 'api'), '.html')) {
      expect(read(`api/${file}`), file).not.toMatch(/\bEvidence: (client|inferred)\b/);
    }
  });
});

describe('for language models', () => {
  it('llms.txt has a title, a summary, and links with a line each, all of which lead somewhere', async () => {
    const text = read('llms.txt');
    expect(text).toMatch(/^# Trainyard\n\n> The TypeScript SDK for .+\.\n\n## Start\n\n- \[/);
    const lines = text.split('\n').filter((line) => line.startsWith('- '));
    for (const line of lines) expect(line).toMatch(/^- \[[^\]]+\]\([^)]+\): \S.+$/);
    const pages = new Map([['llms.txt', linksOf(await renderAsGitHub(text))]]);
    expect(lines.length).toBe(pagesOf(root).length + entryPointsOf(root).size);
    expect(wrongLinks(site, pages)).toEqual([]);
  });

  it('llms-full.txt has every guide whole', () => {
    const text = read('llms-full.txt');
    const guides = pagesOf(root).filter(({ section }) => section === 'Guides');
    expect(guides.length).toBeGreaterThan(5);
    for (const { file, text: guide } of guides)
      expect(text.includes(guide.trim()), file).toBe(true);
  });
});
