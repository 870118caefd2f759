import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** TypeScript as an editor runs it, on files that exist only here beside those of the repository. */
export interface Editor {
  service: ts.LanguageService;
  /** The full path of one of the files that were given. */
  path(name: string): string;
  /** Adds a file to those that were given. */
  add(name: string, text: string): void;
}

/** @param files content by path from the repository's root */
export function edit(files: Readonly<Record<string, string>>): Editor {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const path = (name: string) => root + name;
  const own = new Map(Object.entries(files).map(([name, text]) => [path(name), text]));
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [...own.keys()],
    getScriptVersion: () => '1',
    getScriptSnapshot(file) {
      const text = own.get(file) ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    fileExists: (file) => own.has(file) || ts.sys.fileExists(file),
    readFile: (file) => own.get(file) ?? ts.sys.readFile(file),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: (file) => file,
  });
  return { service, path, add: (name, text) => own.set(path(name), text) };
}
