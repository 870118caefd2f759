import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { document } from '../../generated/opentrain/document.ts';
import { compareSpecs, type Difference } from '../../spec/diff/compare.ts';
import { printDifferences } from '../../spec/diff/print.ts';
import { readDocument } from '../../spec/diff/read.ts';

// biome-ignore lint/suspicious/noExplicitAny: documents are doctored at will
type Spec = any;

const small = (): Spec => ({
  openapi: '3.1.0',
  info: { title: 'Small', version: '1' },
  servers: [{ url: 'https://app.example.com' }],
  paths: {
    '/api/things/{id}': {
      post: {
        operationId: 'things.update',
        parameters: [
          { in: 'path', name: 'id', required: true, schema: { type: 'string' } },
          { in: 'query', name: 'q', schema: { type: 'string' } },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string' },
                  note: { type: ['string', 'null'] },
                  kind: { type: 'string', enum: ['a', 'b'] },
                },
              },
            },
          },
        },
        responses: {
          200: {
            description: 'Done',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          404: {
            description: 'None',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
      },
    },
  },
  webhooks: {
    'thing.made': {
      post: {
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
        },
        responses: { 200: { description: 'Thanks' } },
      },
    },
  },
  components: {
    schemas: {
      Problem: { type: 'object', properties: { error: { type: 'string' } } },
      Thing: {
        type: 'object',
        required: ['size', 'note'],
        properties: {
          size: { type: 'integer' },
          note: { type: ['string', 'null'], 'x-evidence': 'inferred' },
          state: { type: 'string', 'x-extensible-enum': ['on', 'off'] },
          next: { $ref: '#/components/schemas/Thing' },
        },
      },
    },
  },
});

const operation = (spec: Spec) => spec.paths['/api/things/{id}'].post;
const sent = (spec: Spec) => operation(spec).requestBody.content['application/json'].schema;
const read = (spec: Spec) => spec.components.schemas.Thing;

/** What is found when their document is ours but for this. */
function found(doctor: (theirs: Spec) => void): Difference[] {
  const theirs = small();
  doctor(theirs);
  return compareSpecs(small(), theirs);
}

const summary = (differences: readonly Difference[]) =>
  differences.map(({ level, place, where }) => `${level} ${place}: ${where}`);

const update = 'POST /api/things/{id}';

