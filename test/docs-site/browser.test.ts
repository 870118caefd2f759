import { mkdirSync } from 'node:fs';
import { type Browser, type BrowserServer, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflow, views, violations } from '../browser/accessibility.ts';
import { serveChromium, withoutChromium } from '../support/chromium.ts';
import { addressOf } from './site.ts';

const screenshots = new URL('screenshots/', import.meta.url).pathname;

describe.skipIf(withoutChromium())('in Chromium', () => {
  let server: BrowserServer;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    server = await serveChromium();
    browser = await chromium.connect(server.wsEndpoint());
  });
  afterAll(() => server?.close());

  it('finds a guide by a word of its text, and a call by its name', async () => {
    const page = await browser.newPage();
    expect(await found(page, 'annotation platform')).toContain('guides/annotation-platform.html');
    expect(await found(page, 'listProposals')).toContain('api/opentrain/Jobs.html#listproposals');
    // A word that stands in no title.
    expect(await found(page, 'serverless')).toContain('guides/webhooks.html');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith('/index.html'));
    await page.close();
  });

  it('leads from the start to a guide, by the navigation alone', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(addressOf('index.html'));
    const navigation = page.locator('nav.tsd-navigation').first();
    await navigation.getByText('Guides', { exact: true }).click();
    await navigation.locator('a[href$="guides/webhooks.html"]').click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(page.url()).toContain('guides/webhooks.html');
    await page.close();
  });

  // One of each kind.
  const pages = [
    'index.html',
    'guides/webhooks.html',
    'concepts/errors.html',
    'reference/operations.html',
    'api/trainar/Session.html',
  ];
  it.concurrent.each(views)('keeps nobody out: %o', async ({ colorScheme, width }) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    for (const path of pages) {
      await page.goto(addressOf(path));
      const navigation = page.locator('nav.tsd-navigation');
      await navigation.first().waitFor({ state: 'attached' });
      const name = path.replace(/\W+/g, '-').replace(/-html$/, '');
      await page.screenshot({ path: `${screenshots}${name}-${colorScheme}-${width}.png` });
      // The page itself does not move sideways.
      expect([path, await overflow(page)]).toEqual([path, 0]);
      // Nine parts in ten of a page, and the same on all: it is looked at on the first.
      if (path !== pages[0])
        await navigation.evaluateAll((all) => all.map((each) => each.remove()));
      expect([path, await violations(page, ofTheTheme)]).toEqual([path, []]);
    }
    await page.close();
  });

  it('shows the table of operations on a telephone without moving sideways, a row a block', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
    await page.goto(addressOf('reference/operations.html'));
    const sideways = await page
      .locator('.wide')
      .evaluateAll((tables) =>
        tables.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      );
    expect(sideways.length).toBeGreaterThan(2);
    expect(new Set(sideways)).toEqual(new Set([0]));
    const row = page.getByRole('row').filter({ hasText: 'proposals.hire' }).first();
    const cells = row.getByRole('cell');
    const names = await cells.evaluateAll((all) =>
      all.map((cell) => getComputedStyle(cell, '::before').content),
    );
    expect(names.slice(0, 3)).toEqual(['none', '"What it does: "', '"Request: "']);
    const tops = await cells.evaluateAll((all) =>
      all.map((cell) => cell.getBoundingClientRect().top),
    );
    expect(tops).toEqual([...new Set(tops)].sort((a, b) => a - b));
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await cells.first().evaluate((cell) => getComputedStyle(cell).display)).toBe(
      'table-cell',
    );
    await page.close();
  });
});

/** Addresses that the search offers for some words. */
async function found(page: Page, words: string): Promise<string> {
  await page.goto(addressOf('index.html'));
  await page.locator('#tsd-search-trigger').click();
  await page.locator('#tsd-search-input').fill(words);
  await page.locator('#tsd-search-results a').first().waitFor();
  const links = await page
    .locator('#tsd-search-results a')
    .evaluateAll((all) => all.map((link) => (link as unknown as { href: string }).href));
  return links.join('\n');
}

/**
 * TypeDoc puts a link into what opens and closes a section of the navigation. A keyboard reaches both. Its script makes
 * that in the browser, so no theme of ours could make it otherwise.
 */
const ofTheTheme = (id: string, html: string) =>
  id === 'nested-interactive' && html.startsWith('<summary class="tsd-accordion-summary"');
