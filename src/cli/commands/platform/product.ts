import { inputExamples } from '../../../../generated/platform/examples.ts';
import { inputs } from '../../../../generated/platform/json-schemas.ts';
import { operations, summaries } from '../../../../generated/platform/operations.ts';
import { unsent } from '../../dry-run.ts';
import type { CliProduct } from '../../product.ts';

/** OpenTrain's Platform API, as commands see it. */
export const platformProduct: CliProduct = {
  name: 'platform',
  operations,
  summaries,
  inputs,
  examples: inputExamples,
  // Written by hand, since its entries come from a file.
  names: { 'contracts.reportUsage': { byHand: true } },
  loadSchemas: () => import('../../../../generated/platform/schemas.ts'),
  async connect(options, dryRun) {
    const { Transport } = await import('../../../core/transport.ts');
    const { platform } = await import('../../../platform/product.ts');
    if (!dryRun) return new Transport(platform(undefined), options);
    return new Transport(platform('ot_ptk_none'), { ...options, fetch: unsent, maxRetries: 0 });
  },
};
