import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { safeParse, type ZodMiniType } from 'zod/mini';
import {
  child,
  contentOf,
  type Document,
  eventsOf,
  type Json,
  type JsonObject,
  loadSpec,
  operationsOf,
  resolve,
} from '../../spec/generate/document.ts';

interface Schemas {
  readonly requests: Record<string, { body: ZodMiniType }>;
  readonly responses: Record<string, Record<string, ZodMiniType>>;
  readonly events: Record<string, ZodMiniType>;
}

interface Example {
  readonly title: string;
  readonly value: Json | undefined;
  readonly schema: ZodMiniType | undefined;
}

const products = ['trainar', 'opentrain', 'platform'].filter((name) =>
  existsSync(`spec/${name}.yaml`),
);

describe.each(products)('examples of %s', async (product) => {
  const document = await loadSpec(`spec/${product}.yaml`);
  const schemas: Schemas = await import(`../../generated/${product}/schemas.ts`);
  const operations = operationsOf(document);
  const events = eventsOf(document);

  const requestExamples = operations.flatMap(({ id, node }) =>
    examplesOf(document, `${id} request`, node.requestBody, schemas.requests[id]?.body),
  );
  const responseExamples = operations.flatMap(({ id, node }) =>
    Object.entries(child(node, 'responses')).flatMap(([status, response]) =>
      examplesOf(document, `${id} ${status}`, response, schemas.responses[id]?.[status]),
    ),
  );
  const eventExamples = events.flatMap(({ name, node }) =>
    examplesOf(document, name, node.requestBody, schemas.events[name]),
  );

  it.each([...requestExamples, ...responseExamples, ...eventExamples])(
    '$title fits its schema',
    ({ title, value, schema }) => {
      if (schema === undefined) throw new Error(`${title}: no schema was generated`);
      const result = safeParse(schema, value);
      expect(result.error?.issues ?? []).toEqual([]);
    },
  );

  it('exist for every body that a caller sends', () => {
    const bare = operations.filter(({ id }) => id in schemas.requests);
    expect(
      missing(
        bare.map(({ id }) => `${id} request`),
        requestExamples,
      ),
    ).toEqual([]);
  });

  it('exist for a success of every operation that answers with a body', () => {
    const successes = responseExamples.filter(({ title }) => / 2\d\d\b/.test(title));
    const wanted = operations.filter(({ id }) =>
      Object.keys(schemas.responses[id] ?? {}).some((status) => status.startsWith('2')),
    );
    const bare = wanted.filter(
      ({ id }) => !successes.some(({ title }) => title.startsWith(`${id} `)),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('exist for every event', () => {
    expect(
      missing(
        events.map(({ name }) => name),
        eventExamples,
      ),
    ).toEqual([]);
  });
});

/** The examples of a request, a response or an event, each with the schema it should fit. */
function examplesOf(
  document: Document,
  title: string,
  body: Json | undefined,
  schema: ZodMiniType | undefined,
): Example[] {
  const media: JsonObject = contentOf(resolve(document, body))?.node ?? {};
  const named = Object.entries(child(media, 'examples')).map(([name, example]) => ({
    title: `${title} (${name})`,
    value: resolve(document, example).value,
    schema,
  }));
  return 'example' in media ? [...named, { title, value: media.example, schema }] : named;
}

const missing = (wanted: string[], examples: Example[]) =>
  wanted.filter(
    (title) =>
      !examples.some((found) => found.title === title || found.title.startsWith(`${title} (`)),
  );
