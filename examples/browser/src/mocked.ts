import { setupWorker } from 'msw/browser';
import { createSandbox } from 'trainyard/sandbox';
import { sandboxHandlers } from 'trainyard/sandbox/msw';
import { fillMarketplace } from '../marketplace.ts';

/** Answers OpenTrain's own address from a sandbox in this very page: no request of the app leaves it. */
export async function mockOpenTrain(): Promise<void> {
  const sandbox = createSandbox();
  fillMarketplace(sandbox);
  // For tests, and for the browser's console: sandbox.faults.inject({ operationId: 'jobs.search', status: 503 }).
  Object.assign(globalThis, { sandbox });
  const worker = setupWorker(...sandboxHandlers(sandbox));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
}
