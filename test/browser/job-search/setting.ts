import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { CallFault, Sandbox } from '../../../src/sandbox/index.ts';
import type { Outside } from './outside.ts';

/** Where the app runs, and on what. */
export interface Setting extends AsyncDisposable {
  /** A new page on the app, with a marketplace of its own. */
  open(browser: Browser, options?: OpenOptions): Promise<Scene>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** The page's address from `?` on. */
  readonly search?: string;
  /** Runs in the page before the app does. */
  readonly script?: string;
  /** Whether the test moves the page's time on. */
  readonly fakeTime?: boolean;
}

/** The app in a page, and the sandbox that it asks, wherever that is. */
export interface Scene {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly outside: Outside;
  inject(fault: CallFault): Promise<void>;
  /** Takes faults back. */
  heal(): Promise<void>;
  /** What the app looked for so far, as queries: `?q=audio`. */
  searches(): Promise<string[]>;
  /** Publishes a job with these words in every text. */
  publish(words: string): Promise<void>;
}

/** A page in a context of its own, off the network but for this machine. */
export async function openPage(
  browser: Browser,
  outside: Outside,
  url: string,
  { search = '', script, fakeTime = false, ...options }: OpenOptions,
): Promise<Page> {
  const context = await browser.newContext({ ...options, proxy: outside.proxy });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  if (script !== undefined) await page.addInitScript(script);
  if (fakeTime) await page.clock.install();
  await page.goto(url + search);
  return page;
}

/** Runs beside the sandbox, which may be in the page: so it uses nothing from around it. */
export async function publishJob(sandbox: Sandbox, job: object, words: string): Promise<void> {
  const { token } = sandbox.opentrain.createAccount({ name: words });
  const call = async (path: string, body?: object) => {
    const answer = await sandbox.fetch(`https://app.opentrain.ai/api/public/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { jobId: string };
  };
  const { jobId } = await call('/job-drafts', {
    ...job,
    job: { ...(job as { job: object }).job, title: words, description: words },
  });
  await call(`/jobs/${jobId}/publish`);
}

/** The same for what was searched for. */
export function searchesOf(sandbox: Sandbox): string[] {
  return sandbox.requests
    .list({ operationId: 'jobs.search' })
    .map(({ url }) => new URL(url).search);
}
