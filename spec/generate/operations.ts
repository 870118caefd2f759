import type { UnnamedCall } from '../../src/core/named-calls.ts';
import type { ErrorReason, Operation, WebhookEventFacts } from '../../src/core/operation.ts';
import {
  child,
  contentOf,
  type Document,
  eventsOf,
  isObject,
  type Json,
  type JsonObject,
  type OperationNode,
  operationsOf,
  resolve,
  strings,
} from './document.ts';
import { literal } from './source.ts';

/** The operation table of a document, and what belongs beside it, as source. */
export function renderOperations(document: Document): string {
  const operations = operationsOf(document);
  const table = Object.fromEntries(
    operations.map((found) => [found.id, operation(document, found)]),
  );
  const summaries = Object.fromEntries(
    operations.map(({ id, node }) => [id, String(node.summary ?? '')]),
  );
  return [
    `import type { ErrorReason, Operation, WebhookEventFacts } from '../../src/core/operation.ts';`,
    constant(
      'Every operation, by the client call it is made with.',
      'operations',
      table,
      'Operation',
    ),
    `/** Names of the operations. */\nexport type OperationId = keyof typeof operations;`,
    constant('What each operation does, in a line.', 'summaries', summaries, 'string'),
    constant(
      'Errors that each operation may answer with, beyond those that its gates imply.',
      'errorReasons',
      errorReasons(operations),
      'readonly ErrorReason[]',
    ),
    constant(
      'Webhook events, by name.',
      'webhookEvents',
      webhookEvents(document),
      'WebhookEventFacts',
    ),
    ...codesByStatus(document).map(
      ([name, codes]) =>
        `/** The code that stands beside a status where an error has none of its own: \`${name}\`. */\nexport const ${exportOf(name)} = ${literal(codes)} as const;`,
    ),
    `/** Every scope that the spec knows. */\nexport const scopes = ${literal(scopes(document, operations))} as const;`,
    ...grants(document),
  ].join('\n\n');
}

/** `x-code-by-status` of each schema of codes, or of the body that has them. */
function codesByStatus(document: Document): [schema: string, codes: JsonObject][] {
  const schemas = child(child(document, 'components'), 'schemas');
  return Object.entries(schemas).flatMap(([name, schema]): [string, JsonObject][] => {
    if (!isObject(schema)) return [];
    const fields = Object.values(child(schema, 'properties')).filter(isObject);
    return [schema, ...fields].flatMap((node): [string, JsonObject][] => {
      const codes = node['x-code-by-status'];
      if (!isObject(codes)) return [];
      const known = strings(node['x-extensible-enum']) ?? [];
      const strange = Object.values(codes).filter((code) => !known.includes(String(code)));
      if (strange.length > 0) throw new Error(`${name}: ${strange} is none of its codes`);
      return [[name, codes]];
    });
  });
}

/** `OAuthErrorCode` becomes `oauthErrorCodes`; what is in the body itself is the platform's only list. */
const exportOf = (schema: string) =>
  schema.startsWith('OAuth') ? 'oauthErrorCodes' : 'errorCodes';

/** What an account and a token may do, where the platform tells of it. */
function grants(document: Document): string[] {
  const schemas = child(child(document, 'components'), 'schemas');
  const flags = Object.entries(child(child(schemas, 'CapabilityFlags'), 'properties')).flatMap(
    ([flag, node]) => (isObject(node) && node['x-feature'] ? [[flag, node['x-feature']]] : []),
  );
  const grantedBy = child(schemas, 'Scope')['x-granted-by'];
  if (flags.length === 0 || grantedBy === undefined) return [];
  return [
    `/** Features, by the flag of the account's capabilities that tells of each. */\nexport const capabilityFeatures = ${literal(Object.fromEntries(flags))} as const;`,
    `/** Scopes of the tokens that an operation hands out. */\nexport const grantedBy = ${literal(grantedBy)} as const;`,
  ];
}

/** What of the operation table a client needs, as source of its own: it is part of every bundle. */
export function renderCalls(document: Document): string {
  const calls = operationsOf(document).map((found) => {
    const facts = operation(document, found);
    return [found.id, call(facts)];
  });
  return [
    `import { named } from '../../src/core/named-calls.ts';`,
    `/** How each call is made, by its name on the client. */\nexport const calls = /* @__PURE__ */ named(${literal(Object.fromEntries(calls))});`,
  ].join('\n\n');
}