describe('a comparison of two specs', () => {
  it.each<[string, (theirs: Spec) => void]>([
    ['words', (theirs) => Object.assign(operation(theirs), { description: 'x', tags: ['x'] })],
    ['extensions', (theirs) => Object.assign(operation(theirs), { 'x-internal': true })],
    [
      'an open enum that is written as a closed one',
      (theirs) => {
        read(theirs).properties.state = { type: 'string', enum: ['on', 'off'] };
      },
    ],
    [
      'null in the way of OpenAPI 3.0',
      (theirs) => {
        theirs.openapi = '3.0.3';
        read(theirs).properties.note = { type: 'string', nullable: true };
      },
    ],
    [
      'a schema that is written out',
      (theirs) => {
        const content = operation(theirs).responses[404].content['application/json'];
        content.schema = structuredClone(theirs.components.schemas.Problem);
      },
    ],
    [
      'a base path in the server’s address',
      (theirs) => {
        theirs.servers = [{ url: 'https://app.example.com/api' }];
        theirs.paths = { '/things/{id}': theirs.paths['/api/things/{id}'] };
      },
    ],
    [
      'another name of a path parameter',
      (theirs) => {
        theirs.paths = { '/api/things/{thingId}': theirs.paths['/api/things/{id}'] };
        operation({
          paths: { '/api/things/{id}': theirs.paths['/api/things/{thingId}'] },
        }).parameters[0].name = 'thingId';
      },
    ],
  ])('takes no notice of %s', (_, doctor) => {
    expect(found(doctor)).toEqual([]);
  });

  it.each<[string, (theirs: Spec) => unknown, string]>([
    ['a call that is gone', (theirs) => delete theirs.paths['/api/things/{id}'], `${update}: `],
    [
      'an answer that is gone',
      (theirs) => delete operation(theirs).responses[404],
      `${update}: answer 404`,
    ],
    [
      'a parameter that became required',
      (theirs) => {
        operation(theirs).parameters[1].required = true;
      },
      `${update}: parameters · 1 · required`,
    ],
    [
      'a field that has to be sent',
      (theirs) => sent(theirs).required.push('note'),
      `${update}: body · required · 1`,
    ],
    [
      'a field that can’t be sent any more',
      (theirs) => delete sent(theirs).properties.note,
      `${update}: body · note`,
    ],
    [
      'a value that can’t be sent any more',
      (theirs) => sent(theirs).properties.kind.enum.pop(),
      `${update}: body · kind · enum · 1`,
    ],
    [
      'a narrower type of what is sent',
      (theirs) => {
        sent(theirs).properties.note.type = 'string';
      },
      `${update}: body · note · type`,
    ],
  ])('calls %s breaking', (_, doctor, place) => {
    expect(summary(found(doctor))).toEqual([`breaking ${place}`]);
  });

  it.each<[string, (theirs: Spec) => unknown, string]>([
    [
      'another type',
      (theirs) => {
        read(theirs).properties.size.type = 'string';
      },
      'size · type',
    ],
    [
      'a null that nobody expects',
      (theirs) => {
        read(theirs).properties.size.type = ['integer', 'null'];
      },
      'size · type',
    ],
    ['a field that may be missing', (theirs) => read(theirs).required.pop(), 'required · 1'],
  ])('calls %s in answers and events breaking', (_, doctor, where) => {
    expect(summary(found(doctor))).toEqual([
      `breaking ${update}: answer 200 · ${where}`,
      `breaking event thing.made: answer 200 · ${where}`,
    ]);
  });

  it.each<[string, (theirs: Spec) => unknown]>([
    [
      'a call',
      (theirs) => Object.assign(theirs.paths, { '/api/more': { get: { responses: {} } } }),
    ],
    [
      'an optional parameter',
      (theirs) => operation(theirs).parameters.push({ in: 'query', name: 'z' }),
    ],
    ['a field of an answer', (theirs) => Object.assign(read(theirs).properties, { more: {} })],
    [
      'a value of an open enum',
      (theirs) => read(theirs).properties.state['x-extensible-enum'].push('x'),
    ],
    ['a value that may be sent', (theirs) => sent(theirs).properties.kind.enum.push('c')],
  ])('calls %s more harmless', (_, doctor) => {
    const levels = found(doctor).map(({ level }) => level);
    expect(new Set(levels)).toEqual(new Set(['added']));
  });

  it('says where our side was inferred, since theirs is right there', () => {
    const differences = found((theirs) => {
      read(theirs).properties.note.type = 'integer';
      read(theirs).properties.size.type = 'string';
    });
    const marks = differences.map(({ where, evidence }) => [where.split(' · ')[1], evidence]);
    expect(Object.fromEntries(marks)).toEqual({ note: 'inferred', size: undefined });
  });

  it('finds what was changed in a copy of our own document, worst first, and nothing else', () => {
    const theirs: Spec = JSON.parse(document);
    const { schemas } = theirs.components;
    schemas.Proposal.properties.starSign = { type: 'string' };
    schemas.LedgerEntry.properties.note.type = 'string';
    schemas.Credits.properties.availableCents.type = 'string';
    delete theirs.paths['/api/public/v1/team'];
    const text = printDifferences(compareSpecs(JSON.parse(document), theirs));
    const told = text.split('\n').filter((line) => !line.startsWith('    ours'));
    expect(told).toEqual([
      'Breaking: code written by our document fails on theirs (2)',
      '  GET /api/public/v1/credits: answer 200 · credits · availableCents · type',
      '  GET /api/public/v1/team',
      '',
      'Other differences (1)',
      '  GET /api/public/v1/credits: answer 200 · credits · recentEntries · items · note · type (and in 1 other place)',
      '',
      'In theirs only, and harmless (2)',
      '  GET /api/public/v1/jobs/{id}/proposals: answer 200 · proposals · items · starSign',
      '  GET /api/public/v1/proposals/{proposalId}: answer 200 · proposal · starSign',
    ]);
  });

  it('says so when there is nothing', () => {
    expect(printDifferences(found(() => {}))).toBe('No differences.');
  });
});

describe('reading the other document', () => {
  afterEach(() => vi.unstubAllGlobals());

  const inFile = async (text: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'spec-diff-'));
    try {
      const file = join(folder, 'their spec');
      await writeFile(file, text);
      return await readDocument(file);
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  it('takes JSON and YAML from files, and asks no network', async () => {
    const fetch = vi.fn();
    vi.stubGlobal('fetch', fetch);
    expect(await inFile(JSON.stringify(small()))).toEqual(small());
    expect(await inFile('openapi: 3.1.0\npaths: {}\n')).toEqual({ openapi: '3.1.0', paths: {} });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('fetches the address that was named, and no other', async () => {
    const fetch = vi.fn(async () => Response.json(small()));
    vi.stubGlobal('fetch', fetch);
    const address = 'https://app.example.com/openapi.json';
    expect(await readDocument(address)).toEqual(small());
    expect(fetch.mock.calls.map(([url]: unknown[]) => url)).toEqual([address]);
  });

  it('refuses what is no OpenAPI 3 document, and answers that are none', async () => {
    await expect(inFile('swagger: "2.0"\npaths: {}\n')).rejects.toThrow('is no OpenAPI 3 document');
    await expect(inFile('<html>')).rejects.toThrow('is no OpenAPI 3 document');
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
    await expect(readDocument('https://app.example.com/x')).rejects.toThrow('answered 503');
  });
});
