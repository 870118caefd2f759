import { type Command, Option } from 'commander';
import type { JsonSchema } from '../../core/json-schema.ts';
import type { Operation } from '../../core/operation.ts';
import { addCallFlags, type CommonFlags } from '../common-flags.ts';
import { addExamples } from '../examples.ts';
import type { CliProduct } from '../product.ts';
import { UsageError } from '../usage-error.ts';
import { exampleOf } from './example.ts';
import { type Field, fieldsOf, positionalOf } from './fields.ts';
import { takesList } from './read-value.ts';
import { camel, type Flags, readRequest } from './request.ts';

type AllFlags = CommonFlags & Flags & { input?: string; set?: string[] };

/** Makes an operation a command. Its parts are loaded when it runs. */
export function addOperation(command: Command, product: CliProduct, operation: Operation): void {
  const input = product.inputs[operation.id] ?? { type: 'object' };
  const names = product.names[operation.id];
  const fields = fieldsOf(operation, input, names);
  const positional = positionalOf(fields, names);
  if (positional) command.argument(`[${positional.flag}]`, `in place of --${positional.flag}`);
  for (const field of fields) command.addOption(flagFor(field, field === positional));
  if (operation.method === 'PATCH' && fields.length > 4) {
    command.addOption(
      new Option(
        '--set <key=value>',
        'set a field by its name in the API; may be repeated',
      ).argParser(collect),
    );
  }
  if (operation.body) {
    command.option(
      '--input <file>',
      'JSON for the body, from a file or - for stdin; flags add to it',
    );
  }
  const style = operation.pagination?.style;
  addCallFlags(command, { list: style !== undefined && style !== 'window' });
  addExamples(command, [exampleOf(product, operation, fields, positional)]);
  command.action(async (...given: unknown[]) => {
    const flags = given[positional ? 1 : 0] as AllFlags;
    await perform(product, operation, fields, withPositional(flags, positional, given[0]));
  });
}

async function perform(
  product: CliProduct,
  operation: Operation,
  fields: readonly Field[],
  flags: AllFlags,
): Promise<void> {
  const { callAndPrint, checkBody } = await import('./call.ts');
  const { Output } = await import('../output/output.ts');
  const output = await Output.of(flags);
  const input = product.inputs[operation.id] ?? { type: 'object' };
  const { readInput } = await import('../read-input.ts');
  const { readSettings } = await import('./set.ts');
  const base = { ...(await readInput(flags.input)), ...readSettings(flags.set ?? [], input) };
  const request = readRequest(fields, input, flags, base);
  if (operation.body) {
    if (operation.method === 'PATCH' && Object.keys(request.body).length === 0) {
      throw new UsageError('Nothing to change was given.');
    }
    await checkBody(product, operation, request.body, fields);
  }
  await callAndPrint(product, operation, request, flags, output);
}

function withPositional(flags: AllFlags, positional: Field | undefined, value: unknown): AllFlags {
  if (!positional || typeof value !== 'string') return flags;
  const key = camel(positional.flag);
  if (flags[key] !== undefined && flags[key] !== value) {
    throw new UsageError(`--${positional.flag} is given twice: ${flags[key]} and ${value}.`);
  }
  return { ...flags, [key]: value };
}

function flagFor({ flag, schema, required }: Field, orPositional: boolean): Option {
  const needed = required ? (orPositional ? ' (needed, here or as an argument)' : ' (needed)') : '';
  const text = `${describe(schema)}${needed}`;
  if (schema.type === 'boolean') return new Option(`--${flag} [boolean]`, text);
  if (takesList(schema)) return new Option(`--${flag} <list>`, text).argParser(collect);
  return new Option(`--${flag} <${kindOf(schema)}>`, text);
}

function describe(schema: JsonSchema): string {
  const values = schema.enum ?? schema.items?.enum;
  const said = (schema.description ?? '').replace(/\s+/g, ' ').replace(/\.$/, '');
  return [said, values && `one of ${values.join(', ')}`].filter(Boolean).join('; ');
}

function kindOf({ type, enum: values }: JsonSchema): string {
  if (values) return 'value';
  const [kind] = [type].flat();
  return { integer: 'number', number: 'number', object: 'json' }[kind ?? ''] ?? 'text';
}

/** A flag that may be given several times. */
function collect(text: string, before: unknown): string[] {
  return [...(Array.isArray(before) ? before : []), text];
}
