import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

const { resolve } = base;
const last = 'test/cli/complete.test.ts';

/** The built and packed bin, as a process, against a sandbox on a port: npm run test:cli */
export default mergeConfig(
  { resolve },
  defineConfig({
    test: {
      globalSetup: ['test/cli/support/pack.ts'],
      // A third waits while two work: most of what they do is wait for processes.
      maxWorkers: 3,
      testTimeout: 300_000,
      hookTimeout: 300_000,
      expect: { poll: { timeout: 30_000 } },
      maxConcurrency: 4,
      projects: [
        {
          extends: true,
          test: {
            name: 'commands',
            include: ['test/cli/**/*.test.ts'],
            exclude: [last],
            sequence: { groupOrder: 0 },
          },
        },
        // Looks at what the others ran.
        {
          extends: true,
          test: { name: 'complete', include: [last], sequence: { groupOrder: 1 } },
        },
      ],
    },
  }),
);
