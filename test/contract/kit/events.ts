import { describe, expect, it } from 'vitest';
import { eventProblems, parse } from './checks.ts';
import type { World } from './contract.ts';
import { inWorld, type Suite } from './in-world.ts';
import type { Firing } from './scenario.ts';

/** Every event of the spec, sent by the sandbox to a receiver. */
export function describeEvents<W extends World>(
  suite: Suite<W>,
  firings: readonly Firing<W>[],
): void {
  const names = Object.keys(suite.contract.webhookEvents);
  describe('events', () => {
    it('are those of the spec', () => {
      expect(firings.map(({ event }) => event).filter((event) => !names.includes(event))).toEqual(
        [],
      );
    });

    it.each(names)('%s arrives as the spec has it', async (name) => {
      const meant = firings.filter(({ event }) => event === name);
      if (meant.length === 0) throw new Error(`no scenario fires ${name}`);
      for (const firing of meant) {
        const { world } = await inWorld(suite);
        await firing.run(world);
        await world.sandbox.settled();
        const sent = world.received
          .map(({ body }) => parse(body))
          .filter((event) => is(event, name));
        expect(sent.length).toBeGreaterThan(0);
        const { contract, spec } = suite;
        const problems = sent.flatMap((event) =>
          eventProblems(contract.schemas, spec, name, event),
        );
        expect(problems).toEqual([]);
      }
    });
  });
}

/** TrainAR names its events under `event`, OpenTrain under `type`. */
function is(value: unknown, name: string): boolean {
  const { event, type } = Object(value) as Record<string, unknown>;
  return (event ?? type) === name;
}
