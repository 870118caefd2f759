import type { Activity, Task } from './activity.ts';
import type { SandboxClock } from './clock.ts';
import type { CallFault, Faults } from './faults.ts';
import { gates, type Passing } from './gates.ts';
import type { Actor, Reply } from './handler.ts';
import type { Limit } from './limits.ts';
import type { Inbound, Product } from './product.ts';
import { Query } from './query.ts';
import type { Random } from './random.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { redact, redactText, redactUrl } from './redact.ts';
import { Gated, Refusal } from './refusal.ts';
import type { LoggedRequest, RequestLog } from './request-log.ts';
import { commonHeaders, preflight, readable, respond } from './respond.ts';
import type { Routed, Router } from './router.ts';

/** Thrown in place of an answer when a fault breaks the connection; looks like fetch's own error. */
export class DroppedConnection extends TypeError {
  constructor() {
    super('fetch failed');
  }
}

/** What answering takes. */
export interface PipelineOptions {
  router: Router;
  faults: Faults;
  requests: RequestLog;
  rates: RateLimiter;
  random: Random;
  clock: SandboxClock;
  activity: Activity;
  limit: Limit;
}

/** Takes every call the same way: log, faults, route, gates, handler. */
export class Pipeline {
  readonly #options: PipelineOptions;

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  /**
   * @param ip the caller's address.
   * @param routed what is called, when it is not for the URL to say.
   * @throws DroppedConnection when a fault says so; the signal's reason when the caller gave up.
   */
  answer(
    request: Request,
    url: URL,
    ip: string,
    routed = this.#options.router.find(request.method, url),
  ): Promise<Response> {
    return this.#options.activity.run((task) => this.#logged(request, url, ip, routed, task));
  }

  async #logged(
    request: Request,
    url: URL,
    ip: string,
    routed: Routed,
    task: Task,
  ): Promise<Response> {
    const { clock, random, requests } = this.#options;
    const { product, route } = routed;
    const inbound: Inbound = {
      request,
      url,
      ip,
      requestId: random.stream('kernel.requests').uuid(),
      now: clock.now(),
      operation: route?.operation,
      params: route?.params ?? {},
    };
    const entry: LoggedRequest = {
      at: clock.iso(inbound.now),
      requestId: inbound.requestId,
      product: product?.id,
      operationId: route?.operation.id,
      method: request.method,
      url: redactUrl(url),
      body: undefined,
      actor: undefined,
      status: undefined,
      gate: undefined,
      error: undefined,
    };
    requests.add(entry);
    try {
      const response = await this.#faulty(inbound, routed, entry, task);
      entry.status = response.status;
      return response;
    } finally {
      requests.answered();
    }
  }

  async #faulty(
    inbound: Inbound,
    routed: Routed,
    entry: LoggedRequest,
    task: Task,
  ): Promise<Response> {
    const { faults, clock } = this.#options;
    const { method, signal } = inbound.request;
    // A browser's question before a call is no call.
    const fault =
      method === 'OPTIONS'
        ? undefined
        : faults.takeForCall(routed.product?.id, routed.route?.operation.id);
    if (!fault) return this.#answered(inbound, routed, entry);
    const { latencyMs } = fault;
    if (latencyMs !== undefined) await task.pause(() => clock.sleep(latencyMs, signal));
    if (fault.drop === true) throw new DroppedConnection();
    if (fault.status !== undefined)
      return faultResponse(fault, fault.status, inbound, routed, entry);
    const response = await this.#answered(inbound, routed, entry);
    if (fault.drop === 'response') throw new DroppedConnection();
    return response;
  }

  async #answered(inbound: Inbound, routed: Routed, entry: LoggedRequest): Promise<Response> {
    const { product } = routed;
    if (!product) return new Response(null, { status: 404 });
    const { method, headers } = inbound.request;
    if (method === 'OPTIONS') {
      const wanted = headers.get('access-control-request-method') ?? 'GET';
      const allowed = preflight(this.#options.router.find(wanted, inbound.url));
      if (allowed) return allowed;
    }
    const common = commonHeaders(routed);
    try {
      return respond(await this.#handled(inbound, routed, entry), common, inbound);
    } catch (error) {
      const refusal = toRefusal(error, inbound, product, entry);
      const { code, message } = refusal;
      entry.error = { code, message: redactText(message) };
      return refused(refusal, inbound, product, common);
    }
  }

  async #handled(
    inbound: Inbound,
    { product, route, allow }: Routed,
    entry: LoggedRequest,
  ): Promise<Reply | Response> {
    if (!route || !product) {
      throw new Gated(allow.length > 0 ? { gate: 'method', allow } : { gate: 'not-found' });
    }
    const { operation, params } = route;
    const { limit, rates } = this.#options;
    const call: Passing = {
      inbound,
      operation,
      product,
      limit,
      rates,
      actor: undefined,
      body: undefined,
    };
    for (const gate of gates) {
      await gate(call);
      entry.actor = call.actor?.id;
    }
    entry.body = redact(call.body);
    const handler = product.handlers[operation.id];
    if (!handler) throw new Gated({ gate: 'not-implemented' });
    const { request, url, now, requestId, ip } = inbound;
    return handler({
      operation,
      params,
      query: new Query(url.searchParams, product.inputs?.[operation.id]),
      body: call.body,
      get actor(): Actor {
        if (!call.actor) throw new Error(`${operation.id} is tokenless: it has no actor`);
        return call.actor;
      },
      request,
      url,
      now,
      requestId,
      ip,
    });
  }
}

/** Puts every way a call may fail into words of the product, and into the log. */
function toRefusal(
  error: unknown,
  inbound: Inbound,
  product: Product,
  entry: LoggedRequest,
): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Gated) {
    entry.gate = error.reason.gate;
    return product.gate(error.reason, inbound);
  }
  // A bug of the sandbox: the log says where, the answer is an ordinary 500.
  entry.gate = 'failure';
  entry.failure = redactText(
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
  return product.gate({ gate: 'failure' }, inbound);
}

function refused(
  refusal: Refusal,
  inbound: Inbound,
  product: Product,
  common: Record<string, string>,
): Response {
  return respond(product.envelope(refusal, inbound), { ...common, ...refusal.headers }, inbound);
}

function faultResponse(
  { body, headers = {} }: CallFault,
  status: number,
  inbound: Inbound,
  routed: Routed,
  entry: LoggedRequest,
): Response {
  const { product } = routed;
  entry.gate = 'fault';
  // A body of its own stands for something in between, which knows nothing of the product's headers.
  if (body !== undefined || !product) return respond({ status, body, headers }, {}, inbound);
  const { code, message, details } = product.gate({ gate: 'fault', status }, inbound);
  const refusal = new Refusal(status, code, message, { headers, ...(details && { details }) });
  // None of the other headers: trouble that a browser kept in its cache would outlast itself.
  return refused(refusal, inbound, product, readable(routed));
}
