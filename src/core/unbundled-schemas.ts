import type { ResponseSchemas } from './drift.ts';
import { TrainyardError } from './trainyard-error.ts';

/**
 * Stands in for the schemas in browser bundles, which they would make several times as large. It
 * throws when used, not when loaded: what a module of this package does on loading, bundlers drop.
 */
export const responses: ResponseSchemas = new Proxy(
  {},
  {
    get() {
      throw new TrainyardError(
        "schemas are left out of browser bundles; pass loadSchemas: () => import('trainyard/schemas').then((all) => all.opentrain) (or platform, trainar)",
      );
    },
  },
);
