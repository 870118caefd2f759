import { defineConfig, mergeConfig } from 'vitest/config';
import root from '../../vitest.config.ts';

/** Texts and examples as a reader meets them: all code run as it stands, and the site that they are on. */
export default mergeConfig(
  { resolve: root.resolve ?? {} },
  defineConfig({
    test: {
      include: ['test/{docs-site,examples}/*.test.ts', 'test/docs/{compile,run.alone}.test.ts'],
      maxWorkers: '100%',
      // Browsers and compilers share two cores.
      testTimeout: 300_000,
      hookTimeout: 180_000,
    },
  }),
);
