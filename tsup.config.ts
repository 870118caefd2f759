import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { defineConfig, type Options } from 'tsup';

const entry = {
  index: 'src/index.ts',
  trainar: 'src/trainar/index.ts',
  opentrain: 'src/opentrain/index.ts',
  'opentrain/sync': 'src/opentrain/sync.ts',
  platform: 'src/platform/index.ts',
  'webhooks/index': 'src/webhooks/index.ts',
  'webhooks/fixtures': 'src/webhooks/fixtures.ts',
  'webhooks/bullmq': 'src/webhooks/bullmq.ts',
  'webhooks/node': 'src/webhooks/node.ts',
  'webhooks/postgres': 'src/webhooks/postgres.ts',
  'webhooks/redis': 'src/webhooks/redis.ts',
  'schemas/index': 'src/schemas.ts',
  'schemas/trainar': 'generated/trainar/schemas.ts',
  'schemas/opentrain': 'generated/opentrain/schemas.ts',
  'schemas/platform': 'generated/platform/schemas.ts',
  'schemas/unbundled': 'src/core/unbundled-schemas.ts',
  'sandbox/index': 'src/sandbox/index.ts',
  'sandbox/msw': 'src/sandbox/msw.ts',
  'sandbox/node': 'src/sandbox/node.ts',
  'mcp/index': 'src/mcp/index.ts',
};

/**
 * In CommonJS a dynamic import becomes a `require` as late as it: `import()` would load the ES module copy
 * of `#schemas/*`, and Jest's CommonJS has no `import()` at all.
 */
const lateRequire: NonNullable<Options['plugins']>[number] = {
  name: 'late-require',
  renderChunk(code) {
    if (this.format !== 'cjs') return undefined;
    const late = code.replace(
      /\bimport\((["'](?:#|\.)[^"']*["'])\)(?!\.default)/g,
      'Promise.resolve().then(() => require($1))',
    );
    return { code: late };
  },
};

/**
 * The MCP client is one file with nothing shared: were it to share the client's errors and checks, bundlers that split
 * would cut the client into more files, and every user of a client would pay for MCP. Errors of two copies are told
 * apart by name, so `instanceof` holds.
 */
const selfContained: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'self-contained',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/mcp\/tools\.ts$/ }, ({ kind, path, resolveDir }) =>
      kind === 'dynamic-import'
        ? { path: join(resolveDir, path), namespace: 'self-contained' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'self-contained' }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'neutral',
        mainFields: ['module', 'main'],
        target: 'es2022',
      });
      return { contents: outputFiles[0]?.text ?? '', loader: 'js' };
    });
  },
};

/** The import map points into dist/, which is not there yet while its types are made. */
const ownSchemas = Object.fromEntries(
  ['trainar', 'opentrain', 'platform'].map((product) => [
    `#schemas/${product}`,
    [`./generated/${product}/schemas.ts`],
  ]),
);

/**
 * What the MCP SDK takes from the runtime, in its portable form: the sandbox serves MCP in browsers too. In Node
 * it means another JSON Schema validator and that stdin and stdout are handed in.
 */
const sdk = '@modelcontextprotocol/server';
const portableSdk = join(dirname(createRequire(import.meta.url).resolve(sdk)), 'shimsBrowser.mjs');

export default defineConfig({
  entry,
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  // Types of both formats, each beside its code.
  dts: { compilerOptions: { paths: ownSchemas } },
  splitting: true,
  // The code is shipped as it reads, not minified: maps would double the package and show little more.
  sourcemap: false,
  // The command line's folder is another build's.
  clean: ['!cli/**'],
  treeshake: true,
  esbuildOptions(options) {
    options.alias = { ...options.alias, [`${sdk}/_shims`]: portableSdk };
  },
  esbuildPlugins: [selfContained],
  plugins: [lateRequire],
  // Schemas are loaded by the package's own import map, so that a browser bundle leaves them out.
  external: [/^#schemas\//, 'openapi-fetch', /^zod/, 'msw', 'bullmq', /^node:/],
  noExternal: ['fast-xml-parser'],
});
