import { inputs } from '../../../generated/opentrain/json-schemas.ts';
import { type OperationId, operations } from '../../../generated/opentrain/operations.ts';
import type { Handler } from '../../../src/sandbox/kernel/handler.ts';
import { createKernel, type KernelOptions } from '../../../src/sandbox/kernel/kernel.ts';
import { Query } from '../../../src/sandbox/kernel/query.ts';
import { Gated, Refusal } from '../../../src/sandbox/kernel/refusal.ts';
import type { AccountOptions } from '../../../src/sandbox/opentrain/accounts/account-controls.ts';
import type { OpenTrainActor } from '../../../src/sandbox/opentrain/accounts/actor.ts';
import { createWorld } from '../../../src/sandbox/opentrain/create-world.ts';
import { ownJobHandlers } from '../../../src/sandbox/opentrain/jobs/own-job.ts';
import { publicJobHandlers } from '../../../src/sandbox/opentrain/jobs/public-handlers.ts';
import { messageHandlers } from '../../../src/sandbox/opentrain/messages/message-handlers.ts';
import { moneyHandlers } from '../../../src/sandbox/opentrain/money/handlers.ts';
import { createOpenTrain } from '../../../src/sandbox/opentrain/product.ts';
import { proposalHandlers } from '../../../src/sandbox/opentrain/proposals/proposal-handlers.ts';

const origin = 'https://app.opentrain.ai';

/** What was answered; the body of a refusal is of no interest here. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: laws look into bodies of every kind
  readonly body: any;
}

/** What a call carries. */
export interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
}

/** Makes a call as the holder of a token. */
export type Ask = (operationId: OperationId, sent?: Sent) => Promise<Answer>;

/** Who is asked: the handlers themselves, which is some thirty times as fast, or the whole of `fetch`. */
export type Way = 'in code' | 'over fetch';

export type Market = ReturnType<typeof openMarket>;

/**
 * A sandboxed OpenTrain with its services laid open. Making one costs milliseconds, so that a law
 * makes one and takes it back to its beginning before each story.
 */
export function openMarket(options: KernelOptions = {}) {
  const kernel = createKernel({
    limits: { 'rate.jobs.search': Number.POSITIVE_INFINITY },
    ...options,
  });
  const world = createWorld(kernel);
  const controls = createOpenTrain(kernel, world);
  const handlers: Record<string, Handler<OpenTrainActor>> = {
    ...moneyHandlers(world),
    ...proposalHandlers(world),
    ...messageHandlers(world),
    ...ownJobHandlers(world),
    ...publicJobHandlers(world),
  };
  const beginning = kernel.snapshot();

  const overFetch =
    (token: string): Ask =>
    async (operationId, { params = {}, query = {}, body } = {}) => {
      const { method, path } = operations[operationId];
      const response = await kernel.fetch(urlOf(path, params, query), {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    };

  const inCode =
    (actor: OpenTrainActor): Ask =>
    async (operationId, { params = {}, query = {}, body } = {}) => {
      const operation = operations[operationId];
      const url = urlOf(operation.path, params, query);
      const call = {
        operation,
        params,
        query: new Query(url.searchParams, inputs[operationId]),
        body,
        actor,
        get request() {
          return new Request(url);
        },
        url,
        now: kernel.clock.now(),
        requestId: 'none',
        ip: '127.0.0.1',
      };
      try {
        return (await handlers[operationId]!(call)) as Answer;
      } catch (error) {
        return { status: statusOf(error), body: undefined };
      }
    };

  return {
    kernel,
    world,
    controls,
    /** Takes everything back to the beginning. */
    restart: () => kernel.restore(beginning),
    /** An employer of these facts, and a way to make calls in their name. */
    employer(way: Way, facts: AccountOptions = {}) {
      const { token, tokenId, accountId, userId } = controls.createAccount(facts);
      const { scopes } = world.tokens.get(tokenId)!;
      const { features, claimed } = world.accounts.require(accountId);
      const actor = {
        id: tokenId,
        accountId,
        userId,
        scopes,
        claimed,
        features: new Set(features),
      };
      return { accountId, token, ask: way === 'in code' ? inCode(actor) : overFetch(token) };
    },
    /** A fixed-price job of an account, open and known to nobody. */
    job(accountId: string, title = 'Polygon labelling'): string {
      const fields = { jobTitle: title, paymentType: 'FIXED_PRICE' } as const;
      const { id } = world.jobs.create({ accountId, fields });
      return world.jobs.publish(id).id;
    },
    /** A proposal to a job by somebody new, which nobody was told of. */
    proposal(accountId: string, jobId: string): string {
      const { id: trainerId } = world.trainers.create({ firstName: 'Ines', lastName: 'Moreira' });
      return world.proposals.insert({ jobId, accountId, trainerId, status: 'SHORTLISTED' }).id;
    },
  };
}

/** Runs what a person does; whether it was refused. Anything but a refusal is a bug. */
export function attempt(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch (error) {
    statusOf(error);
    return false;
  }
}

function statusOf(error: unknown): number {
  if (error instanceof Refusal) return error.status;
  if (error instanceof Gated && error.reason.gate === 'invalid') return 400;
  throw error;
}

function urlOf(path: string, params: Record<string, string>, query: Record<string, string>): URL {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const url = new URL(filled, origin);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}
