import {
  child,
  contentOf,
  type Document,
  isObject,
  type Json,
  type JsonObject,
  operationsOf,
  resolve,
} from './document.ts';
import { literal } from './source.ts';

/**
 * What a call of each operation may be sent, as source: the example of its body, and for parameters that
 * have no example of their own the first value of that name in any example of the document.
 */
export function renderExamples(document: Document): string {
  const known = new Map<string, Json>();
  collect(document, known);
  const examples = operationsOf(document).map(({ id, node, parameters }) => {
    const media = contentOf(resolve(document, node.requestBody))?.node;
    const body = media?.example ?? firstOf(document, child(media, 'examples'));
    const given = parameters.map(({ name, example, schema }): [string, Json | undefined] => {
      const { example: own, enum: values } = resolve(document, schema);
      const first = Array.isArray(values) ? values[0] : undefined;
      return [String(name), example ?? own ?? first ?? known.get(idOf(id, String(name)))];
    });
    const filled = given.filter(([, value]) => value !== undefined);
    return [id, { ...Object.fromEntries(filled), ...(isObject(body) ? body : {}) }];
  });
  return `/** What each operation may be sent: its path, query and body in one object. */\nexport const inputExamples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = ${literal(Object.fromEntries(examples))};`;
}

/** An id that is called `id` where it is at home is called `jobId` elsewhere. */
function idOf(operation: string, name: string): string {
  if (name !== 'id') return name;
  return `${operation.replace(/s?\..*/, '')}Id`;
}

function firstOf(document: Document, examples: JsonObject): Json | undefined {
  const [first] = Object.values(examples);
  return first === undefined ? undefined : resolve(document, first).value;
}

/** Every scalar that stands under a name in an example; the first of each name. */
function collect(node: Json | undefined, known: Map<string, Json>, inside = false): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, known, inside);
  } else if (isObject(node)) {
    for (const [key, value] of Object.entries(node)) {
      const scalar = typeof value === 'string' || typeof value === 'number';
      if (inside && scalar && !known.has(key)) known.set(key, value);
      collect(value, known, inside || key === 'example' || key === 'examples');
    }
  }
}
