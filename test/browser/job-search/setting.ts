import type { Browser, Page } from 'playwright-core';
import type { CallFault, Sandbox } from '../../../src/sandbox/index.ts';
import type { Outside } from './outside.ts';
import type { PageOptions } from './pages.ts';

/** Where the app runs, and on what. */
export interface Setting extends AsyncDisposable {
  /** A new page on the app, with a marketplace of its own. */
  open(browser: Browser, options?: PageOptions): Promise<Scene>;
}

/** The app in a page, and the sandbox that it asks, wherever that is. */
export interface Scene {
  readonly page: Page;
  readonly outside: Outside;
  close(): Promise<void>;
  inject(fault: CallFault): Promise<void>;
  /** Takes faults back. */
  heal(): Promise<void>;
  /** What the app looked for so far, as queries: `?q=audio`. */
  searches(): Promise<string[]>;
  /** Publishes a job with these words in every text. */
  publish(words: string): Promise<void>;
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
