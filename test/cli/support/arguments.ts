import { fieldsOf } from '../../../src/cli/derive/fields.ts';
import { commandOf } from '../../../src/cli/derive/names.ts';
import type { CliProduct } from '../../../src/cli/product.ts';
import type { Operation } from '../../../src/core/operation.ts';

/** Where the world has another thing in mind than the name says: values by the name in the request. */
const otherwise: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'opentrain jobs.publish': { id: 'readyId' },
  'opentrain jobDrafts.update': { jobId: 'draftId' },
  'opentrain jobs.invite': { freelancerId: 'trainerId' },
  'opentrain contracts.createMilestone': { amountUsd: 'hundredUsd' },
  'opentrain milestones.approve': { milestoneId: 'fundedMilestoneId' },
};

/** What a command needs beyond that in the world as it is. */
const more: Readonly<Record<string, readonly string[]>> = {
  // The contract is paid by label.
  'opentrain contracts.createMilestone': ['--volume', '100'],
};

/** A command line that makes a call of an operation: what is required, and the body that the spec shows. */
export function argumentsOf(
  product: CliProduct,
  operation: Operation,
  values: Readonly<Record<string, unknown>>,
  words = commandOf(operation.id, product.names[operation.id]),
): string[] {
  const input = product.inputs[operation.id] ?? { type: 'object' };
  const example = product.examples[operation.id];
  const renamed = otherwise[`${product.name} ${operation.id}`] ?? {};
  const parts = fieldsOf(operation, input, product.names[operation.id]).flatMap((field) => {
    const shown = field.path.reduce<unknown>((at, key) => Object(at)[key], example);
    if (!field.required && !(field.place === 'body' && shown !== undefined)) return [];
    const [name = ''] = field.path;
    const key = String(renamed[name] ?? (name === 'id' ? 'jobId' : name));
    const value = values[key] ?? shown;
    if (value === undefined) throw new Error(`${operation.id}: no value for ${name}`);
    return [`--${field.flag}`, typeof value === 'object' ? JSON.stringify(value) : String(value)];
  });
  return [
    product.name,
    ...words.split(' '),
    ...parts,
    ...(more[`${product.name} ${operation.id}`] ?? []),
  ];
}
