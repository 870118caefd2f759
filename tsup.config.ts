import { defineConfig } from 'tsup';

const entry = {
  index: 'src/index.ts',
  trainar: 'src/trainar/index.ts',
  opentrain: 'src/opentrain/index.ts',
  'webhooks/index': 'src/webhooks/index.ts',
  'webhooks/node': 'src/webhooks/node.ts',
  'schemas/index': 'src/schemas.ts',
  'schemas/trainar': 'generated/trainar/schemas.ts',
  'schemas/opentrain': 'generated/opentrain/schemas.ts',
  'schemas/unbundled': 'src/core/unbundled-schemas.ts',
  'sandbox/index': 'src/sandbox/index.ts',
  'sandbox/msw': 'src/sandbox/msw.ts',
  'sandbox/node': 'src/sandbox/node.ts',
};

export default defineConfig({
  entry,
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  // Types of both formats, each beside its code.
  dts: { compilerOptions: { paths: {} } },
  splitting: true,
  sourcemap: false,
  clean: true,
  treeshake: true,
  // Schemas are loaded by the package's own import map, so that a browser bundle leaves them out.
  external: [/^#schemas\//, 'openapi-fetch', /^zod/, 'msw', /^node:/],
  noExternal: ['fast-xml-parser'],
});
