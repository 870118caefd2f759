import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import tsconfig from './tsconfig.json' with { type: 'json' };

const alias = Object.entries(tsconfig.compilerOptions.paths).map(([name, [file]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(file as string, import.meta.url)),
}));

/**
 * They change or measure what belongs to a process, and get one each. All others take turns in a few, where what
 * they import is loaded once; test/unit/test-names.test.ts holds them to that.
 */
const alone = ['test/**/*.alone.test.ts', 'test/integration/faults/**/*.test.ts'];

/** What has a command of its own. */
const elsewhere = [
  'test/{cli,mcp,runtimes,stores,fleet,bench,browser,docs-site,examples}/**',
  'test/docs/{compile,run.alone}.test.ts',
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
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A second, the default, is short on such a machine.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...alone, ...elsewhere],
          setupFiles: 'test/support/same-examples.ts',
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: alone, exclude: elsewhere },
      },
    ],
  },
});
