// Generated from spec/platform.yaml by npm run generate. Do not edit.

import type { LimitFacts } from '../../src/core/operation.ts';

/** Numbers that the platform holds operations to, by name. */
export const limits = {
  linksPerInstall: {
    operation: 'projectLinks.create',
    value: 200,
    unit: 'links',
    per: 'install',
    evidence: 'inferred',
  },
  endpointsPerInstall: {
    operation: 'webhookEndpoints.create',
    value: 10,
    unit: 'endpoints',
    per: 'install',
    evidence: 'inferred',
  },
  webhookFailures: {
    operation: 'webhookEndpoints.create',
    value: 10,
    unit: 'deliveries',
    per: 'endpoint',
  },
} as const satisfies Record<string, LimitFacts>;
