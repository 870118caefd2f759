import type { Reply } from './handler.ts';
import type { Inbound, Product } from './product.ts';
import type { Routed } from './router.ts';

/** A reply as a `Response`. Headers common to the operation go under those of the reply. */
export function respond(
  reply: Reply | Response,
  common: Record<string, string>,
  inbound: Inbound,
): Response {
  const headers = new Headers(common);
  const own = reply instanceof Response ? reply.headers : new Headers(reply.headers);
  own.forEach((value, name) => {
    headers.set(name, value);
  });
  const init = { status: reply.status, headers };
  if (inbound.request.method === 'HEAD') return new Response(null, init);
  if (reply instanceof Response) return new Response(reply.body, init);
  const { body } = reply;
  if (body === undefined) return new Response(null, init);
  if (typeof body === 'string') return new Response(body, init);
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), init);
}

/** Headers that every answer of the routed operation carries, errors included. */
export function commonHeaders(routed: Routed): Record<string, string> {
  const { product, route } = routed;
  return { ...readable(routed), ...(route && product?.headers?.(route.operation)) };
}

/** What lets a page read an answer of the routed operation, where it may. */
export function readable({ product, route }: Routed): Record<string, string> {
  const may = product && route && allowsBrowsers(product, route.operation);
  return may ? { 'access-control-allow-origin': '*' } : {};
}

/** The answer to a browser's question whether it may call; `undefined` when it may not. */
export function preflight({ product, route }: Routed): Response | undefined {
  if (!product || !route || !allowsBrowsers(product, route.operation)) return undefined;
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': `${route.operation.method}, OPTIONS`,
      'access-control-allow-headers': '*',
      ...product.headers?.(route.operation),
    },
  });
}

function allowsBrowsers(
  product: Product,
  operation: Parameters<NonNullable<Product['cors']>>[0],
): boolean {
  if (product.cors) return product.cors(operation);
  return operation.tokenless === true && operation.method === 'GET';
}
