import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The project that brings runtimes, bundlers and compilers. */
export const tools = join(root, 'test/runtimes');

/** The package as a user gets it. */
export interface Packed {
  /** Where the tarball is. */
  tarball: string;
  /** A consumer's project in which the tarball is installed. */
  consumer: string;
  size: { files: number; packed: number; unpacked: number };
  remove(): Promise<void>;
}

/** Packs what is in `dist`, and installs it into an empty project outside the repository. */
export async function pack(): Promise<Packed> {
  await built();
  await installTools();
  const directory = await mkdtemp(join(tmpdir(), 'trainyard-packed-'));
  const consumer = join(directory, 'consumer');
  await mkdir(consumer);
  const { stdout } = await npm(['pack', '--json', '--pack-destination', directory], root);
  const [made] = JSON.parse(stdout) as [
    { filename: string; size: number; unpackedSize: number; entryCount: number },
  ];
  const tarball = join(directory, made.filename);
  await copyFile(join(root, '.npmrc'), join(consumer, '.npmrc'));
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { trainyard: `file:${tarball}` },
  };
  await writeFile(join(consumer, 'package.json'), JSON.stringify(manifest));
  await npm(['install', '--prefer-offline', '--no-audit', '--no-fund'], consumer);
  return {
    tarball,
    consumer,
    size: { files: made.entryCount, packed: made.size, unpacked: made.unpackedSize },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

async function built(): Promise<void> {
  if (await changed(join(root, 'dist/index.d.cts'))) return;
  throw new Error('There is nothing to pack: npm run build comes first.');
}

/** Installs the tools from their lockfile, unless they are there as it says. */
async function installTools(): Promise<void> {
  const wanted = await changed(join(tools, 'package-lock.json'));
  const installed = await changed(join(tools, 'node_modules/.package-lock.json'));
  if (installed >= wanted) return;
  console.log('installing runtimes and compilers …');
  // Their binaries come as packages of their own, so that no install script has to be trusted.
  await npm(['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], tools);
}

async function changed(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}

function npm(args: readonly string[], cwd: string) {
  return run('npm', [...args], { cwd, maxBuffer: 16 * 1024 * 1024 });
}

/** Directory of a package that is installed among the tools. */
export const toolAt = (path: string) => join(tools, 'node_modules', path);

/** Makes tools importable for a consumer, as peers are that a user has installed. */
export async function link(consumer: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const place = join(consumer, 'node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(toolAt(name), place, 'dir');
  }
}
