import { defineConfig, mergeConfig } from 'vitest/config';
import root from '../../vitest.config.ts';

export default mergeConfig(
  { resolve: root.resolve ?? {} },
  defineConfig({
    test: {
      include: ['test/browser/**/*.test.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // Later parts of a story tell nothing when an earlier one failed.
      bail: 1,
    },
  }),
);
