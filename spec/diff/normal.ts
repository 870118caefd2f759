import {
  child,
  type Document,
  isObject,
  type Json,
  type JsonObject,
} from '../generate/document.ts';

/** Where events are put, so that they are compared as what they are for us: something we read. */
export const eventPrefix = '/(event)/';

/** What says nothing about what a call may send or will get. */
const prose = new Set([
  ...['description', 'summary', 'title', 'example', 'examples', 'tags', 'operationId'],
  ...['externalDocs', 'deprecated', 'security', 'servers', 'discriminator', 'headers'],
]);

/** Keys whose members have names of their own: a property may be called `title`. */
const named = new Set(['properties', 'patternProperties', 'responses', 'content', 'paths']);

/**
 * A document as it is compared: references resolved, paths from the origin's root, events as answers,
 * open enums as enums, `nullable` as a type, and no prose.
 *
 * @param evidence whether to keep the marks of what is not documented.
 */
export function normal(document: Document, { evidence = false } = {}): Document {
  const tidy = tidier(document, evidence);
  const prefix = basePath(document);
  const paths: JsonObject = {};
  for (const [path, item] of Object.entries(child(document, 'paths'))) {
    paths[path.startsWith(prefix) ? path : prefix + path] = tidy(item, []);
  }
  for (const [name, item] of Object.entries(child(document, 'webhooks'))) {
    const { post = {} } = tidy(item, []) as { post?: JsonObject };
    const content = child(child(post, 'requestBody'), 'content');
    const marks = evidence && post['x-evidence'] ? { 'x-evidence': post['x-evidence'] } : {};
    paths[eventPrefix + name] = { get: { ...marks, responses: { 200: { content } } } };
  }
  return { openapi: '3.1.0', info: { title: '', version: '' }, paths };
}

/** The part of every address that a document leaves to its server. */
function basePath({ servers }: Document): string {
  const [first] = Array.isArray(servers) ? servers : [];
  const url = isObject(first) ? String(first.url) : '';
  return new URL(url, 'https://none.invalid').pathname.replace(/\/$/, '');
}

type Tidy = (node: Json | undefined, within: readonly string[], names?: boolean) => Json;

function tidier(document: Document, evidence: boolean): Tidy {
  const keeps = (key: string) => (key === 'x-evidence' ? evidence : !key.startsWith('x-'));
  const tidy: Tidy = (node, within, names = false) => {
    if (Array.isArray(node)) return node.map((item) => tidy(item, within));
    if (!isObject(node)) return node ?? null;
    if (typeof node.$ref === 'string' && !names) return referred(node, node.$ref, within);
    const result: JsonObject = {};
    for (const [key, value] of Object.entries(node)) {
      if (!names && (prose.has(key) || !keeps(key))) continue;
      result[key] = tidy(value, within, !names && named.has(key));
    }
    return names ? result : plain(result, node);
  };
  /** What else stands beside a reference holds as well. */
  const referred = (node: JsonObject, ref: string, within: readonly string[]): Json => {
    // A type that holds itself is compared once around.
    if (within.includes(ref)) return {};
    const { $ref: _, ...beside } = node;
    const target = tidy(targetOf(document, ref), [...within, ref]);
    const rest = tidy(beside, within);
    if (!isObject(rest) || Object.keys(rest).length === 0) return target;
    return isObject(target) ? { ...target, ...rest } : target;
  };
  return tidy;
}

function targetOf(document: Document, ref: string): Json | undefined {
  let target: Json | undefined = document;
  for (const part of ref.replace(/^#\//, '').split('/')) {
    const key = decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~');
    target = isObject(target) ? target[key] : undefined;
  }
  if (target === undefined) throw new Error(`No such reference: ${ref}`);
  return target;
}

/** Two spellings of one thing become one. */
function plain(
  result: JsonObject,
  { nullable, 'x-extensible-enum': open, enum: closed }: JsonObject,
) {
  const { const: only, nullable: _, ...rest } = result;
  const values = open ?? closed ?? (only === undefined ? undefined : [only]);
  const { type } = rest;
  return {
    ...rest,
    ...(nullable === true && typeof type === 'string' && { type: [type, 'null'] }),
    ...(Array.isArray(values) && { enum: values.filter((value) => value !== null) }),
  };
}
