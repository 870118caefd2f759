import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderJsonSchemas } from '../../spec/generate/json-schemas.ts';
import { renderTools } from '../../spec/generate/tools.ts';

const shelf = `
openapi: 3.1.0
info: { title: Library, version: '1' }
x-mcp-tools:
  lend_book: { ours: true, title: Lend a book, description: Lends it., operation: books.lend, openWorld: true }
  count_books: { title: Count, description: Counts., scope: [read], readOnly: true, arguments: { $ref: '#/components/schemas/Count' } }
paths:
  /books:
    delete:
      operationId: books.lend
      x-scope: ['books:write']
      parameters:
        - { name: book_id, in: query, required: true, description: "Id\\nof the book.", schema: { type: string, x-evidence: inferred } }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Lend' }
      responses: { '200': { description: Lent. } }
components:
  schemas:
    Lend:
      description: To whom.
      type: object
      required: [to]
      properties:
        to: { $ref: '#/components/schemas/Reader' }
        example: { type: string, example: a property of that name stays }
    Reader: { type: object, x-evidence: inferred, properties: { name: { type: string } } }
    Count: { type: object, description: Nothing to say. }
`;

const tableOf = (text: string) => {
  const spec = parse(text);
  const inputs = JSON.parse(
    /inputs: .* = (\{[\s\S]*?\n\})/.exec(renderJsonSchemas(spec))?.[1] ?? '',
  );
  const source = /tools = (\{[\s\S]*\}) satisfies/.exec(renderTools(spec) ?? '')?.[1];
  return new Function('inputs', `return ${source}`)(inputs);
};

describe('tools in a spec', () => {
  it('take what their operation takes, in one object of plain JSON Schema, and its facts', () => {
    expect(tableOf(shelf).lend_book).toEqual({
      name: 'lend_book',
      title: 'Lend a book',
      description: 'Lends it.',
      operationId: 'books.lend',
      ours: true,
      scope: ['books:write'],
      readOnly: false,
      destructive: true,
      idempotent: false,
      openWorld: true,
      inputSchema: {
        type: 'object',
        required: ['book_id', 'to'],
        properties: {
          to: { type: 'object', properties: { name: { type: 'string' } } },
          example: { type: 'string' },
          book_id: { type: 'string', description: 'Id of the book.' },
        },
      },
    });
  });

  it('without an operation say the rest themselves', () => {
    expect(tableOf(shelf).count_books).toMatchObject({
      scope: ['read'],
      readOnly: true,
      idempotent: true,
      destructive: false,
      inputSchema: { type: 'object' },
    });
  });

  it('that name an operation that is not there are refused; where there are none, nothing is made', () => {
    expect(() => renderTools(parse(shelf.replace('books.lend,', 'books.burn,')))).toThrow(
      /lend_book.*books\.burn/,
    );
    expect(renderTools(parse('openapi: 3.1.0'))).toBeUndefined();
  });
});
