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
      readonly left?: Shape;
      readonly right?: Shape;
      readonly getter?: () => Shape;
    };
  };
  safeParse?(value: unknown): { success: boolean };
}

/**
 * Paths of the fields that a schema does not name. Schemas let unknown fields pass, so that a field
 * which the platform adds breaks nobody; here they are found.
 */
export function unknownFields(schema: object, body: unknown): string[] {
  const found: string[] = [];
  collect([schema as Shape], body, '', found);
  return found;
}

function collect(schemas: readonly Shape[], value: unknown, path: string, into: string[]): void {
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
    if (named.length === 0) into.push(at || key);
    else collect(named, inner, at || key, into);
  }
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
