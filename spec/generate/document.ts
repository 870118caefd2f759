import { bundle, createConfig, formatProblems } from '@redocly/openapi-core';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** An OpenAPI document in one piece: no reference leaves it. */
export type Document = JsonObject;

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at a key, or an empty one. */
export const child = (parent: JsonObject | undefined, key: string): JsonObject => {
  const value = parent?.[key];
  return isObject(value) ? value : {};
};

export const strings = (value: Json | undefined): string[] | undefined =>
  Array.isArray(value) ? value.map(String) : undefined;

/** Reads a spec and everything it refers to, and joins them into one document. */
export async function loadSpec(file: string): Promise<Document> {
  const config = await createConfig({});
  const { bundle: result, problems } = await bundle({ ref: file, config });
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    formatProblems(errors, {
      format: 'codeframe',
      totals: { errors: errors.length, warnings: 0, ignored: 0 },
      version: '',
    });
    throw new Error(`${file} can't be bundled`);
  }
  return structuredClone(result.parsed as Document);
}

/** What a node stands for: itself, or the target of its `$ref`. */
export function resolve(document: Document, node: Json | undefined): JsonObject {
  let current = node;
  while (isObject(current) && typeof current.$ref === 'string') {
    const pointer = current.$ref.replace(/^#\//, '').split('/');
    let target: Json | undefined = document;
    for (const part of pointer) {
      const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
      target = isObject(target) ? target[key] : undefined;
    }
    if (target === undefined) throw new Error(`No such reference: ${current.$ref}`);
    current = target;
  }
  return isObject(current) ? current : {};
}

/** Keys whose value is a map from names to nodes: `properties.example` is a property, not an example. */
const maps = new Set([
  ...['properties', 'patternProperties', '$defs', 'schemas', 'paths', 'webhooks'],
  ...['parameters', 'responses', 'requestBodies', 'headers', 'content', 'pathItems'],
]);

/** Keys that hold plain data, never a part of the document. */
const isData = (key: string) =>
  /^(examples?|default|enum|const|value|mapping|required|x-.*)$/.test(key);

/** Calls `visit` with every node of the document, parents first, and leaves plain data alone. */
export function walk(
  node: Json | undefined,
  visit: (node: JsonObject) => void,
  named = false,
): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
  } else if (isObject(node)) {
    if (!named) visit(node);
    for (const [key, value] of Object.entries(node)) {
      if (named || !isData(key)) walk(value, visit, !named && maps.has(key));
    }
  }
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** One operation of the document. */
export interface OperationNode {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly node: JsonObject;
  /** Parameters of the operation and of its path, references resolved. */
  readonly parameters: readonly JsonObject[];
}

/** Every operation, in the order of the spec. */
export function operationsOf(document: Document): OperationNode[] {
  const found: OperationNode[] = [];
  for (const [path, value] of Object.entries(child(document, 'paths'))) {
    const item = resolve(document, value);
    for (const [method, node] of Object.entries(item)) {
      if (!methods.has(method) || !isObject(node)) continue;
      if (typeof node.operationId !== 'string')
        throw new Error(`${method} ${path}: no operationId`);
      const listed = [item.parameters, node.parameters].flatMap((list) =>
        Array.isArray(list) ? list : [],
      );
      const parameters = listed.map((parameter) => resolve(document, parameter));
      found.push({ id: node.operationId, method: method.toUpperCase(), path, node, parameters });
    }
  }
  return found;
}

/** Every webhook event: its name and the `post` that delivers it. */
export function eventsOf(document: Document): { name: string; node: JsonObject }[] {
  return Object.entries(child(document, 'webhooks')).map(([name, value]) => ({
    name,
    node: resolve(document, resolve(document, value).post),
  }));
}

const jsonTypes = ['application/json', 'application/x-www-form-urlencoded'];

/** The media type of a body that this project reads: its name and its node. */
export function contentOf(body: JsonObject): { type: string; node: JsonObject } | undefined {
  const content = child(body, 'content');
  const type = jsonTypes.find((name) => isObject(content[name]));
  return type === undefined ? undefined : { type, node: child(content, type) };
}
