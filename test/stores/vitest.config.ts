import { defineConfig, mergeConfig } from 'vitest/config';
import root from '../../vitest.config.ts';

export default mergeConfig(
  { resolve: root.resolve ?? {} },
  defineConfig({
    test: {
      include: ['test/stores/**/*.test.ts'],
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  }),
);
