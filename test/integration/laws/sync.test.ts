import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/sandbox/kernel/faults.ts';
import type { CursorStore } from '../../../src/webhooks/cursor/cursor-store.ts';
import { crew, type Death, eventTypes, type MemberOptions, stopAll } from '../sync/crew.ts';
import { patience } from './runs.ts';

afterEach(stopAll);

const operation = (operationId: string) => ({ operationId, times: 1 });

/** What happens to webhooks, and to calls of the platform. */
const faults: readonly Fault[] = [
  { delivery: 'lose', times: 2 },
  { delivery: 'drop', times: 2 },
  { delivery: 'duplicate', times: 2 },
  { delivery: 'reorder' },
  { delivery: 'delay', latencyMs: 40_000, times: 2 },
  { delivery: 'timeout' },
  { ...operation('updates.poll'), status: 503 },
  { ...operation('updates.poll'), drop: 'response' },
  { ...operation('updates.poll'), latencyMs: 4_000 },
  { ...operation('webhooks.list'), status: 500 },
  { ...operation('webhooks.create'), drop: 'response' },
  { ...operation('webhooks.delete'), drop: true },
];

const death = fc.option(
  fc.record({
    // A start makes some ten calls, an event two or three.
    call: fc.integer({ min: 1, max: 60 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  { nil: undefined },
);

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ happen: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ passMs: fc.constantFrom(1, 60, 900, 7_000, 45_000) }) },
  { weight: 3, arbitrary: fc.record({ start: fc.record({ death }, { requiredKeys: [] }) }) },
  { weight: 3, arbitrary: fc.record({ fault: fc.constantFrom(...faults) }) },
  { weight: 1, arbitrary: fc.record({ disable: fc.constant(true) }) },
);

const stories = fc.array(step, { minLength: 6, maxLength: 30, size: 'max' });
type Story = typeof stories extends fc.Arbitrary<infer Value> ? Value : never;

const counted = { events: 0, deaths: 0, faults: 0, replaced: 0, handled: 0 };

/** Lives through a story, and on until nothing is left to be done. */
async function live(story: Story, options: (made: ReturnType<typeof crew>) => MemberOptions) {
  const made = crew({ limits: { graceMs: 1 } });
  const { account, clock, happen, kernel, market, members, subscribed } = made;
  const common = { leaseMs: 5_000, idleMs: 20_000, onError: () => {}, ...options(made) };
  const start = (death?: Death) => subscribed({ ...common, ...(death && { death }) });
  const due: string[] = [];
  for (const what of story) {
    if ('happen' in what) {
      for (let i = 0; i < what.happen; i += 1) due.push(happen(eventTypes[i % 3]));
    } else if ('passMs' in what) {
      await clock.advance(what.passMs);
    } else if ('start' in what) {
      start(what.start.death);
    } else if ('fault' in what) {
      kernel.faults.inject(what.fault);
      counted.faults += 1;
    } else {
      for (const { id } of market.world.webhooks.list(account.accountId)) {
        market.controls.disableWebhook(id);
        counted.replaced += 1;
      }
    }
  }
  kernel.faults.clear();
  start();
  // Each that dies may hold up the others for as long as its leases last.
  for (let i = 0; i < 20 && (await made.cursor(common.cursor)) !== due.at(-1); i += 1) {
    await clock.advance('30s');
  }
  await clock.advance('30s');
  counted.events += due.length;
  counted.deaths += members.filter(({ process }) => process.dead).length;
  counted.handled += made.handled.length;
  await made.stop();
  return { ...made, due };
}

describe('createSync', () => {
  it('with a transaction: every event’s effect once and in order, whatever is lost, late, doubled or dies', {
    ...patience,
  }, async () => {
    const law = fc.asyncProperty(stories, async (story) => {
      const { due, handled, table } = await live(story, () => ({}));
      expect(table).toEqual(due);
      expect([...new Set(handled)]).toEqual(due);
    });
    await fc.assert(law, { numRuns: 100 });
    // The stories must tell of what they are about.
    expect(counted.events).toBeGreaterThan(1_000);
    expect(counted.deaths).toBeGreaterThan(50);
    expect(counted.replaced).toBeGreaterThan(10);
    expect(counted.handled).toBeGreaterThan(counted.events);
  });

  it('without one: every handler at least once and in order, and the cursor past each event once', {
    ...patience,
  }, async () => {
    const law = fc.asyncProperty(stories, async (story) => {
      const moves: string[] = [];
      const { due, handled } = await live(story, ({ plain }) => {
        const cursor: CursorStore = {
          load: plain.load,
          save: async (name, to, previous) => {
            const moved = await plain.save(name, to, previous);
            if (moved) moves.push(to);
            return moved;
          },
        };
        return { cursor };
      });
      expect(moves).toEqual(due);
      expect([...new Set(handled)]).toEqual(due);
    });
    await fc.assert(law, { numRuns: 100 });
  });
});
