import { describe, expect, it } from 'vitest';
import type { Contract, World } from './contract.ts';
import { SpecDocument } from './document.ts';
import { describeErrors } from './errors.ts';
import { describeEvents } from './events.ts';
import { describeGates } from './gates.ts';
import { inWorld, type Suite } from './in-world.ts';
import type { Firing, Refusal, Scenario, Success } from './scenario.ts';

/** Holds spec, sandbox and client of a product to one another, every operation of the spec by name. */
export async function describeContract<W extends World>(
  contract: Contract<W>,
  scenarios: readonly Scenario<W>[],
): Promise<void> {
  const suite: Suite<W> = { contract, spec: await SpecDocument.load(contract.product) };
  const successes = scenarios.filter((found): found is Success<W> => found.kind === 'success');
  const refusals = scenarios.filter((found): found is Refusal<W> => found.kind === 'refusal');
  const firings = scenarios.filter((found): found is Firing<W> => found.kind === 'firing');

  describe('the operation table', () => {
    it('has every operation of the spec, and no other', () => {
      expect(Object.keys(contract.operations)).toEqual(suite.spec.operationIds);
    });

    it('has every operation that a scenario is about', () => {
      const strangers = [...successes, ...refusals].map(({ operation }) => operation);
      expect(strangers.filter((id) => !(id in contract.operations))).toEqual([]);
    });
  });

  describe.each(Object.keys(contract.operations))('%s', (id) => {
    const own = successes.filter(({ operation }) => operation === id);
    describeOperation(suite, id, own);
    describeGates(suite, id, own[0]);
    describeErrors(
      suite,
      id,
      refusals.filter(({ operation }) => operation === id),
    );
  });

  describeEvents(suite, firings);
}

function describeOperation<W extends World>(
  suite: Suite<W>,
  id: string,
  successes: readonly Success<W>[],
): void {
  const { contract } = suite;
  const operation = contract.operations[id];
  if (operation === undefined) return;
  const methods = operation.clientMethods ?? [id];

  it.each(methods)('is the method %s of the client', async (name) => {
    const { world } = await inWorld(suite);
    const [resource = '', method = ''] = name.split('.');
    const client = world.client as Record<string, Record<string, unknown> | undefined>;
    expect(typeof client[resource]?.[method]).toBe('function');
  });

  it('is a route of the sandbox', async () => {
    const { world } = await inWorld(suite);
    const path = operation.path.replace(/\{[^}]+\}/g, 'some-id');
    const init = { method: operation.method };
    await world.sandbox.fetch(`http://localhost:4010${contract.base}${path}`, init);
    const logged = world.sandbox.requests.last();
    expect(logged?.operationId).toBe(id);
    expect(logged?.gate).not.toBe('not-implemented');
  });

  it('has a scenario for each of its answers and methods', () => {
    const [only] = operation.success;
    const answered = new Set(successes.map(({ status }) => status ?? only));
    const called = new Set(successes.map(({ via }) => via ?? methods[0]));
    expect([...answered].sort()).toEqual([...operation.success].sort());
    expect([...called].sort()).toEqual([...methods].sort());
  });

  const { query } = operation;
  if (query) {
    it('is sent every query parameter by some scenario', async () => {
      const sent = new Set<string>();
      for (const { run } of successes) {
        const { world } = await inWorld(suite);
        await run(world);
        for (const name of world.recorder.last.url.searchParams.keys()) sent.add(name);
      }
      expect([...sent].sort()).toEqual([...query].sort());
    });
  }

  it.each(successes.map((success) => [success.title, success] as const))('%s', async (_, found) => {
    const { world, problems } = await inWorld(suite);
    await found.run(world);
    const { last, called } = world.recorder;
    expect(called.at(-1)).toBe(found.via ?? methods[0]);
    expect(last.status).toBe(found.status ?? operation.success[0]);
    expect(problems(operation, last)).toEqual([]);
  });
}
