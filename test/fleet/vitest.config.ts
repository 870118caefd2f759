import { defineConfig, mergeConfig } from 'vitest/config';
import root from '../../vitest.config.ts';

export default mergeConfig(
  { resolve: root.resolve ?? {} },
  defineConfig({
    test: { include: ['test/fleet/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 120_000 },
  }),
);
