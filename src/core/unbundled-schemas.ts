import { TrainyardError } from './trainyard-error.ts';

// Stands in for the schemas in browser bundles, which they would make several times as large.
throw new TrainyardError(
  "schemas are left out of browser bundles; pass loadSchemas: () => import('trainyard/schemas').then((all) => all.opentrain) (or trainar)",
);
