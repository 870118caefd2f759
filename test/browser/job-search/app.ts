import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type ServedFetch, serveFetch } from '../../../src/node/serve-fetch.ts';

export const folder = fileURLToPath(new URL('../../../examples/browser/', import.meta.url));
const vite = join(folder, 'node_modules/vite/bin/vite.js');

/** The example, built as its users build it. */
export interface BuiltApp extends AsyncDisposable {
  readonly files: string;
  /** On a port of its own. */
  serve(): Promise<ServedFetch>;
}

/** @param settings.openTrainUrl where it asks, if not at the vendor's. */
export async function buildApp(
  mode: 'production' | 'mocked',
  { openTrainUrl }: { openTrainUrl?: string } = {},
): Promise<BuiltApp> {
  needsInstalled();
  const files = await mkdtemp(join(tmpdir(), 'job-search-'));
  const env = {
    PATH: process.env.PATH,
    ...(openTrainUrl !== undefined && { VITE_OPENTRAIN_URL: openTrainUrl }),
  };
  const flags = ['--mode', mode, '--outDir', files, '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, [vite, 'build', ...flags], { cwd: folder, env });
  return {
    files,
    serve: () => serveFetch((request) => fileAt(files, request), { port: 0, host: '127.0.0.1' }),
    [Symbol.asyncDispose]: () => rm(files, { recursive: true, force: true }),
  };
}

/** @throws Error when there is nothing yet to build from. */
export function needsInstalled(): void {
  if (!existsSync(vite)) throw new Error('Run this first: npm ci --prefix examples/browser');
  if (!existsSync(join(folder, '../../dist/sandbox/msw.js'))) {
    throw new Error('Run this first: npm run build');
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

async function fileAt(files: string, { url }: Request): Promise<Response> {
  const { pathname } = new URL(url);
  const path = pathname === '/' ? '/index.html' : pathname;
  const body = await readFile(join(files, path)).catch(() => undefined);
  if (!body) return new Response('There is no such file.', { status: 404 });
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': types[extname(path)] ?? 'application/octet-stream' },
  });
}
