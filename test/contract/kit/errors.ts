import { describe, expect, it } from 'vitest';
import type { ErrorReason, Operation } from '../../../src/core/operation.ts';
import type { World } from './contract.ts';
import { inWorld, type Suite } from './in-world.ts';
import { expectRefusal, rejection } from './refused.ts';
import type { Refusal } from './scenario.ts';

/** Every error that the spec lists for an operation, provoked. */
export function describeErrors<W extends World>(
  suite: Suite<W>,
  id: string,
  refusals: readonly Refusal<W>[],
): void {
  const operation = suite.contract.operations[id];
  const listed = (suite.contract.errorReasons[id] ?? []).filter(
    (entry) => operation && !impliedByGate(operation, entry),
  );
  if (operation === undefined || (listed.length === 0 && refusals.length === 0)) return;
  describe('is refused', () => {
    it('for nothing that the spec does not list, each reason told from the others', () => {
      const found = refusals.map(({ status, which }) => ({
        refusal: `${status} ${which}`,
        entries: listed.filter((entry) => isMeant(entry, status, which)).length,
      }));
      expect(found.filter(({ entries }) => entries !== 1)).toEqual([]);
    });

    it.each(listed.map((entry) => [name(entry), entry] as const))('with %s', async (_, entry) => {
      const meant = refusals.filter(({ status, which }) => isMeant(entry, status, which));
      if (meant.length === 0) throw new Error(`${id}: no scenario for ${name(entry)}`);
      for (const refusal of meant) {
        const { world, refusalProblems } = await inWorld(suite);
        const error = await rejection(refusal.run(world));
        const { last } = world.recorder;
        expect(refusalProblems(operation, last)).toEqual([]);
        expectRefusal(operation, entry, last, error);
      }
    });
  });
}

/** What the gates' own tests provoke for every operation alike. */
function impliedByGate({ rateLimit }: Operation, { status, when }: ErrorReason): boolean {
  if (status >= 500) return true;
  if (status === 429) return rateLimit?.by === 'ip';
  return status === 400 && /^the body is not json\.?$/i.test(when);
}

function isMeant(entry: ErrorReason, status: number, which: string): boolean {
  if (entry.status !== status) return false;
  return entry.reason === which || entry.code === which || entry.when.includes(which);
}

const name = ({ status, code, reason, when }: ErrorReason) =>
  `${[status, code, reason].filter(Boolean).join(' ')}: ${when}`;
