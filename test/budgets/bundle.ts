import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type OutputFile } from 'esbuild';

/** What a program weighs in a browser, minified and gzipped, in bytes. */
export interface Weight {
  /** The entry and every file it imports statically: what must arrive before the first line runs. */
  atOnce: number;
  /** Files that make up `atOnce`. */
  files: number;
  /** The same program as one file, with what is otherwise loaded on first use. */
  single: number;
  /** The modules that were bundled. */
  inputs: string[];
}

/** Bundles a program as esbuild does for a browser, with the package resolved from `directory`. */
export async function weigh(program: string, directory: string): Promise<Weight> {
  const options: BuildOptions & { metafile: true; write: false } = {
    stdin: { contents: program, resolveDir: directory },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    outdir: 'out',
    metafile: true,
    write: false,
    logLevel: 'error',
    // Or the repository's own paths would lead past what is shipped.
    tsconfigRaw: '{}',
  };
  const [split, whole] = await Promise.all([
    build({ ...options, splitting: true }),
    build(options),
  ]);
  const { outputs } = split.metafile;
  // What is loaded on first use is an entry to esbuild as well.
  const entry = Object.keys(outputs).find(
    (path) => outputs[path]?.entryPoint === '<stdin>',
  ) as string;
  const atOnce = staticallyImported(entry, outputs);
  return {
    atOnce: gzipped(split.outputFiles.filter(({ path }) => atOnce.some((at) => path.endsWith(at)))),
    files: atOnce.length,
    single: gzipped(whole.outputFiles),
    inputs: Object.keys(split.metafile.inputs),
  };
}

type Outputs = Record<string, { imports: { path: string; kind: string }[] }>;

function staticallyImported(path: string, outputs: Outputs, seen: string[] = []): string[] {
  if (seen.includes(path)) return seen;
  seen.push(path);
  for (const { kind, path: next } of outputs[path]?.imports ?? []) {
    if (kind === 'import-statement' && outputs[next]) staticallyImported(next, outputs, seen);
  }
  return seen;
}

function gzipped(files: readonly OutputFile[]): number {
  return files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}
