import { publishableJob } from '../../support/publishable-job.ts';
import { buildApp } from './app.ts';
import { watchOutside } from './outside.ts';
import { Pages } from './pages.ts';
import { publishJob, type Setting, searchesOf } from './setting.ts';

/** The app with the sandbox in its page, behind msw's service worker, at the vendor's real address. */
export async function onServiceWorker(): Promise<Setting> {
  const app = await buildApp('mocked');
  const served = await app.serve();
  const outside = await watchOutside();
  const pages = new Pages(outside, served.url);
  return {
    async open(browser, options) {
      const { page, close } = await pages.open(browser, options);
      await page.waitForFunction('globalThis.sandbox');
      /** Calls a function beside the sandbox that it takes first. */
      const beside = <Result>(
        run: (...args: never[]) => Result | Promise<Result>,
        ...args: unknown[]
      ): Promise<Result> =>
        page.evaluate<Result>(
          `(${run})(sandbox${args.map((arg) => `, ${JSON.stringify(arg)}`).join('')})`,
        );
      return {
        page,
        outside,
        close,
        inject: (fault) => page.evaluate(`void sandbox.faults.inject(${JSON.stringify(fault)})`),
        heal: () => page.evaluate('sandbox.faults.clear()'),
        searches: () => beside(searchesOf),
        publish: (words) => beside(publishJob, publishableJob, words),
      };
    },
    async [Symbol.asyncDispose]() {
      await pages.close();
      await served.close();
      await outside[Symbol.asyncDispose]();
      await app[Symbol.asyncDispose]();
    },
  };
}
