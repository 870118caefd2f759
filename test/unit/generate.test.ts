import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Document, type JsonObject, operationsOf } from '../../spec/generate/document.ts';
import { operation, renderOperations } from '../../spec/generate/operations.ts';
import { renderSchemas } from '../../spec/generate/schemas.ts';
import { renderTypes } from '../../spec/generate/types.ts';

const document: Document = parse(`
openapi: 3.1.0
info: { title: Library, version: '1' }
paths:
  /books:
    post:
      operationId: books.create
      summary: Buy a book.
      x-scope: ['books:write']
      x-error-reasons:
        - { status: 409, code: CONFLICT, reason: sold_out, when: The shop has none left., details: [shopUrl] }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/BookCreate' }
      responses:
        '201':
          description: The book.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Book' }
        '202': { description: Nothing to say yet. }
        '409': { $ref: '#/components/responses/Conflict' }
    get:
      operationId: books.list
      x-idempotent: true
      x-tokenless: true
      x-evidence: inferred
      x-pagination: { style: cursor, items: books, cursor: after, next: nextCursor }
      parameters:
        - { name: after, in: query, schema: { type: string } }
        - { name: shelf_id, in: query, required: true, schema: { type: string } }
      responses:
        '200':
          description: Books.
          content:
            application/json:
              schema:
                type: object
                required: [books]
                properties:
                  books: { type: array, items: { $ref: '#/components/schemas/Book' } }
  /shelves/{shelfId}/books/{bookId}:
    parameters:
      - { name: shelfId, in: path, required: true, schema: { type: string } }
      - { name: bookId, in: path, required: true, schema: { type: string } }
    delete:
      operationId: books.remove
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: { type: object, properties: { why: { type: string } } }
      responses:
        '200': { description: Gone. }
webhooks:
  book.lent:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/BookLentEvent' }
      responses: { '2XX': { description: Taken. } }
  book.burnt:
    post:
      x-scope: ['fires:read']
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { at: { type: string } } }
      responses: { '2XX': { description: Taken. } }
components:
  responses:
    Conflict:
      description: Not now.
      content:
        application/json:
          schema: { type: object, properties: { error: { type: string } } }
  schemas:
    Binding:
      description: How it is bound.
      type: string
      x-extensible-enum: [hard, soft]
    Book:
      description: Something to read.
      type: object
      required: [id, binding, colour, printed_at]
      properties:
        id: { type: string, description: Its number. }
        binding: { $ref: '#/components/schemas/Binding' }
        colour:
          type: [string, 'null']
          x-extensible-enum: [red, blue]
        printed_at: { type: string, format: date-time }
        example: { type: string, description: A line from it., x-evidence: inferred }
        weight:
          x-evidence: client
          type: number
          default: 1
        kind: { type: string, const: book, description: What it is. }
    BookCreate:
      type: object
      additionalProperties: false
      properties:
        binding: { type: string, enum: [hard, soft], default: hard }
    BookLentEvent:
      x-scope: books:read
      type: object
      required: [event, book]
      properties:
        event: { const: book.lent }
        book: { $ref: '#/components/schemas/Book' }
`);

describe('generated types', () => {
  let types: string;
  beforeAll(async () => {
    types = await renderTypes(document);
  });

  it('keeps an extensible enum open', () => {
    expect(types).toContain(`export type Binding = "hard" | "soft" | (string & {});`);
  });

  it('adds null to a nullable extensible enum once', () => {
    expect(types).toContain(`colour: "red" | "blue" | (string & {}) | null;`);
  });

  it('keeps a closed enum closed, and optional in spite of its default; `undefined` is left out as well', () => {
    expect(types).toContain(`binding?: "hard" | "soft" | undefined;`);
  });

  it('names component schemas in place of indexing into components', () => {
    expect(types).toContain('export type Book = {');
    expect(types).toContain('books: Book[];');
    expect(types).toContain('binding: Binding;');
    expect(types).not.toContain(`["schemas"]`);
  });

  it('notes the evidence of what is not documented, and of nothing else', () => {
    expect(types).toMatch(/A line from it\.\n *\*\n *\* Evidence: inferred\n *\*\/\n *example\?:/);
    expect(types).toMatch(/Evidence: client\n[^;]*weight\?: number;/);
    expect(types).toMatch(/\/\*\* Its number\. \*\/\n *id: string;/);
  });

  it('describes a reference in the words of its target', () => {
    expect(types).toMatch(/\/\*\* How it is bound\. \*\/\n *binding: Binding;/);
  });

  it('leaves out comments that repeat the type', () => {
    expect(types).toMatch(/\/\*\* What it is\. \*\/\n *kind\?: "book";/);
    expect(types).not.toMatch(/@enum|@constant|Format:/);
  });
});

