import { describe, expect, it } from 'vitest';
import { scopes as openTrainScopes } from '../../generated/opentrain/operations.ts';
import type { Operation } from '../../src/core/operation.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.ts';
import { answerProblems } from './kit/checks.ts';
import { SpecDocument } from './kit/document.ts';
import { type Exchange, Recorder } from './kit/recorder.ts';
import { opentrain } from './opentrain/world.ts';
import { platform } from './platform/world.ts';
import { trainar } from './trainar/world.ts';

const employer = ({ opentrain }: Sandbox) =>
  opentrain.createAccount({ claimed: true, card: true, scopes: openTrainScopes });

/** What of an operation it takes to call it, well or not. */
type Called = Pick<Operation, 'path' | 'body'> & { readonly method: string };

/** The products, each with a token that may do everything. */
const products = [
  { ...trainar, token: ({ trainar }: Sandbox) => trainar.createTenant().apiKey },
  { ...opentrain, token: (sandbox: Sandbox) => employer(sandbox).token },
  {
    ...platform,
    token(sandbox: Sandbox) {
      const { accountId } = employer(sandbox);
      const slug = 'label-loft';
      const { scopes } = platform;
      sandbox.opentrain.platform.registerApp({ name: 'Label Loft', slug, scopes: [...scopes] });
      return sandbox.opentrain.platform.connect(slug, { accountId, scopes: [...scopes] }).token;
    },
  },
];

/** Statuses that a fault is likely to be asked for, in no contract's list or in each. */
const statuses = [400, 401, 403, 404, 405, 408, 409, 413, 418, 422, 429, 500, 501, 502, 503, 504];

// Where no scenario of an operation leads: what the sandbox answers before, or in place of, a handler.
describe.each(products)('an error that $product answers without a handler', async (facts) => {
  const { product, base, schemas } = facts;
  const spec = await SpecDocument.load(product);
  const operations = Object.values<Operation>(facts.operations);

  /** Something that sends requests as they stand, and keeps how they were answered. */
  function open(options: SandboxOptions = {}) {
    const sandbox = createSandbox(options);
    const token = facts.token(sandbox);
    const recorder = new Recorder();
    const fetch = recorder.over(sandbox.fetch);
    const send = async ({ path, method, body: kind }: Called, body?: string) => {
      const url = `http://localhost:4010${base}${path.replace(/\{[^}]+\}/g, 'some-id')}`;
      const type = kind === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
      const headers = { authorization: `Bearer ${token}`, 'content-type': type };
      await fetch(url, { method, headers, ...(body !== undefined && { body }) });
      return recorder.last;
    };
    return { sandbox, send };
  }

  /** What of an answer the contract of the operation does not have. */
  const problems = (operation: Operation, exchange: Exchange) =>
    answerProblems(schemas, spec, operation, exchange).map((problem) => told(operation, problem));

  /** The same of a body alone, where the status is not for the contract to list. */
  const bodyProblems = (operation: Operation, exchange: Exchange) =>
    problems(operation, { ...exchange, status: 500 });

  const told = ({ id }: Operation, problem: string) => `${id}: ${problem}`;

  it.each(statuses)('is the platform’s own for a fault of %i', async (status) => {
    const found: string[] = [];
    const { sandbox, send } = open();
    for (const operation of operations) {
      sandbox.faults.inject({ product, operationId: operation.id, status });
      const exchange = await send(operation);
      expect(exchange.status).toBe(status);
      found.push(...bodyProblems(operation, exchange));
    }
    expect(found).toEqual([]);
  });

  it('is in the contract for a body that is too large', async () => {
    const found: string[] = [];
    const { sandbox, send } = open({ limits: { bodyBytes: 20 } });
    for (const operation of operations.filter(({ body }) => body !== undefined)) {
      const body = operation.body === 'form' ? `a=${'x'.repeat(20)}` : `{"a":"${'x'.repeat(20)}"}`;
      const exchange = await send(operation, body);
      expect(sandbox.requests.last()?.gate).toBe('too-large');
      found.push(...problems(operation, exchange));
    }
    expect(found).toEqual([]);
  });

  it('is in the contract for too many calls', async () => {
    const found: string[] = [];
    for (const operation of operations.filter(({ rateLimit }) => rateLimit !== undefined)) {
      const { send } = open({ limits: { [`rate.${operation.id}`]: 1 } });
      await send(operation);
      const exchange = await send(operation);
      expect(exchange.status).toBe(429);
      found.push(...problems(operation, exchange));
    }
    expect(found).toEqual([]);
  });

  it('is the platform’s own for a method that a path does not have', async () => {
    const found: string[] = [];
    const { send } = open();
    for (const operation of operations) {
      const exchange = await send({ ...operation, method: 'PUT' }, '{}');
      expect(exchange.status).toBe(405);
      expect(exchange.answerHeaders.get('allow')?.split(', ')).toContain(operation.method);
      found.push(...bodyProblems(operation, exchange));
    }
    expect(found).toEqual([]);
  });

  it('is the platform’s own for a path that nobody has', async () => {
    const found: string[] = [];
    const { send } = open();
    for (const operation of operations) {
      const exchange = await send({ ...operation, path: `${operation.path}/some/thing/more` });
      expect(exchange.status).toBe(404);
      found.push(...bodyProblems(operation, exchange));
    }
    expect(found).toEqual([]);
  });
});
