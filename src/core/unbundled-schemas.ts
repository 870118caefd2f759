import type { ResponseSchemas } from './drift.ts';

/**
 * Stands in for the schemas in browser bundles, which they would make several times as large. It
 * throws when used, not when loaded: what a module of this package does on loading, bundlers drop. A plain
 * error, whose text the reports carry: sharing a class would make bundlers cut it out of the first file.
 */
export const responses: ResponseSchemas = new Proxy(
  {},
  {
    get() {
      throw new Error(
        "schemas are left out of browser bundles; pass loadSchemas: () => import('trainyard/schemas').then((all) => all.opentrain) (or platform, trainar)",
      );
    },
  },
);
