import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Formats source the way the repository is formatted, and puts the generated-file notice on top. */
export function finish(source: string, spec: string): string {
  const notice = `// Generated from ${spec} by npm run generate. Do not edit.`;
  // Generated files are ignored by Biome, so the text is handed over under another name.
  const formatted = execFileSync(
    process.execPath,
    [biome, 'format', '--stdin-file-path=spec/generated.ts'],
    {
      input: source,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return `${notice}\n\n${formatted.trimStart()}`;
}

/** Writes a value as a TypeScript literal. */
export const literal = (value: unknown): string => JSON.stringify(value, null, 2);
