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
  const body = reply instanceof Response ? reply.body : written(reply.body, headers);
  const bodiless = inbound.request.method === 'HEAD' || withoutBody.has(reply.status);
  return new Response(bodiless ? null : body, init);
}

/** Statuses that HTTP gives no body to: a fault may ask for one. */
const withoutBody = new Set([204, 205, 304]);

/** A body as it is sent: all but text is JSON, and says so unless it was said to be something else. */
function written(body: unknown, headers: Headers): string | null {
  if (body === undefined) return null;
  if (typeof body === 'string') return body;
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return JSON.stringify(body);
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
