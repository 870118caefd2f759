import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import tsconfig from './tsconfig.json' with { type: 'json' };

const alias = Object.entries(tsconfig.compilerOptions.paths).map(([name, [file]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(file as string, import.meta.url)),
}));

/** What of a process a test may not change where others run after it. */
const ofTheProcess =
  /\bvi\.(mock|doMock|stub\w+|resetModules|useFakeTimers|setSystemTime|spyOn)\b|\bprocess\.(env|on|memory|getActive)|\bglobalThis\.\w+ = |strayRejections|v8|gc\(/;
const always = ['test/integration/faults/', 'test/integration/examples', 'test/docs/'];

const tests = ['unit', 'contract', 'integration', 'docs'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, 'test', folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${folder}/${file}`)
    .filter((file) => file.endsWith('.test.ts')),
);
/** They get a process each; all others take turns in a few, where what they import is loaded once. */
const alone = tests.filter(
  (file) =>
    always.some((start) => file.startsWith(start)) || ofTheProcess.test(readFileSync(file, 'utf8')),
);

/** What has a command of its own. */
const elsewhere = [
  'test/{cli,runtimes,stores,fleet,bench,browser}/**',
  'test/fuzz/linear-time.test.ts',
  // Suites that are installed on first use bring tests of their own.
  '**/node_modules/**',
];

export default defineConfig({
  resolve: { alias },
  test: {
    // By default a core is left idle, which on two cores is half of them.
    maxWorkers: '100%',
    // Nothing waits for real time; what takes long here takes it on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...alone, ...elsewhere],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone },
      },
    ],
  },
});
