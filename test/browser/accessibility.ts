import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds that keeps somebody out. Where it finds nothing it says nothing: else all of the page goes over the wire. */
export async function violations(
  page: Page,
  isWaived: (id: string, html: string) => boolean = () => false,
): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  const found = await page.evaluate<Pick<axe.Result, 'id' | 'impact' | 'nodes'>[]>(
    'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations)',
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, kept: nodes.filter(({ html }) => !isWaived(id, html)) }))
    .filter(({ kept }) => kept.length > 0)
    .map(({ id, kept }) => `${id}: ${kept.map(({ html }) => html).join(' | ')}`);
}

/** How many pixels of the page lie beside the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}

/** The ways in which pages are looked at. */
export const views = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const;
