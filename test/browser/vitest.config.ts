import { defineConfig, mergeConfig } from 'vitest/config';
import root from '../../vitest.config.ts';

export default mergeConfig(
  { resolve: root.resolve ?? {} },
  defineConfig({
    test: {
      include: ['test/browser/**/*.test.ts'],
      globalSetup: 'test/browser/chromium.ts',
      // Several windows share two cores.
      testTimeout: 300_000,
      hookTimeout: 300_000,
      maxConcurrency: 3,
      // Later parts of a story tell nothing when an earlier one failed.
      bail: 1,
    },
  }),
);
