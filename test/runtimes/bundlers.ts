import { toolAt } from '../package/packed.ts';
import type { Browser } from './browser.ts';
import { type Lane, output } from './lane.ts';
import { binary } from './runtimes.ts';

const node = process.execPath;

/** What bundlers make of the package, run where the bundle belongs; and Jest. */
export function bundled(browser: Browser): Lane[] {
  return [
    {
      name: 'esbuild for Node',
      run: async (consumer) => {
        await esbuild(consumer, 'bundled-for-node.js', 'out/node.mjs', ['--platform=node']);
        return output(node, ['out/node.mjs'], consumer);
      },
    },
    {
      name: 'esbuild in Chromium',
      run: async (consumer) => {
        await esbuild(consumer, 'page.js', 'out/esbuild.js', ['--platform=browser']);
        return browser.run('out/esbuild.js');
      },
    },
    {
      name: 'Vite in Chromium',
      run: async (consumer) => {
        const build = ['build', '--config', 'vite.config.js', '--logLevel', 'error'];
        await output(node, [toolAt('vite/bin/vite.js'), ...build], consumer);
        return browser.run('out/vite/page.js');
      },
    },
    {
      name: 'workerd',
      run: async (consumer) => {
        await bundleForWorkerd(consumer, 'worker.js', 'workerd.js');
        return output(workerd(), ['test', 'workerd.capnp'], consumer);
      },
    },
    {
      name: 'Jest CommonJS',
      run: (consumer) => {
        const jest = toolAt('jest/bin/jest.js');
        return output(node, [jest, '--rootDir', consumer, '--config', jestConfig], consumer);
      },
    },
  ];
}

const jestConfig = JSON.stringify({ transform: {}, testMatch: ['**/jest.test.cjs'] });

/** Puts a `.cjs` beside each of these files. */
export async function toCommonJs(consumer: string, files: readonly string[]): Promise<void> {
  const args = ['--format=cjs', '--outdir=.', '--out-extension:.js=.cjs'];
  await output(node, [toolAt('esbuild/bin/esbuild'), ...files, ...args], consumer);
}

function esbuild(consumer: string, entry: string, out: string, more: readonly string[]) {
  const args = ['--bundle', '--minify', '--format=esm', '--target=es2022', `--outfile=${out}`];
  return output(node, [toolAt('esbuild/bin/esbuild'), entry, ...args, ...more], consumer);
}

/** As Workers are bundled: without Node, schemas left out. */
export async function bundleForWorkerd(consumer: string, entry: string, out: string) {
  const conditions = ['--platform=browser', '--conditions=workerd,worker,browser'];
  await esbuild(consumer, entry, out, conditions);
}

export function workerd(): string {
  const arch = process.arch === 'arm64' ? 'arm64' : '64';
  return binary('workerd', `@cloudflare/workerd-${process.platform}-${arch}/bin/workerd`);
}
