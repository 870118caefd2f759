/** What is read of a zod schema, of any flavour. */
interface Shape {
  readonly _zod?: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, Shape>>;
      readonly catchall?: Shape;
      readonly element?: Shape;
      readonly innerType?: Shape;
      readonly options?: readonly Shape[];
      readonly entries?: Readonly<Record<string, unknown>>;
      readonly left?: Shape;
      readonly right?: Shape;
      readonly getter?: () => Shape;
    };
  };
  safeParse?(value: unknown): { success: boolean };
}

/** A part of a body that its schema lets pass, and does not know. */
export interface UnknownPart {
  path: string;
  /** Of a value: those that the schema lists. Absent where the whole field is unknown. */
  listed?: string[];
}

/**
 * The fields that a schema does not name, and the values that it does not list. Schemas let both pass, so that a field
 * or a value which the platform adds breaks nobody; here they are found.
 */
export function unknownParts(schema: object, body: unknown): UnknownPart[] {
  const found: UnknownPart[] = [];
  collect([schema as Shape], body, '', found);
  return found;
}

function collect(
  schemas: readonly Shape[],
  value: unknown,
  path: string,
  into: UnknownPart[],
): void {
  if (typeof value === 'string') {
    const lists = schemas.flatMap(listed);
    if (lists.length > 0 && !lists.includes(value)) into.push({ path, listed: lists });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const defs = schemas.flatMap((schema) => concrete(schema, value)).map(({ _zod }) => _zod?.def);
  if (Array.isArray(value)) {
    const elements = defs.flatMap((def) => def?.element ?? []);
    for (const [at, item] of value.entries()) collect(elements, item, `${path}[${at}]`, into);
    return;
  }
  // The generator writes so where the spec lets anything stand beside what it names.
  if (defs.some((def) => def?.catchall?._zod?.def.type === 'any')) return;
  const shapes = defs.flatMap((def) => (def?.shape ? [def.shape] : []));
  // Nothing is known of what stands under a record or a free-form value.
  if (shapes.length < defs.length || shapes.length === 0) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = path && `${path}.${key}`;
    const named = shapes.flatMap((shape) => (Object.hasOwn(shape, key) ? (shape[key] ?? []) : []));
    if (named.length === 0) into.push({ path: at || key });
    else collect(named, inner, at || key, into);
  }
}

/** The values of a list that may grow: the generator writes it as a union of those values and any string. */
function listed(schema: Shape): string[] {
  const { innerType, getter, options } = schema._zod?.def ?? {};
  const inner = innerType ?? getter?.();
  if (inner) return listed(inner);
  if (!options?.some(({ _zod }) => _zod?.def.type === 'string')) {
    return options?.flatMap(listed) ?? [];
  }
  return options.flatMap(({ _zod }) => Object.values(_zod?.def.entries ?? {}).map(String));
}

/** The schemas that hold for a value at once, wrappers and alternatives resolved. */
function concrete(schema: Shape, value: unknown): Shape[] {
  const { innerType, getter, left, right, options } = schema._zod?.def ?? {};
  if (left && right) return [...concrete(left, value), ...concrete(right, value)];
  const inner =
    innerType ??
    getter?.() ??
    (options && (options.find((option) => option.safeParse?.(value).success) ?? options[0]));
  return inner ? concrete(inner, value) : [schema];
}
