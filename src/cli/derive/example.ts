import type { Operation } from '../../core/operation.ts';
import type { CliProduct } from '../product.ts';
import type { Field } from './fields.ts';
import { commandOf } from './names.ts';

/** How the command of an operation is called, with the values that the spec shows. */
export function exampleOf(
  product: CliProduct,
  operation: Operation,
  fields: readonly Field[],
  positional: Field | undefined,
): string {
  const example = product.examples[operation.id];
  const parts = fields.flatMap((field) => {
    const value = field.path.reduce<unknown>((at, key) => Object(at)[key], example);
    const shows = field.required || (field.place === 'body' && value !== undefined);
    if (!shows) return [];
    const text = quoted(value ?? `<${field.flag}>`);
    return [field === positional ? text : `--${field.flag} ${text}`];
  });
  const command = commandOf(operation.id, product.names[operation.id]);
  return ['trainyard', product.name, command, ...parts].join(' ');
}

/** A value as a shell takes it. */
function quoted(value: unknown): string {
  const list = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  const text = list
    ? value.join(',')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  return /^[\w./:,@<>-]+$/.test(text) && !/[<>]/.test(text)
    ? text
    : `'${text.replace(/'/g, `'\\''`)}'`;
}
