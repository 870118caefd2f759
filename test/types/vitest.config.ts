import { defineConfig, mergeConfig } from 'vitest/config';
import root from '../../vitest.config.ts';

/** The tests of types, which are compiled and not run. */
export default mergeConfig(
  { resolve: root.resolve ?? {} },
  defineConfig({
    test: {
      include: [],
      typecheck: {
        enabled: true,
        only: true,
        include: ['test/types/**/*.test-d.ts'],
        tsconfig: './tsconfig.types.json',
        // Those of all other files are told by `tsc -p .`, which runs first.
        ignoreSourceErrors: true,
      },
    },
  }),
);
