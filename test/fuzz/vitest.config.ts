import { defineConfig, mergeConfig } from 'vitest/config';
import root from '../../vitest.config.ts';

/** `npm run test:fuzz`: what `npm test` tries a little, at length. */
export default mergeConfig(
  { resolve: root.resolve ?? {} },
  defineConfig({
    test: {
      include: ['test/fuzz/*.test.ts'],
      maxWorkers: '100%',
      env: { FUZZ_RUNS: '100000' },
      testTimeout: 1_800_000,
    },
  }),
);
