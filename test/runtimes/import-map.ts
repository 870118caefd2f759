import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Target = string | { [condition: string]: Target };

const conditions = ['browser', 'import', 'default'];

/** What a page needs to import the installed package, read from `exports` and `imports` of it and of what it depends on. */
export async function importMap(consumer: string): Promise<Record<string, string>> {
  const map: Record<string, string> = {};
  for (const name of ['trainyard', 'openapi-fetch', 'zod']) {
    const base = `/node_modules/${name}`;
    const file = join(consumer, base, 'package.json');
    const { exports = {}, imports = {} } = JSON.parse(await readFile(file, 'utf8')) as {
      exports?: Record<string, Target>;
      imports?: Record<string, Target>;
    };
    for (const [subpath, target] of Object.entries(exports)) {
      const found = resolve(target);
      if (found && !subpath.includes('*')) map[`${name}${subpath.slice(1)}`] = `${base}/${found}`;
    }
    for (const [specifier, target] of Object.entries(imports)) {
      const found = resolve(target);
      if (found) map[specifier] = `${base}/${found}`;
    }
  }
  return map;
}

/** The first condition in the order of the manifest that a browser's ES module meets. */
function resolve(target: Target | undefined): string | undefined {
  if (typeof target !== 'object') return target?.replace(/^\.\//, '');
  for (const [condition, next] of Object.entries(target)) {
    const found = conditions.includes(condition) ? resolve(next) : undefined;
    if (found) return found;
  }
  return undefined;
}
