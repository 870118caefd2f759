import { safeParse } from 'zod/mini';
import type { Operation } from '../../../src/core/operation.ts';
import { unknownParts } from '../../../src/core/unknown-parts.ts';
import type { Contract, World } from './contract.ts';
import type { SpecDocument } from './document.ts';
import type { Exchange } from './recorder.ts';

type Facts = Pick<Contract<World>, 'base' | 'schemas'>;

/** What of a request is not as the spec has it; nothing when all is well. */
export function requestProblems(
  { base, schemas }: Facts,
  spec: SpecDocument,
  operation: Operation,
  exchange: Exchange,
): string[] {
  return [
    ...addressProblems(base, operation, exchange),
    ...queryProblems(spec, operation, exchange.url.searchParams),
    ...headerProblems(operation, exchange),
    ...requestBodyProblems(schemas, spec, operation, exchange),
  ];
}

/** What of a request's method and path is not the operation's. */
export function addressProblems(base: string, operation: Operation, exchange: Exchange): string[] {
  const { method, path } = operation;
  const wanted = path.replace(/\{[^}]+\}/g, '[^/]+');
  const right =
    exchange.method === method && new RegExp(`^${base}${wanted}$`).test(exchange.url.pathname);
  return right
    ? []
    : [`${exchange.method} ${exchange.url.pathname} in place of ${method} ${base}${path}`];
}

function queryProblems(spec: SpecDocument, operation: Operation, sent: URLSearchParams): string[] {
  const { id, query = [], requiredQuery = [] } = operation;
  const schemas = spec.querySchemas(id);
  const unknown = [...sent.keys()].filter((name) => !query.includes(name));
  const missing = requiredQuery.filter((name) => !sent.get(name));
  const wrong = [...sent].filter(([name, value]) => !fits(schemas.get(name) ?? {}, value));
  return [
    ...unknown.map((name) => `query ${name} is not in the spec`),
    ...missing.map((name) => `query ${name} is required`),
    ...wrong.map(([name, value]) => `query ${name} may not be ${value}`),
  ];
}

function fits(schema: Readonly<Record<string, unknown>>, value: string): boolean {
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return false;
  if (schema.type === 'integer') return /^-?\d+$/.test(value);
  return schema.type !== 'boolean' || value === 'true' || value === 'false';
}

function headerProblems(operation: Operation, { headers }: Exchange): string[] {
  const bearer = /^Bearer \S+$/.test(headers.get('authorization') ?? '');
  const types = { json: 'application/json', form: 'application/x-www-form-urlencoded' };
  const wanted = operation.body && types[operation.body];
  const type = headers.get('content-type')?.split(';')[0];
  return [
    ...(operation.tokenless && headers.has('authorization') ? ['a token, where none is due'] : []),
    ...(operation.tokenless || bearer ? [] : ['no bearer token']),
    ...(headers.get('accept')?.includes('application/json') ? [] : ['does not accept JSON']),
    ...(type === undefined || type === wanted ? [] : [`content type ${type}`]),
  ];
}

function requestBodyProblems(
  schemas: Facts['schemas'],
  spec: SpecDocument,
  { id, body: kind }: Operation,
  { body, headers }: Exchange,
): string[] {
  if (body === '') {
    return kind === undefined || spec.bodyIsOptional(id) ? [] : ['no body'];
  }
  if (kind === undefined) return ['a body, where none is due'];
  const value = kind === 'form' ? Object.fromEntries(new URLSearchParams(body)) : parse(body);
  const schema = schemas.requests[id]?.body;
  return [
    ...(headers.has('content-type') ? [] : ['no content type']),
    ...(schema === undefined ? ['no schema for the body'] : issues(schema, value)),
    ...spec.unknownInRequest(id, value).map((path) => `body: ${path} is not in the spec`),
  ];
}

/** What of an answer is not as the spec has it. */
export function answerProblems(
  schemas: Facts['schemas'],
  spec: SpecDocument,
  { id, tokenless }: Operation,
  { status, answer, answerHeaders }: Exchange,
): string[] {
  const key = spec.answerKey(id, status);
  if (key === undefined) return [`the spec has no answer ${status}`];
  // No token, no gate: such an answer would come from a platform that does not know its own rules.
  if (tokenless && status === 401) return ['401 where no token is due'];
  const schema = schemas.responses[id]?.[key];
  if (schema === undefined) return answer === '' ? [] : [`the spec has no body for ${status}`];
  const value = parse(answer);
  const type = answerHeaders.get('content-type') ?? 'none';
  return [
    ...(type.startsWith('application/json') ? [] : [`content type ${type}`]),
    ...issues(schema, value),
    ...unlisted(schema, value),
    ...spec.unknownInAnswer(id, key, value).map((path) => `${path} is not in the spec`),
  ];
}

/** What of an event is not as the spec has it. */
export function eventProblems(
  schemas: Facts['schemas'],
  spec: SpecDocument,
  name: string,
  event: unknown,
): string[] {
  const schema = schemas.events[name];
  return [
    ...(schema === undefined
      ? ['no schema for the event']
      : [...issues(schema, event), ...unlisted(schema, event)]),
    ...spec.unknownInEvent(name, event).map((path) => `${path} is not in the spec`),
  ];
}

function issues(schema: Parameters<typeof safeParse>[0], value: unknown): string[] {
  const found = safeParse(schema, value).error?.issues ?? [];
  return found.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
}

/** Values that the spec does not list where more may come: from a platform they are news, from the sandbox a mistake. */
function unlisted(schema: object, value: unknown): string[] {
  const found = unknownParts(schema, value).filter(({ listed }) => listed);
  return found.map(({ path }) => `${path}: a value that the spec does not list`);
}

/** `undefined` for what is not JSON, which no schema of an object takes. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
