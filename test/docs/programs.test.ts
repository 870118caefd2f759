import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesWithin } from '../../docs/site/files.ts';
import { root } from './blocks.ts';

const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const filesIn = (folder: string, fits: RegExp) =>
  filesWithin(fileURLToPath(new URL(folder, root)))
    .filter((name) => fits.test(name))
    .map((name) => `${folder}/${name}`);

/** Programs in `examples`: files that no other imports, and folders that stand for a whole. */
function programs(): string[] {
  const files = filesIn('examples', /\.ts$/);
  const imported = new Set(
    files.flatMap((file) =>
      [...read(file).matchAll(/from '(\.[^']+)'/g)].map(([, to = '']) =>
        posix.join(posix.dirname(file), to),
      ),
    ),
  );
  const wholes = readdirSync(new URL('examples/', root))
    .map((name) => `examples/${name}`)
    .filter((path) => statSync(new URL(path, root)).isDirectory())
    // A project with tests and a setup of its own, or a fleet of processes, is run as one.
    .filter((path) => /package\.json|README\.md/.test(readdirSync(new URL(path, root)).join()));
  const isInWhole = (file: string) => wholes.some((whole) => file.startsWith(`${whole}/`));
  return [...wholes, ...files.filter((file) => !imported.has(file) && !isInWhole(file))];
}

describe('a program in examples', () => {
  const tests = filesIn('test', /\.ts$/).filter((file) => !file.startsWith('test/docs/'));
  const said = tests.map(read).join('\n');

  it.each(programs())('is run by a test: %s', (program) => {
    const name = basename(program, '.ts');
    // By its path, or by its name where a test says the folder once.
    const isNamed = new RegExp(`['"\`/(]${name}(?:\\.ts|/[^'"\`]*)?['"\`)]`).test(said);
    expect(isNamed, `no test in test/ names ${program}`).toBe(true);
  });

  it('is found', () => {
    expect(programs()).toEqual(
      expect.arrayContaining(['examples/first-light.ts', 'examples/webhooks/hono.ts']),
    );
    expect(programs()).not.toContain('examples/narrator.ts');
  });
});
