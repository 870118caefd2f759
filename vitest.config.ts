import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import tsconfig from './tsconfig.json' with { type: 'json' };

const alias = Object.entries(tsconfig.compilerOptions.paths).map(([name, [file]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: fileURLToPath(new URL(file as string, import.meta.url)),
}));

export default defineConfig({
  resolve: { alias },
  test: {
    include: ['test/**/*.test.ts'],
    // By default a core is left idle, which on two cores is half of them.
    maxWorkers: '100%',
    // Nothing waits for real time; what takes long here takes it on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    exclude: [
      'test/cli/**',
      'test/runtimes/**',
      'test/stores/**',
      'test/bench/**',
      'test/browser/**',
      'node_modules/**',
    ],
    typecheck: {
      enabled: false,
      include: ['test/types/**/*.test-d.ts'],
      tsconfig: './tsconfig.types.json',
      // Those of all other files are told by `tsc -p .`, which runs first.
      ignoreSourceErrors: true,
    },
  },
});
