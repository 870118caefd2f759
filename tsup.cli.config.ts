import { defineConfig } from 'tsup';

/** The bin: everything it needs is in it, in pieces that are loaded when they are needed. */
export default defineConfig({
  entry: { main: 'src/cli/main.ts' },
  outDir: 'dist/cli',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  dts: false,
  splitting: true,
  sourcemap: false,
  clean: true,
  treeshake: false,
  minify: true,
  noExternal: [/.*/],
  // What is written in CommonJS asks for Node's own modules by a name that ES modules lack.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
