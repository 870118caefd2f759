import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { fillMarketplace } from './marketplace.ts';

export default defineConfig(({ mode }) => ({
  plugins: mode === 'mocked' ? [serviceWorker()] : [sandboxOnAPort()],
  // The package is linked, and its dependencies lie beside it: two copies of msw would not know each other.
  resolve: { dedupe: ['msw'] },
  server: { fs: { allow: ['../..'] } },
  build: { modulePreload: { polyfill: false } },
}));

/** While developing: a sandbox on a port of its own, so that the app asks another origin, as it does in earnest. */
function sandboxOnAPort(): Plugin {
  return {
    name: 'sandbox-on-a-port',
    apply: (_, { command, isPreview }) =>
      command === 'serve' && !isPreview && process.env.VITE_OPENTRAIN_URL === undefined,
    async config() {
      const { createSandbox } = await import('trainyard/sandbox');
      const { listen } = await import('trainyard/sandbox/node');
      const sandbox = createSandbox({ time: 'real' });
      fillMarketplace(sandbox);
      const { url } = await listen(sandbox);
      console.log(`OpenTrain, played by a sandbox: ${url}`);
      return { define: { 'import.meta.env.VITE_OPENTRAIN_URL': JSON.stringify(url) } };
    },
  };
}

/** Puts msw's worker beside the app, from the package, so that the two never differ in version. */
function serviceWorker(): Plugin {
  const fileName = 'mockServiceWorker.js';
  const source = () => readFileSync(fileURLToPath(import.meta.resolve(`msw/${fileName}`)));
  return {
    name: 'service-worker',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: source() });
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${fileName}`, (_, response) => {
        response.setHeader('content-type', 'text/javascript').end(source());
      });
    },
  };
}
