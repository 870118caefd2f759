import { readText } from '../kernel/body.ts';
import { sameSite } from '../kernel/cross-site.ts';
import { Gated, Refusal } from '../kernel/refusal.ts';
import { errorPage } from './error-page.ts';
import { type Page, respondWith } from './page.ts';

/** Somebody looks at a page, or sends its form. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  /** Decoded parts of the path, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What the form says; empty for a GET. */
  readonly form: URLSearchParams;
}

/** Shows a page, or answers as it likes. Throws `Refusal` to say no. */
export type Visitor = (visit: Visit) => Page | Response | Promise<Page | Response>;

/** What one path shows, and what its form does. */
export interface Visitors {
  get?: Visitor;
  /** Runs only for forms of this very origin. */
  post?: Visitor;
}

interface Route {
  readonly path: string;
  readonly segments: readonly string[];
  readonly origins: readonly string[];
  readonly visitors: Visitors;
}

/** Nobody types more into a form than this. */
const mostBytes = 65_536;

/**
 * The pages that people look at. They are no part of the platforms' APIs: their visits are not in the
 * request log, no fault hits them, and they draw on no seed, so looking changes nothing.
 */
export class Site {
  readonly #routes = new Map<string, Route[]>();

  /**
   * @param path such as `/approvals/{id}`.
   * @param origins where it is: real origins, and `local` for every other one.
   */
  add(path: string, visitors: Visitors, origins: readonly string[] = ['local']): void {
    const segments = path.split('/').slice(1);
    const first = segments[0] ?? '';
    const others = this.#routes.get(first) ?? [];
    this.#routes.set(first, [...others, { path, segments, origins, visitors }]);
  }

  /**
   * @param origin the request's own, or `local`.
   * @returns `undefined` when there is no page here.
   */
  async answer(request: Request, url: URL, origin: string): Promise<Response | undefined> {
    const segments = url.pathname.split('/').slice(1);
    const routes = this.#routes.get(segments[0] ?? '') ?? [];
    for (const route of routes) {
      const params = route.origins.includes(origin) && match(route.segments, segments);
      if (params) return visited(route.visitors, request, url, params);
    }
    return undefined;
  }
}

/** Goes on to another page, so that a reload repeats nothing. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

async function visited(
  { get, post }: Visitors,
  request: Request,
  url: URL,
  params: Record<string, string>,
): Promise<Response> {
  const { method } = request;
  const visitor =
    method === 'POST' ? post : method === 'GET' || method === 'HEAD' ? get : undefined;
  try {
    if (!visitor) throw new Refusal(405, 'METHOD_NOT_ALLOWED', 'This page does not do that.');
    const form = method === 'POST' ? await formOf(request, url) : new URLSearchParams();
    const shown = await visitor({ request, url, params, query: url.searchParams, form });
    const response = shown instanceof Response ? shown : respondWith(shown);
    return method === 'HEAD' ? new Response(null, response) : response;
  } catch (error) {
    const { status, message } = refusalOf(error);
    return respondWith(errorPage(status, message));
  }
}

async function formOf(request: Request, url: URL): Promise<URLSearchParams> {
  if (!sameSite(request, url)) {
    throw new Refusal(403, 'CROSS_SITE', 'This form was sent from another site.');
  }
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'This page takes its own form only.');
  }
  return new URLSearchParams(await readText(request, mostBytes));
}

/** What a control says of a wrong argument is for whoever filled the form in; the rest is a bug of ours. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Gated) {
    const tooLarge = error.reason.gate === 'too-large';
    return new Refusal(tooLarge ? 413 : 400, 'BAD_REQUEST', 'This form can’t be read.');
  }
  if (error instanceof RangeError) {
    return new Refusal(400, 'BAD_REQUEST', error.message);
  }
  return new Refusal(500, 'INTERNAL_ERROR', error instanceof Error ? error.message : String(error));
}

function match(
  wanted: readonly string[],
  given: readonly string[],
): Record<string, string> | undefined {
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, segment] of wanted.entries()) {
    const value = given[i] ?? '';
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined && segment !== value) return undefined;
    if (name !== undefined) {
      if (value === '') return undefined;
      params[name] = decoded(value);
    }
  }
  return params;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
