import openapiTS, {
  astToString,
  NULL,
  type OpenAPI3,
  tsLiteral,
  tsUnion,
} from 'openapi-typescript';
import ts from 'typescript';
import {
  type Document,
  type Json,
  type JsonObject,
  operationsOf,
  resolve,
  walk,
} from './document.ts';

const { factory } = ts;

/** TypeScript types for a document: one exported type a component schema, and `operations`. */
export async function renderTypes(document: Document): Promise<string> {
  const annotated = structuredClone(document);
  walk(annotated, (node) => describe(document, node));
  // Any JSON to us, and what the linter has found to be OpenAPI.
  const nodes = await openapiTS(annotated as unknown as OpenAPI3, {
    alphabetize: false,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: extensibleEnum,
  });
  return tidyComments(astToString(nameSchemas(nodes, requestSchemas(document))));
}

/**
 * Gathers what an editor should show of a node into its `summary`, the one field that becomes plain
 * JSDoc text, and drops what would only be noise there.
 */
function describe(document: Document, node: JsonObject): void {
  // A union of references to types that each hold a constant is already told apart by TypeScript.
  delete node.discriminator;
  delete node.format;
  if (typeof node.example === 'object') delete node.example;
  delete node.examples;
  const inherited = typeof node.$ref === 'string' ? resolve(document, node).description : undefined;
  const parts = [node.summary, node.description ?? inherited].filter(
    (part) => typeof part === 'string',
  );
  if (typeof node['x-evidence'] === 'string') parts.push(`Evidence: ${node['x-evidence']}`);
  delete node.description;
  if (parts.length > 0) node.summary = parts.map((part) => part.trim()).join('\n\n');
}

/** `'a' | 'b' | (string & {})`: an editor completes the known values, any other compiles too. */
function extensibleEnum(schema: object): ts.TypeNode | undefined {
  const values: unknown = 'x-extensible-enum' in schema && schema['x-extensible-enum'];
  if (!Array.isArray(values)) return undefined;
  const open = factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  );
  const known = values
    .filter((value: unknown) => value !== null)
    .map((value: unknown) => tsLiteral(value));
  const nullable = ('type' in schema && isNullable(schema.type)) || values.includes(null);
  return tsUnion([...known, open, ...(nullable ? [NULL] : [])]);
}

const isNullable = (type: unknown) => Array.isArray(type) && type.includes('null');

/**
 * Turns every component schema into a type of its own, and every `components['schemas']['Task']` into
 * `Task`, so that editors and compiler errors say `Task` where they would else print the whole object.
 */
function nameSchemas(nodes: ts.Node[], sent: ReadonlySet<string>): ts.Node[] {
  const rename = <T extends ts.Node>(root: T): T => {
    const visit = (node: ts.Node): ts.Node => {
      const name = schemaName(node);
      return name === undefined
        ? ts.visitEachChild(node, visit, undefined)
        : factory.createTypeReferenceNode(name);
    };
    return visit(root) as T;
  };
  return nodes.flatMap((node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'components') return [rename(node)];
    const aliases: ts.Node[] = [];
    const members = node.members.map((member) => {
      if (!ts.isPropertySignature(member) || nameOf(member) !== 'schemas') return rename(member);
      const schemas: readonly ts.TypeElement[] =
        member.type && ts.isTypeLiteralNode(member.type) ? member.type.members : [];
      const references = schemas.filter(ts.isPropertySignature).map((schema) => {
        const name = nameOf(schema);
        if (schema.type === undefined) throw new Error(`${name}: no type`);
        const alias = factory.createTypeAliasDeclaration(
          [factory.createModifier(ts.SyntaxKind.ExportKeyword)],
          name,
          undefined,
          sent.has(name) ? asSent(rename(schema.type)) : rename(schema.type),
        );
        ts.setSyntheticLeadingComments(alias, ts.getSyntheticLeadingComments(schema));
        aliases.push(alias);
        return factory.createPropertySignature(
          undefined,
          schema.name,
          undefined,
          factory.createTypeReferenceNode(name),
        );
      });
      const { modifiers, name, questionToken } = member;
      const literal = factory.createTypeLiteralNode(references);
      return factory.updatePropertySignature(member, modifiers, name, questionToken, literal);
    });
    const { modifiers, name, typeParameters, heritageClauses } = node;
    return [
      factory.updateInterfaceDeclaration(
        node,
        modifiers,
        name,
        typeParameters,
        heritageClauses,
        members,
      ),
      ...aliases,
    ];
  });
}

/**
 * What is only ever sent takes more. Lists are read-only, so that `as const` bodies and frozen lists fit; what may be left
 * out may be `undefined` too, which is never written: `{ title: maybe }` compiles under `exactOptionalPropertyTypes`.
 */
function asSent<T extends ts.Node>(root: T): T {
  const visit = (node: ts.Node): ts.Node => {
    const inner = ts.visitEachChild(node, visit, undefined);
    if (ts.isArrayTypeNode(inner)) {
      return factory.createTypeOperatorNode(ts.SyntaxKind.ReadonlyKeyword, inner);
    }
    if (!ts.isPropertySignature(inner) || !inner.questionToken || !inner.type) return inner;
    const { modifiers, name, questionToken, type } = inner;
    const members = ts.isUnionTypeNode(type) ? type.types : [type];
    const open = factory.createUnionTypeNode([
      ...members,
      factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword),
    ]);
    return factory.updatePropertySignature(inner, modifiers, name, questionToken, open);
  };
  return visit(root) as T;
}

/** Names of the schemas that stand in request bodies and nowhere in an answer or an event. */
function requestSchemas(document: Document): Set<string> {
  const sent = new Set<string>();
  const received = new Set<string>();
  const collect = (node: Json | undefined, into: Set<string>): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const item of node) collect(item, into);
      return;
    }
    const name =
      typeof node.$ref === 'string' && /^#\/components\/schemas\/(.+)$/.exec(node.$ref)?.[1];
    if (name && !into.has(name)) {
      into.add(name);
      collect(resolve(document, node), into);
    }
    for (const [key, child] of Object.entries(node)) if (key !== '$ref') collect(child, into);
  };
  for (const { node } of operationsOf(document)) {
    collect(resolve(document, node.requestBody), sent);
    collect(node.responses, received);
  }
  collect((document as JsonObject).webhooks, received);
  return new Set([...sent].filter((name) => !received.has(name)));
}

const nameOf = (member: ts.PropertySignature) =>
  ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : '';

/** `Task` for the type `components['schemas']['Task']`. */
function schemaName(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType))
    return undefined;
  const { objectType: root, indexType: group } = node.objectType;
  const isComponents =
    ts.isTypeReferenceNode(root) &&
    ts.isIdentifier(root.typeName) &&
    root.typeName.text === 'components';
  return isComponents && textOf(group) === 'schemas' ? textOf(node.indexType) : undefined;
}

const textOf = (node: ts.TypeNode) =>
  ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;

/** Drops tags that repeat the type, and the deep indent that editors would show as a block of code. */
function tidyComments(source: string): string {
  return source
    .replace(/^ *\/\*\* @(?:enum \{.*\}|constant) \*\/\n/gm, '')
    .replace(/^ *\* @(?:enum \{.*\}|constant)\n/gm, '')
    .replace(/^( *\*) {2,}(?=\S)/gm, '$1 ')
    .replace(/^( *\*) +$/gm, '$1')
    .replace(/\/\*\*\n *\* ([^\n@]*)\n *\*\//g, '/** $1 */')
    .replace(/;\n(?=\/\*\*|export )/g, ';\n\n');
}
