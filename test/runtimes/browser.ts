import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser as Chromium } from 'playwright-core';
import { importMap } from './import-map.ts';
import { type Lane, Unavailable } from './lane.ts';

/** Chromium, started when it is first needed, on pages that hold one script of the consumer. */
export interface Browser {
  /** @returns what the page's script prints first */
  run(script: string): Promise<string>;
  close(): Promise<void>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Serves the consumer's directory to Chromium. */
export async function browserOn(consumer: string): Promise<Browser> {
  const imports = JSON.stringify({ imports: await importMap(consumer) });
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url as string, 'http://localhost');
    if (pathname === '/') {
      const script = searchParams.get('script');
      const page = `<!doctype html><link rel="icon" href="data:,"><script type="importmap">${imports}</script>
<script type="module" src="/${script}"></script>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      return;
    }
    const file = join(consumer, normalize(pathname).replace(/^\/copy\//, '/'));
    const body = await readFile(file).catch(() => undefined);
    const type = extname(file) === '.html' ? 'text/html' : 'text/javascript';
    response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let started: Promise<Chromium> | undefined;
  return {
    async run(script) {
      started ??= start();
      const page = await (await started).newPage();
      try {
        const printed = new Promise<string>((resolve, reject) => {
          page.on('console', (message) => resolve(message.text()));
          page.on('pageerror', (error) => reject(error));
          setTimeout(() => reject(new Error('the page printed nothing')), 180_000).unref();
        });
        await Promise.all([page.goto(`http://127.0.0.1:${port}/?script=${script}`), printed]);
        return await printed;
      } finally {
        await page.close();
      }
    },
    async close() {
      server.close();
      await (await started?.catch(() => undefined))?.close();
    },
  };
}

async function start(): Promise<Chromium> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Unavailable(`no Chromium at ${executablePath}; CHROMIUM_PATH may name another`);
  }
  // Loaded late: it is installed by the run itself.
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: flags });
}

/** The package's files as they are, found by an import map. */
export function unbundled(browser: Browser): Lane {
  return { name: 'Chromium ES modules', run: () => browser.run('unbundled.js') };
}
