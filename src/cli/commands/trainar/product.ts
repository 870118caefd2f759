import { inputExamples } from '../../../../generated/trainar/examples.ts';
import { inputs } from '../../../../generated/trainar/json-schemas.ts';
import { operations, summaries } from '../../../../generated/trainar/operations.ts';
import { unsent } from '../../dry-run.ts';
import type { CliProduct } from '../../product.ts';

/** TrainAR's tenant API, as commands see it. */
export const trainarProduct: CliProduct = {
  name: 'trainar',
  operations,
  summaries,
  inputs,
  examples: inputExamples,
  names: {},
  loadSchemas: () => import('../../../../generated/trainar/schemas.ts'),
  async connect(options, dryRun) {
    const { Transport } = await import('../../../core/transport.ts');
    const { trainar } = await import('../../../trainar/product.ts');
    if (!dryRun) return new Transport(trainar(undefined), options);
    return new Transport(trainar('tak_none'), { ...options, fetch: unsent, maxRetries: 0 });
  },
};
