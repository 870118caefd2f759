import {
  type Application,
  Comment,
  Converter,
  type DeclarationReflection,
  makeRecursiveVisitor,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
  type SomeType,
} from 'typedoc';

/** What openapi-typescript writes beside the named types: the whole contract again, by path and by operation. */
const contracts = new Set(['paths', 'operations', 'components', 'webhooks']);

/** Whether it holds a contract. */
export const isContract = (reflection: Reflection): boolean =>
  reflection.kind === ReflectionKind.Interface && contracts.has(reflection.name);

/**
 * Shortens what nobody reads: an interface with a contract in it takes a megabyte, the type of a zod schema
 * says in a page what the named type says in a line.
 */
export function shortenGenerated(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) {
      for (const child of [...(module.children ?? [])]) {
        if (isContract(child)) emptyContract(project, child);
        if (child.kind === ReflectionKind.Namespace) nameSchemas(project, child);
      }
    }
  });
}

function emptyContract(project: ProjectReflection, contract: DeclarationReflection): void {
  for (const member of [...(contract.children ?? [])]) project.removeReflection(member);
  contract.comment = new Comment([
    {
      kind: 'text',
      text: `The contract as openapi-typescript writes it, for types that have no name of their own: \`${contract.name}['…']\`.`,
    },
  ]);
}

/** The zod schemas of a product. */
function nameSchemas(project: ProjectReflection, product: DeclarationReflection): void {
  const named = project.children?.find(({ name }) => name === `trainyard/${product.name}`);
  for (const schema of product.children ?? []) {
    if (schema.kind !== ReflectionKind.Variable || schema.type === undefined) continue;
    shorten(project, schema.type);
    const target = named?.getChildByName([schema.name.replace(/^z/, '')]);
    if (schema.comment === undefined && target !== undefined) {
      schema.comment = new Comment([
        { kind: 'inline-tag', tag: '@link', text: target.name, target },
        { kind: 'text', text: ' as a zod schema.' },
      ]);
    }
  }
}

/** Leaves of each schema what kind it is. */
function shorten(project: ProjectReflection, type: SomeType): void {
  if (type.type === 'reference') {
    for (const argument of type.typeArguments ?? []) {
      argument.visit(
        makeRecursiveVisitor({
          reflection: ({ declaration }) => project.removeReflection(declaration),
        }),
      );
    }
    delete type.typeArguments;
  } else if (type.type === 'reflection') {
    for (const { type: inner } of type.declaration.children ?? []) {
      if (inner !== undefined) shorten(project, inner);
    }
  }
}
