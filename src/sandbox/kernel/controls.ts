import { sameSite } from './cross-site.ts';
import { Refusal } from './refusal.ts';

/** A function of the sandbox that stands for the human, the trainer or a dashboard. */
export type Control = (...args: never[]) => unknown;

/** Controls under names: `{ approvals: { confirm(id, options) { … } } }`. */
export interface ControlTree {
  readonly [name: string]: Control | ControlTree;
}

const root = '/_sandbox/';

/** The controls by name, in code and over HTTP. */
export class Controls {
  readonly #controls = new Map<string, (...args: unknown[]) => unknown>();
  readonly #views = new Map<string, (query: URLSearchParams) => unknown>();

  /**
   * Makes each function of the tree answer `POST /_sandbox/<prefix>/<path>`. Its JSON body is the
   * list of arguments, or the only argument.
   *
   * @returns the tree, which is what code calls.
   * @example
   * controls.expose('opentrain', { approvals: { confirm: (id: string) => … } });
   * // POST /_sandbox/opentrain/approvals/confirm  ["apr_1"]
   */
  expose<Tree extends object>(prefix: string, tree: Tree): Tree {
    for (const [name, value] of Object.entries(tree)) {
      const path = prefix === '' ? name : `${prefix}/${name}`;
      if (typeof value === 'function') this.#controls.set(path, value.bind(tree));
      else if (typeof value === 'object' && value !== null) this.expose(path, value);
    }
    return tree;
  }

  /** Makes something readable at `GET /_sandbox/<name>`. */
  view(name: string, read: (query: URLSearchParams) => unknown): void {
    this.#views.set(name, read);
  }

  /** Names of everything that can be posted to. */
  names(): string[] {
    return [...this.#controls.keys()];
  }

  /** @returns `undefined` when the path is none of ours. */
  async answer(request: Request, url: URL): Promise<Response | undefined> {
    if (!url.pathname.startsWith(root)) return undefined;
    const name = url.pathname.slice(root.length).replace(/\/$/, '');
    try {
      if (request.method === 'GET') return this.#read(name, url);
      if (request.method !== 'POST') throw new Refusal(405, 'METHOD_NOT_ALLOWED', 'Use POST.');
      if (!sameSite(request, url)) {
        throw new Refusal(403, 'CROSS_SITE', 'Another site may not drive this sandbox.');
      }
      return await this.#call(name, await request.text());
    } catch (error) {
      const { status, code, message, details } = refusalOf(error);
      return json(status, { error: message, code, ...(details && { details }) });
    }
  }

  #read(name: string, url: URL): Response {
    const view = this.#views.get(name);
    if (!view) throw unknown(name);
    return json(200, view(url.searchParams));
  }

  async #call(name: string, text: string): Promise<Response> {
    const control = this.#controls.get(name);
    if (!control) throw unknown(name);
    const body = parse(text);
    const args = Array.isArray(body) ? body : body === undefined ? [] : [body];
    return json(200, (await control(...args)) ?? null);
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'BAD_REQUEST', 'The body is not JSON.');
  }
}

function unknown(name: string): Refusal {
  return new Refusal(404, 'NOT_FOUND', `There is no control ${name}.`);
}

/** A control that throws was called wrongly: whoever drives the sandbox should see why. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(400, 'BAD_REQUEST', error instanceof Error ? error.message : String(error));
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}
