import type { Operation } from '../../core/operation.ts';
import type { Mount, Product } from './product.ts';

/** What a URL means. */
export interface Route {
  product: Product;
  operation: Operation;
  params: Record<string, string>;
}

/** The outcome of routing: with a route, or with the product that words the refusal. */
export interface Routed {
  /** `undefined` when no product answers here at all. */
  product: Product | undefined;
  route: Route | undefined;
  /** Methods this path has, when it has any. */
  allow: string[];
}

interface Node {
  literals: Map<string, Node>;
  param?: Node;
  /** Operations by method, with their parameter names in path order. */
  leaves: Map<string, { product: Product; operation: Operation; names: string[] }>;
}

const newNode = (): Node => ({ literals: new Map(), leaves: new Map() });
/** One slash at the end says nothing; between two others an empty part is a part, as of an id that was left empty. */
const segmentsOf = (path: string) => path.replace(/\/$/, '').split('/').slice(1);

/** Finds the operation of a URL. Literal segments win over parameters: `/jobs/mine` over `/jobs/{id}`. */
export class Router {
  readonly #roots = new Map<string, Node>();
  readonly #products: Product[] = [];
  readonly #owners = new Map<string, { prefix: string; product: Product }[]>();

  mount(product: Product): void {
    this.#products.push(product);
    for (const mount of product.mounts) {
      const node = this.#root(mount.origin);
      for (const operation of Object.values(product.operations)) {
        this.#add(node, mount, operation, product);
      }
      const owners = this.#owners.get(mount.origin) ?? [];
      owners.push({ prefix: mount.owns ?? mount.base, product });
      owners.sort((a, b) => b.prefix.length - a.prefix.length);
      this.#owners.set(mount.origin, owners);
    }
  }

  /** Whether some product, or the named one, has this operation. */
  has(operationId: string, productId?: string): boolean {
    return this.#products.some(
      ({ id, operations }) =>
        (productId === undefined || id === productId) && Object.hasOwn(operations, operationId),
    );
  }

  /** An operation by its name, for calls that come in by another way than its path. */
  locate(productId: string, operationId: string): Routed {
    const product = this.#products.find(({ id }) => id === productId);
    const operation = product?.operations[operationId];
    if (!product || !operation) throw new Error(`there is no ${productId} ${operationId}`);
    return { product, route: { product, operation, params: {} }, allow: [] };
  }

  /** Every operation, by product. */
  operations(): { product: string; ids: string[] }[] {
    return this.#products.map(({ id, operations }) => ({
      product: id,
      ids: Object.keys(operations),
    }));
  }

  /** The real origins that are answered. */
  get origins(): string[] {
    return [...this.#roots.keys()].filter((origin) => origin !== 'local');
  }

  isLocal(url: URL): boolean {
    return !this.#roots.has(url.origin);
  }

  find(method: string, url: URL): Routed {
    const origin = this.isLocal(url) ? 'local' : url.origin;
    const values: string[] = [];
    const root = this.#roots.get(origin);
    const node = root && match(root, segmentsOf(url.pathname), 0, values);
    const leaf = node?.leaves.get(method === 'HEAD' ? 'GET' : method);
    const allow = [...(node?.leaves.keys() ?? [])];
    if (!leaf) {
      const any = node && [...node.leaves.values()][0];
      return {
        product: any?.product ?? this.#owner(origin, url.pathname),
        route: undefined,
        allow,
      };
    }
    const { product, operation, names } = leaf;
    const params = Object.fromEntries(names.map((name, i) => [name, decode(values[i] ?? '')]));
    return { product, route: { product, operation, params }, allow };
  }

  #owner(origin: string, path: string): Product | undefined {
    const owners = this.#owners.get(origin) ?? [];
    const owner = owners.find(
      ({ prefix }) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`),
    );
    // Nobody's path: somebody has to word the 404, so the one who owns most does.
    return (owner ?? owners.at(-1))?.product;
  }

  #root(origin: string): Node {
    const root = this.#roots.get(origin) ?? newNode();
    this.#roots.set(origin, root);
    return root;
  }

  #add(root: Node, { base }: Mount, operation: Operation, product: Product): void {
    let node = root;
    const names: string[] = [];
    for (const segment of segmentsOf(base + operation.path)) {
      const name = /^\{(.+)\}$/.exec(segment)?.[1];
      if (name !== undefined) {
        names.push(name);
        node.param ??= newNode();
        node = node.param;
      } else {
        const next = node.literals.get(segment) ?? newNode();
        node.literals.set(segment, next);
        node = next;
      }
    }
    const method = operation.method.toUpperCase();
    const taken = node.leaves.get(method);
    if (taken)
      throw new Error(
        `${operation.id} and ${taken.operation.id} share ${method} ${operation.path}`,
      );
    node.leaves.set(method, { product, operation, names });
  }
}

function match(
  node: Node,
  path: readonly string[],
  depth: number,
  values: string[],
): Node | undefined {
  const segment = path[depth];
  if (segment === undefined) return node.leaves.size > 0 ? node : undefined;
  const literal = node.literals.get(segment);
  const found = literal && match(literal, path, depth + 1, values);
  if (found || !node.param) return found;
  values.push(segment);
  const byParam = match(node.param, path, depth + 1, values);
  if (!byParam) values.pop();
  return byParam;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
