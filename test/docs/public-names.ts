import type ts from 'typescript';
import tsconfig from '../../tsconfig.json' with { type: 'json' };
import type { Editor } from '../support/language-service.ts';
import type { Names } from './examples.ts';

/** What can be imported, by the file that is it; of two that have a name the first is meant. */
const entries = Object.entries(tsconfig.compilerOptions.paths).filter(
  // Schemas are named like what they describe.
  ([name]) => name.startsWith('trainyard') && name !== 'trainyard/schemas',
);

/** Public names as the compiler knows them, types included. */
export function namesByCompiler({ service, path, add }: Editor): Names {
  add('docs/.entries.ts', entries.map(([name]) => `import '${name}';`).join('\n'));
  const program = service.getProgram();
  const checker = program?.getTypeChecker();
  return firstOf(([, [file = '']]) => {
    const source = program?.getSourceFile(path(file.replace('./', '')));
    const symbol: ts.Symbol | undefined = source && checker?.getSymbolAtLocation(source);
    return symbol ? (checker?.getExportsOfModule(symbol).map(({ name }) => name) ?? []) : [];
  });
}

/** Public names as a program finds them. */
export async function namesAtRunTime(): Promise<Names> {
  const modules = new Map<string, object>();
  for (const [name] of entries) modules.set(name, await import(name));
  return firstOf(([name]) => Object.keys(modules.get(name) ?? {}));
}

function firstOf(namesOf: (entry: (typeof entries)[number]) => readonly string[]): Names {
  const all = entries.flatMap((entry) => namesOf(entry).map((name) => [name, entry[0]] as const));
  return new Map(all.reverse());
}
