import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

interface Configuration {
  readonly compilerOptions: { readonly paths: Readonly<Record<string, readonly [string]>> };
}

/** Whatever the package exports: the source of each import, by what one types to import it. */
export function entryPointsOf(root: string): Map<string, string> {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const { name, exports } = read('package.json') as Manifest;
  const { paths } = (read('tsconfig.json') as Configuration).compilerOptions;
  const code = Object.keys(exports).filter((subpath) => !subpath.endsWith('.json'));
  return new Map(
    code.map((subpath) => {
      const specifier = name + subpath.slice(1);
      const [source] = paths[specifier] ?? [];
      if (source === undefined) throw new Error(`tsconfig.json has no path of ${specifier}`);
      return [specifier, join(root, source)];
    }),
  );
}
