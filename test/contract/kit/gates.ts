import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/core/operation.ts';
import type { GateName, Subject, World } from './contract.ts';
import { inWorld, type Suite } from './in-world.ts';
import { type Change, withBody, withHeaders } from './recorder.ts';
import { expectRefusal, rejection } from './refused.ts';
import type { Success } from './scenario.ts';

interface GateCase {
  readonly title: string;
  readonly gate: GateName;
  readonly subject?: Subject;
  readonly change?: Change;
}

/**
 * What each operation refuses by the facts of the operation table alone: its own scenario is run by a
 * caller who falls short in one thing.
 */
export function describeGates<W extends World>(
  suite: Suite<W>,
  id: string,
  success: Success<W> | undefined,
): void {
  const operation = suite.contract.operations[id];
  if (operation === undefined) return;
  describe('at the gates', () => {
    it.each(casesOf(suite, operation).map((found) => [found.title, found] as const))(
      'refuses %s',
      async (_, { gate, subject, change }) => {
        const { world, refusalProblems } = await inWorld(suite, subject);
        let before: unknown;
        world.recorder.change = (request) => {
          before = stateOf(world);
          return change?.(request) ?? request;
        };
        const error = await rejection(needed(success, id).run(world));
        const { last } = world.recorder;
        expect(stateOf(world)).toEqual(before);
        expect(refusalProblems(operation, last)).toEqual([]);
        expectRefusal(operation, suite.contract.gate(gate, operation), last, error);
      },
    );

    it('reports trouble of the platform as such', async () => {
      const { world, refusalProblems } = await inWorld(suite);
      world.recorder.change = (request) => {
        // Only now, so that preparations may make the same call.
        world.sandbox.faults.inject({ operationId: id, status: 500 });
        return request;
      };
      const error = await rejection(needed(success, id).run(world));
      const { last } = world.recorder;
      const listed = suite.contract.errorReasons[id]?.find(({ status }) => status === 500);
      expect(refusalProblems(operation, last)).toEqual([]);
      expectRefusal(operation, listed ?? { status: 500 }, last, error);
    });

    const { rateLimit } = operation;
    if (rateLimit?.by !== 'ip') return;
    it(`takes ${rateLimit.requests} calls in ${rateLimit.windowSeconds} s, and no more`, async () => {
      const { world, refusalProblems } = await inWorld(suite);
      const { run } = needed(success, id);
      await run(world);
      const { url, method } = world.recorder.last;
      const before = world.sandbox.requests.list({ operationId: id }).length;
      for (let calls = before; calls < rateLimit.requests; calls++) {
        const { status } = await world.sandbox.fetch(url, { method });
        expect(status).toBe(operation.success[0]);
      }
      const error = await rejection(run(world));
      const { last } = world.recorder;
      const listed = suite.contract.errorReasons[id]?.find(({ status }) => status === 429);
      expect(refusalProblems(operation, last)).toEqual([]);
      expectRefusal(operation, listed ?? { status: 429 }, last, error);
      await world.sandbox.clock.advance(rateLimit.windowSeconds * 1000);
      expect((await world.sandbox.fetch(url, { method })).status).toBe(operation.success[0]);
    });
  });
}

function casesOf<W extends World>({ contract }: Suite<W>, operation: Operation): GateCase[] {
  const { tokenless, scope = [], scopeAny, feature, claimed, body } = operation;
  const cases: GateCase[] = [];
  if (!tokenless) {
    cases.push(
      {
        title: 'a call without a token',
        gate: 'no-token',
        change: withHeaders((headers) => headers.delete('authorization')),
      },
      {
        title: 'a token nobody holds',
        gate: 'bad-token',
        change: withHeaders((headers) =>
          headers.set('authorization', `Bearer ${contract.unknownToken}`),
        ),
      },
    );
  }
  for (const needed of [...scope.map((one) => [one]), ...(scopeAny ? [scopeAny] : [])]) {
    const scopes = contract.scopes.filter((held) => !needed.some((one) => suffices(held, one)));
    cases.push({
      title: `a token without ${needed.join(', ')}`,
      gate: 'scope',
      subject: { scopes },
    });
  }
  if (feature !== undefined) {
    const subject = { withoutFeature: feature };
    cases.push({ title: `an account without ${feature}`, gate: 'feature', subject });
  }
  if (claimed) {
    cases.push({ title: 'an unclaimed account', gate: 'claim', subject: { unclaimed: true } });
  }
  if (body === 'json') {
    const change = withBody('{"cut": ');
    cases.push({ title: 'a body that is not JSON', gate: 'malformed', change });
  }
  return cases;
}

/** Everything the platform holds, but for when tokens were last used. */
function stateOf({ sandbox }: World): unknown {
  const { store } = sandbox.snapshot();
  const { 'opentrain.tokens': _, ...tables } = store.tables;
  return { tables, counters: store.counters };
}

/** A scope suffices for itself, and `x:write` for `x:read`. */
const suffices = (held: string, needed: string) =>
  held === needed || (needed.endsWith(':read') && held === needed.replace(/:read$/, ':write'));

function needed<W extends World>(success: Success<W> | undefined, id: string): Success<W> {
  if (success === undefined) throw new Error(`${id} has no scenario`);
  return success;
}
