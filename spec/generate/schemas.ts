import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import {
  child,
  contentOf,
  type Document,
  eventsOf,
  type Json,
  type JsonObject,
  operationsOf,
  resolve,
  strings,
  walk,
} from './document.ts';

/**
 * Zod schemas for a document: `zTask` for the component `Task`, and the maps `requests`, `responses` and
 * `events`, by operation and event.
 */
export async function renderSchemas(document: Document): Promise<string> {
  const schemas = { ...child(child(document, 'components'), 'schemas') };
  const maps = nameBodies(document, schemas);
  const relaxed = structuredClone(schemas) as JsonObject;
  walk({ schemas: relaxed }, relax);
  return `${await runHeyApi(relaxed)}\n${maps}`;
}

/**
 * What the platform sends is taken as it comes: no format is checked, no default filled in. A union of types that
 * hold constants needs no discriminator. A list that may grow takes any string beside the values it knows, which
 * a drift check reads from it.
 */
function relax(node: JsonObject): void {
  const known = strings(node['x-extensible-enum']);
  if (known !== undefined) {
    node.anyOf = [{ type: 'string', enum: known }, { type: node.type ?? 'string' }];
    delete node.type;
    delete node['x-extensible-enum'];
  }
  delete node.format;
  delete node.default;
  delete node.discriminator;
}

async function runHeyApi(schemas: JsonObject): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'schemas-'));
  try {
    await createClient({
      input: {
        openapi: '3.1.0',
        info: { title: 'schemas', version: '1' },
        paths: {},
        components: { schemas },
      },
      output: { path: folder, entryFile: false, postProcess: [] },
      logs: { level: 'silent', file: false },
      parser: { filters: { orphans: true } },
      plugins: [
        {
          name: 'zod',
          compatibilityVersion: 'mini',
          case: 'preserve',
          comments: false,
          '~resolvers': {
            // Unknown fields pass through, except where the platform itself rejects them.
            object(context) {
              const { $, nodes, schema, symbols } = context;
              if (Object.keys(schema.properties ?? {}).length === 0) return undefined;
              const rest = schema.additionalProperties;
              const strict = typeof rest === 'object' && rest.type === 'never';
              const shape = nodes.shape(context);
              // Where the spec itself says that anything may stand, nothing there is a surprise.
              if (typeof rest === 'object' && rest.type === 'unknown') {
                const object = $(symbols.z).attr('object').call(shape);
                return $(symbols.z).attr('catchall').call(object, $(symbols.z).attr('any').call());
              }
              return $(symbols.z)
                .attr(strict ? 'strictObject' : 'looseObject')
                .call(shape);
            },
          },
        },
      ],
    });
    const source = await readFile(join(folder, 'zod.gen.ts'), 'utf8');
    return source.replace(/^\/\/.*\n/, '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Source of the maps from operations and events to schemas. A body that is no reference to a component is added to
 * `schemas` under a name of its own.
 */
function nameBodies(document: Document, schemas: JsonObject): string {
  const nameFor = (body: JsonObject, fallback: string): string | undefined => {
    const schema: Json | undefined = contentOf(body)?.node.schema;
    if (schema === undefined) return undefined;
    const reference = (schema as JsonObject).$ref;
    if (typeof reference === 'string') return reference.replace('#/components/schemas/', '');
    if (fallback in schemas)
      throw new Error(`${fallback}: a component and an inline body share this name`);
    schemas[fallback] = schema;
    return fallback;
  };
  const requests: string[] = [];
  const responses: string[] = [];
  for (const { id, node } of operationsOf(document)) {
    const prefix = pascalCase(id);
    const body = nameFor(resolve(document, node.requestBody), `${prefix}Body`);
    if (body !== undefined) requests.push(`'${id}': { body: z${body} },`);
    const statuses = Object.entries(child(node, 'responses')).flatMap(([status, response]) => {
      const name = nameFor(resolve(document, response), `${prefix}Response${status}`);
      return name === undefined
        ? []
        : [`${/^\d+$/.test(status) ? status : `'${status}'`}: z${name},`];
    });
    responses.push(`'${id}': { ${statuses.join(' ')} },`);
  }
  const events = eventsOf(document).map(({ name, node }) => {
    const schema = nameFor(resolve(document, node.requestBody), `${pascalCase(name)}EventBody`);
    if (schema === undefined) throw new Error(`${name}: no body`);
    return `'${name}': z${schema},`;
  });
  return [
    map('Request bodies, by operation.', 'requests', requests),
    map(
      'Response bodies, by operation and status. A status without a body is missing.',
      'responses',
      responses,
    ),
    map('Webhook deliveries, by event.', 'events', events),
  ].join('\n');
}

const map = (comment: string, name: string, entries: string[]) =>
  `/** ${comment} */\nexport const ${name} = {\n${entries.join('\n')}\n} as const;\n`;

const pascalCase = (id: string) =>
  id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
