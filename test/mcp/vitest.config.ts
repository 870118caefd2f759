import { defineConfig, mergeConfig } from 'vitest/config';
import root from '../../vitest.config.ts';

/** The servers as a host starts them: each test here starts programs. */
export default mergeConfig(
  { resolve: root.resolve ?? {} },
  defineConfig({
    test: { include: ['test/mcp/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 },
  }),
);
