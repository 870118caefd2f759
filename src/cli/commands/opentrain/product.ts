import { inputExamples } from '../../../../generated/opentrain/examples.ts';
import { inputs } from '../../../../generated/opentrain/json-schemas.ts';
import { operations, summaries } from '../../../../generated/opentrain/operations.ts';
import type { CliProduct } from '../../product.ts';
import { vendorNames } from './vendor.ts';

/** OpenTrain's Public API, as commands see it. */
export const opentrainProduct: CliProduct = {
  name: 'opentrain',
  operations,
  summaries,
  inputs,
  examples: inputExamples,
  names: vendorNames,
  loadSchemas: () => import('../../../../generated/opentrain/schemas.ts'),
  async connect(options, dryRun) {
    const { Transport } = await import('../../../core/transport.ts');
    const { opentrain } = await import('../../../opentrain/product.ts');
    const { clientOptions } = await import('./connect.ts');
    const { token, ...rest } = await clientOptions(options, dryRun);
    return new Transport(opentrain(token), rest);
  },
};
