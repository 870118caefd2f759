/**
 * The packed types under every supported compiler and module resolution: `npm run test:types-matrix`.
 * Declarations of the package's dependencies are checked as well.
 */
import { execFile } from 'node:child_process';
import { copyFile, cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { link, pack, toolAt } from './packed.ts';

const run = promisify(execFile);

const compilers = ['5.4', '5.9', '6', '7'];

const strict = {
  target: 'ES2022',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  // The compilers' own libraries are theirs to check.
  skipDefaultLibCheck: true,
  noEmit: true,
};

const onNode = { lib: ['ES2022'], types: ['node'] };

const inBrowsers = { lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [] };

/** Node's own resolution with Node's types, as both formats; a bundler's with the DOM and no Node. */
const projects = {
  node16: {
    module: 'node16',
    moduleResolution: 'node16',
    ...onNode,
    files: ['usage.ts', 'usage.cts', 'on-node.ts', 'on-node.cts'],
  },
  nodenext: {
    module: 'nodenext',
    moduleResolution: 'nodenext',
    ...onNode,
    files: ['usage.ts', 'usage.cts', 'on-node.ts', 'on-node.cts'],
  },
  bundler: {
    module: 'esnext',
    moduleResolution: 'bundler',
    ...inBrowsers,
    files: ['usage.ts'],
  },
  // Apart, and once for each compiler: zod's types take longer to check than all the others.
  schemas: {
    module: 'nodenext',
    moduleResolution: 'nodenext',
    ...onNode,
    files: ['schemas.ts'],
  },
  // Declarations of msw itself don't pass without skipLibCheck.
  msw: {
    module: 'esnext',
    moduleResolution: 'bundler',
    ...inBrowsers,
    skipLibCheck: true,
    files: ['with-msw.ts'],
  },
};

const packed = await pack();
try {
  const { consumer } = packed;
  await link(consumer, ['@types/node', 'msw']);
  await cp(fileURLToPath(new URL('./consumer', import.meta.url)), consumer, { recursive: true });
  for (const name of ['usage', 'on-node']) {
    await copyFile(join(consumer, `${name}.ts`), join(consumer, `${name}.cts`));
  }
  for (const [name, { files, ...options }] of Object.entries(projects)) {
    const project = join(consumer, `tsconfig.${name}.json`);
    await writeFile(project, JSON.stringify({ compilerOptions: { ...strict, ...options }, files }));
    await Promise.all(compilers.map((version) => compile(version, name, project)));
  }
} finally {
  await packed.remove();
}

async function compile(version: string, kind: string, project: string): Promise<void> {
  const name = `TypeScript ${version} ${kind}`.padEnd(24);
  const started = performance.now();
  const tsc = toolAt(`typescript-${version}/bin/tsc`);
  try {
    await run(process.execPath, [tsc, '-p', project], { maxBuffer: 16 * 1024 * 1024 });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`passed   ${name} ${seconds.padStart(5)} s`);
  } catch (error) {
    process.exitCode = 1;
    const { stdout, message } = error as Error & { stdout?: string };
    const lines = (stdout || message).split('\n');
    console.log(`FAILED   ${name}\n${lines.slice(0, 20).join('\n')}`);
  }
}
