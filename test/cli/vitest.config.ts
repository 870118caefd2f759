import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The built and packed bin, as a process, against a sandbox on a port: npm run test:cli */
const { resolve } = base;
export default mergeConfig(
  { resolve },
  defineConfig({
    test: {
      include: ['test/cli/**/*.test.ts'],
      globalSetup: ['test/cli/support/pack.ts'],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      maxConcurrency: 4,
    },
  }),
);
