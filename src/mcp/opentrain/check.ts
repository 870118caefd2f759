import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker';
import type { ObjectSchema } from '../../core/json-schema.ts';
import { inputOf, outputOf } from './definition.ts';
import type { Answer, OpenTrainTool } from './tool.ts';
import { ToolError } from './tool-error.ts';

type Validate = ReturnType<CfWorkerJsonSchemaValidator['getValidator']>;

const validator = new CfWorkerJsonSchemaValidator({ shortcircuit: false });
const compiled = new WeakMap<ObjectSchema, Validate>();
const schemasOf = new WeakMap<OpenTrainTool, { input: ObjectSchema; output: ObjectSchema }>();

/** Schemas are made once for each tool that is called, and compiled once. */
function validate(tool: OpenTrainTool, side: 'input' | 'output', value: unknown) {
  let schemas = schemasOf.get(tool);
  if (!schemas) {
    schemas = { input: inputOf(tool), output: outputOf(tool) };
    schemasOf.set(tool, schemas);
  }
  const schema = schemas[side];
  let check = compiled.get(schema);
  if (!check) {
    check = validator.getValidator(schema);
    compiled.set(schema, check);
  }
  return { schema, ...check(value) };
}

/**
 * Refuses arguments that can't be right before anything is sent.
 *
 * @throws ToolError that says what would be
 */
export function checkArguments(tool: OpenTrainTool, args: Answer): void {
  const { schema, valid, errorMessage } = validate(tool, 'input', args);
  const known = Object.keys(schema.properties ?? {});
  const unknown = Object.keys(args).filter((name) => !known.includes(name));
  const takes = known.length > 0 ? `It takes ${known.join(', ')}.` : 'It takes none.';
  if (unknown.length > 0) {
    throw new ToolError(`${tool.name} has no argument ${unknown.join(', ')}. ${takes}`);
  }
  if (!valid) {
    throw new ToolError(
      `Arguments of ${tool.name}: ${told(errorMessage)}. ${takes} Nothing was sent.`,
    );
  }
}

/** The validator's words, without those that only say where the fault lies within. */
function told(errors: string | undefined): string {
  return (errors ?? '')
    .split('; ')
    .filter((error) => !error.endsWith('does not match schema.'))
    .map((error) => error.replace(/^#\/?(.*?):? /, (_, path) => (path ? `${path}: ` : '')))
    .map((error) => error.replace(/\.$/, ''))
    .join('; ');
}

/**
 * The part of an answer that is what the tool's schema says. A platform that has changed is no reason to fail,
 * and clients refuse what does not fit.
 *
 * @returns also the names of what had to be left out
 */
export function fitting(tool: OpenTrainTool, answer: Answer): { fit: Answer; left: string[] } {
  if (validate(tool, 'output', answer).valid) return { fit: answer, left: [] };
  const fit: Record<string, unknown> = {};
  const left: string[] = [];
  for (const [name, value] of Object.entries(answer)) {
    const { properties } = validate(tool, 'output', {}).schema;
    const schema = properties?.[name];
    const alone: ObjectSchema = {
      type: 'object',
      properties: { ...(schema && { [name]: schema }) },
    };
    const fits = validator.getValidator(alone)({ [name]: value }).valid;
    if (fits) fit[name] = value;
    else left.push(name);
  }
  return { fit, left };
}
