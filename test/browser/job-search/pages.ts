import type { Browser, Page } from 'playwright-core';
import type { Outside } from './outside.ts';

export interface PageOptions {
  /** The page's address from `?` on. */
  readonly search?: string;
  /** Runs in the page before the app does. */
  readonly script?: string;
  /** Whether the test moves the page's time on. */
  readonly fakeTime?: boolean;
  /** In a context of its own, for tests that change more than a page forgets when it is left. */
  readonly alone?: boolean;
}

export interface OpenedPage {
  readonly page: Page;
  close(): Promise<void>;
}

const size = { width: 1280, height: 720 };

/**
 * Opens the app, off the network but for this machine. Most tests take the same page anew, with its cache emptied: a
 * context of its own costs a second of computing, for a process and all that it has to compile.
 */
export class Pages {
  #kept: Page | undefined;

  constructor(
    readonly outside: Outside,
    private readonly url: string,
  ) {}

  async open(
    browser: Browser,
    {
      search = '',
      script,
      fakeTime = false,
      alone = fakeTime || script !== undefined,
    }: PageOptions = {},
  ): Promise<OpenedPage> {
    const page = alone ? await this.#make(browser) : await this.#keep(browser);
    if (script !== undefined) await page.addInitScript(script);
    if (fakeTime) await page.clock.install();
    await page.goto(this.url + search);
    return { page, close: () => (alone ? page.context().close() : this.#leave(page)) };
  }

  async close(): Promise<void> {
    await this.#kept?.context().close();
  }

  async #make(browser: Browser): Promise<Page> {
    const context = await browser.newContext({ proxy: this.outside.proxy, viewport: size });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    return page;
  }

  async #keep(browser: Browser): Promise<Page> {
    this.#kept ??= await this.#make(browser);
    await emptyCache(this.#kept);
    return this.#kept;
  }

  /** To a page of the same origin that does nothing: so that nothing is asked any more, and the process stays. */
  async #leave(page: Page): Promise<void> {
    await page.goto(`${this.url}/nothing`);
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    await page.setViewportSize(size);
  }
}

async function emptyCache(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}