/** What can be told from the rest is left out: `Call` says what stands for what is absent. */
function call({ id, pagination, ...facts }: Operation): UnnamedCall {
  const { method, path, requiredQuery, scope, batch, tokenless } = facts;
  if (method === 'GET' && !facts.idempotent) throw new Error(`${id}: reads may be repeated`);
  const idempotent = method === 'GET' ? undefined : facts.idempotent;
  const body = facts.body === 'form' ? facts.body : undefined;
  const { items, next } = pagination ?? {};
  const cursor = pagination?.cursor === 'cursor' ? undefined : pagination?.cursor;
  const all = { method, path, requiredQuery, body, scope, idempotent, batch, tokenless };
  return present({
    ...all,
    pagination: pagination && present({ items, cursor, next }),
  }) as UnnamedCall;
}

const present = (facts: object) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const constant = (comment: string, name: string, value: unknown, type: string) =>
  `/** ${comment} */\nexport const ${name} = ${literal(value)} as const satisfies Record<string, ${type}>;`;

/** The facts of one operation. Absent facts are left out, so that the table stays small. */
export function operation(
  document: Document,
  { id, method, path, node, parameters }: OperationNode,
): Operation {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const names = (list: JsonObject[]) => list.map((parameter) => String(parameter.name));
  const content = contentOf(resolve(document, node.requestBody));
  const facts: Record<keyof Operation, unknown> = {
    id,
    method,
    path,
    pathParams: filled([...path.matchAll(/\{(.+?)\}/g)].map((match) => match[1])),
    query: filled(names(inQuery)),
    requiredQuery: filled(names(inQuery.filter((parameter) => parameter.required === true))),
    body: content && (content.type === 'application/json' ? 'json' : 'form'),
    success: Object.keys(child(node, 'responses'))
      .filter((status) => /^2\d\d$/.test(status))
      .map(Number),
    scope: node['x-scope'],
    scopeAny: node['x-scope-any'],
    feature: node['x-feature'],
    claimed: node['x-claimed'] || undefined,
    claimAction: node['x-claim-action'],
    cosigned: node['x-cosigned'],
    idempotent: node['x-idempotent'] || undefined,
    pagination: node['x-pagination'],
    batch: batch(document, id, node['x-batch'], content?.node.schema),
    tokenless: node['x-tokenless'] || undefined,
    clientMethods: node['x-client-methods'],
    rateLimit: node['x-rate-limit'],
    evidence: node['x-evidence'],
  };
  const headers = names(parameters.filter((parameter) => parameter.in === 'header'));
  if (headers.length > 0)
    throw new Error(`${id}: header parameters are not supported (${headers})`);
  return present(facts) as Operation;
}

/** `x-batch` names the list, the schema of the body says how long it may be. */
function batch(document: Document, id: string, items: Json | undefined, body: Json | undefined) {
  if (typeof items !== 'string') return undefined;
  const { maxItems } = resolve(document, child(resolve(document, body), 'properties')[items]);
  if (typeof maxItems !== 'number') throw new Error(`${id}: ${items} has no maxItems`);
  return { items, max: maxItems };
}

const filled = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

function errorReasons(operations: OperationNode[]): Record<string, ErrorReason[]> {
  const entries = operations.flatMap(({ id, node }): [string, ErrorReason[]][] => {
    const reasons = node['x-error-reasons'];
    if (!Array.isArray(reasons) || reasons.length === 0) return [];
    if (!reasons.every(isReason))
      throw new Error(`${id}: an error reason has no status or no when`);
    return [[id, reasons]];
  });
  return Object.fromEntries(entries);
}

const isReason = (reason: Json): reason is JsonObject & ErrorReason =>
  isObject(reason) && typeof reason.status === 'number' && typeof reason.when === 'string';

/** Facts of each event; its scope stands on the delivery or on the schema of its body. */
function webhookEvents(document: Document): Record<string, WebhookEventFacts> {
  const entries = eventsOf(document).map(({ name, node }): [string, WebhookEventFacts] => {
    const schema = resolve(document, contentOf(resolve(document, node.requestBody))?.node.schema);
    const scope = [node['x-scope'] ?? schema['x-scope']].flat()[0];
    return [name, typeof scope === 'string' ? { scope } : {}];
  });
  return Object.fromEntries(entries);
}

/** The values of the schema `Scope`, else every scope that an operation names. */
function scopes(document: Document, operations: OperationNode[]): string[] {
  const schema = child(child(child(document, 'components'), 'schemas'), 'Scope');
  const listed = strings(schema['x-extensible-enum'] ?? schema.enum);
  if (listed !== undefined) return listed;
  const named = operations.flatMap(({ node }) => [
    ...(strings(node['x-scope']) ?? []),
    ...(strings(node['x-scope-any']) ?? []),
  ]);
  return [...new Set(named)].sort();
}
