import type { Operation } from '../core/operation.ts';
import { TrainyardError } from '../core/trainyard-error.ts';
import { fieldsOf, positionalOf } from './derive/fields.ts';
import { commandOf } from './derive/names.ts';
import type { CliProduct } from './product.ts';

/** What is known of a write that failed. */
export interface Outcome {
  /** Whether the platform may have done it all the same. */
  readonly mayHaveHappened: boolean;
  /** How to find out, or why there is no need to. */
  readonly next?: string | undefined;
}

const products: Readonly<Record<string, () => Promise<CliProduct>>> = {
  opentrain: async () => (await import('./commands/opentrain/product.ts')).opentrainProduct,
  trainar: async () => (await import('./commands/trainar/product.ts')).trainarProduct,
  platform: async () => (await import('./commands/platform/product.ts')).platformProduct,
};

/** What became of a call that failed; nothing where it was a read, or no call. */
export async function outcomeOf(
  error: unknown,
  args: readonly string[],
): Promise<Outcome | undefined> {
  if (!(error instanceof TrainyardError) || !('operationId' in error)) return undefined;
  const product = await products[args[0] ?? '']?.();
  const operation = product?.operations[String(error.operationId)];
  if (!product || !operation || operation.method === 'GET') return undefined;
  const { mayHaveHappened } = error;
  if (!mayHaveHappened) return { mayHaveHappened };
  if (operation.idempotent) {
    return { mayHaveHappened, next: 'the same again, which does no harm' };
  }
  const look = lookWith(product, operation);
  return { mayHaveHappened, next: look && `${look}, to see whether it did` };
}

/** The command that shows what a write has done, where one does. */
export function lookWith(product: CliProduct, operation: Operation): string | undefined {
  const named = product.names[operation.id]?.look;
  if (named) return `trainyard ${product.name} ${named}`;
  const [resource = ''] = operation.id.split('.');
  const known = operation.pathParams ?? [];
  for (const id of [`${resource}.get`, `${resource}.list`]) {
    const read = product.operations[id];
    const needs = [...(read?.pathParams ?? []), ...(read?.requiredQuery ?? [])];
    if (!read || needs.some((name) => !known.includes(name))) continue;
    const names = product.names[id];
    const fields = fieldsOf(read, product.inputs[id] ?? { type: 'object' }, names);
    const words = ['trainyard', product.name, commandOf(id, names)];
    const argument = positionalOf(fields, names);
    const needed = argument?.required ? [`<${argument.flag}>`] : [];
    return [...words, ...needed].join(' ');
  }
  return undefined;
}
