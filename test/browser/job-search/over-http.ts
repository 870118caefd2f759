import { fillMarketplace } from '../../../examples/browser/marketplace.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts';
import { listen } from '../../../src/sandbox/node.ts';
import { publishableJob } from '../../support/publishable-job.ts';
import { buildApp } from './app.ts';
import { watchOutside } from './outside.ts';
import { Pages } from './pages.ts';
import { publishJob, type Setting, searchesOf } from './setting.ts';

/** What reached the sandbox's port, before anything was made of it. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
}

/** The app as it is deployed, and OpenTrain as another origin. */
export interface OverHttp extends Setting {
  readonly appUrl: string;
  readonly openTrainUrl: string;
  readonly arrivals: Arrival[];
  readonly files: string;
}

export async function overHttp(): Promise<OverHttp> {
  const arrivals: Arrival[] = [];
  let sandbox: Sandbox = createSandbox();
  const server = await listen({
    handle: (request, from) => {
      const { pathname, search } = new URL(request.url);
      arrivals.push({ method: request.method, path: pathname + search, headers: request.headers });
      return sandbox.handle(request, from);
    },
    revision: 0,
    snapshot: () => sandbox.snapshot(),
    restore: (snapshot) => sandbox.restore(snapshot),
  });
  const app = await buildApp('production', { openTrainUrl: server.url });
  const served = await app.serve();
  const outside = await watchOutside();
  const pages = new Pages(outside, served.url);
  return {
    appUrl: served.url,
    openTrainUrl: server.url,
    arrivals,
    files: app.files,
    async open(browser, options) {
      sandbox = createSandbox();
      fillMarketplace(sandbox);
      arrivals.length = 0;
      const { page, close } = await pages.open(browser, options);
      return {
        page,
        outside,
        close,
        inject: async (fault) => void sandbox.faults.inject(fault),
        heal: async () => sandbox.faults.clear(),
        searches: async () => searchesOf(sandbox),
        publish: (words) => publishJob(sandbox, publishableJob, words),
      };
    },
    async [Symbol.asyncDispose]() {
      await pages.close();
      await Promise.all([served.close(), server.close()]);
      await outside[Symbol.asyncDispose]();
      await app[Symbol.asyncDispose]();
    },
  };
}