describe('generated schemas', () => {
  let schemas: string;
  beforeAll(async () => {
    schemas = (await renderSchemas(document)).replace(/\s+/g, ' ');
  });

  it('leaves responses open to unknown fields, new values and any date', () => {
    expect(schemas).toContain('zBook = z.looseObject({ id: z.string(), binding: zBinding,');
    expect(schemas).toContain("zBinding = z.union([ z.enum(['hard', 'soft']), z.string() ]);");
    expect(schemas).toContain('printed_at: z.string(),');
  });

  it('rejects unknown fields where the platform does', () => {
    expect(schemas).toContain(
      `zBookCreate = z.strictObject({ binding: z.optional(z.enum(['hard', 'soft'])) })`,
    );
  });

  it('fills in no default', () => {
    expect(schemas).toContain('weight: z.optional(z.number())');
  });

  it('maps operations and events to schemas, naming those that stand inline', () => {
    expect(schemas).toContain(`'books.create': { body: zBookCreate },`);
    expect(schemas).toContain(`'books.create': { 201: zBook, 409: zBooksCreateResponse409, },`);
    expect(schemas).toContain(`'books.list': { 200: zBooksListResponse200, },`);
    expect(schemas).toContain(`'books.remove': { body: zBooksRemoveBody },`);
    expect(schemas).toContain(`'book.lent': zBookLentEvent,`);
    expect(schemas).toContain(`'book.burnt': zBookBurntEventBody,`);
    expect(schemas).toContain('zBooksListResponse200 = z.looseObject({ books: z.array(zBook) })');
  });
});

describe('the operation table', () => {
  const table = Object.fromEntries(
    operationsOf(document).map((found) => [found.id, operation(document, found)]),
  );

  it('holds what a client needs to send a request, and no absent fact', () => {
    expect(table['books.create']).toEqual({
      id: 'books.create',
      method: 'POST',
      path: '/books',
      body: 'json',
      success: [201, 202],
      scope: ['books:write'],
    });
  });

  it('tells a record id in the query string from an optional parameter', () => {
    expect(table['books.list']).toEqual({
      id: 'books.list',
      method: 'GET',
      path: '/books',
      query: ['after', 'shelf_id'],
      requiredQuery: ['shelf_id'],
      success: [200],
      idempotent: true,
      pagination: { style: 'cursor', items: 'books', cursor: 'after', next: 'nextCursor' },
      tokenless: true,
      evidence: 'inferred',
    });
  });

  it('takes path parameters in order, and knows a form from JSON', () => {
    expect(table['books.remove']).toMatchObject({
      pathParams: ['shelfId', 'bookId'],
      body: 'form',
    });
  });

  it('reads from the body’s schema how much of a list one call takes', () => {
    const [found] = operationsOf(document);
    const withBody = (list: JsonObject) => {
      const schema = { type: 'object', properties: { books: { type: 'array', ...list } } };
      const requestBody = { content: { 'application/json': { schema } } };
      const node = { ...found!.node, requestBody, 'x-batch': 'books' };
      return operation(document, { ...found!, node });
    };
    expect(withBody({ maxItems: 12 }).batch).toEqual({ items: 'books', max: 12 });
    expect(() => withBody({})).toThrow(/books\.create.*maxItems/);
  });

  it('keeps the order of the spec', () => {
    expect(Object.keys(table)).toEqual(['books.create', 'books.list', 'books.remove']);
  });

  it('refuses a parameter that no client could send', () => {
    const [found] = operationsOf(document);
    const parameters = [{ name: 'If-Match', in: 'header' }];
    expect(() => operation(document, { ...found!, parameters })).toThrow(/books\.create.*If-Match/);
  });

  it('keeps error reasons, events and scopes apart from the table', () => {
    const source = renderOperations(document).replace(/\s+/g, ' ');
    expect(source).toContain(`"reason": "sold_out"`);
    expect(source).toContain(`"book.lent": { "scope": "books:read" }`);
    expect(source).toContain(`"book.burnt": { "scope": "fires:read" }`);
    expect(source).toContain(`scopes = [ "books:write" ] as const`);
    expect(source.indexOf('sold_out')).toBeGreaterThan(source.indexOf('export const errorReasons'));
  });

  it('tells the code beside each status, by the schema that has the codes', () => {
    const withCodes = (code: string) => {
      const codes = { 'x-extensible-enum': ['SOLD_OUT'], 'x-code-by-status': { 409: code } };
      const schemas = { Fault: { properties: { error: codes } }, OAuthErrorCode: codes };
      return { ...document, components: { schemas }, paths: {}, webhooks: {} };
    };
    const source = renderOperations(withCodes('SOLD_OUT')).replace(/\s+/g, ' ');
    expect(source).toContain('export const errorCodes = { "409": "SOLD_OUT" } as const;');
    expect(source).toContain('export const oauthErrorCodes = { "409": "SOLD_OUT" } as const;');
    expect(() => renderOperations(withCodes('BURNT'))).toThrow('Fault: BURNT is none of its codes');
  });

  it('refuses an error reason that says nothing', () => {
    const paths = {
      '/books': { get: { operationId: 'books.list', 'x-error-reasons': [{ status: 409 }] } },
    };
    expect(() => renderOperations({ ...document, paths })).toThrow(/books\.list.*no when/);
  });
});
