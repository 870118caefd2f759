import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calls } from '../../../generated/platform/calls.ts';
import { type UsageEntry, UsageReportError } from '../../../src/platform/index.ts';
import { type Answer, json } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { client, entriesOf, taken } from './client.ts';

const { max } = calls['contracts.reportUsage'].batch;

const workDate = fc
  .integer({ min: 0, max: 3650 })
  .map((day) => new Date(Date.UTC(2016, 0, 1 + day)).toISOString().slice(0, 10));

const entry = fc.record(
  {
    workDate,
    workerOpentrainUserId: fc.constantFrom('usr_1', 'usr_2', 'usr_3'),
    totalSeconds: fc.integer({ min: 0, max: 86_400 }),
    tasksCompleted: fc.nat(),
    labelsCompleted: fc.nat(),
  },
  { requiredKeys: ['workDate'] },
) as fc.Arbitrary<UsageEntry>;

const keyOf = ({ workDate, workerOpentrainUserId }: UsageEntry) =>
  `${workDate} ${workerOpentrainUserId}`;

const report = fc.uniqueArray(entry, {
  selector: keyOf,
  minLength: 1,
  maxLength: 420,
  size: 'max',
});

/** What a platform holds that upserts field by field, and refuses the batches with these numbers. */
function ledger(refused: (batch: number) => boolean = () => false) {
  const held = new Map<string, UsageEntry>();
  let batch = 0;
  const answer: Answer = (sent) => {
    if (refused(batch++)) return json({ error: 'No.', code: 'BAD_REQUEST', requestId: 'r' }, 400);
    const entries = entriesOf(sent);
    for (const given of entries) held.set(keyOf(given), { ...held.get(keyOf(given)), ...given });
    return json(taken(entries.length));
  };
  return { held, answer };
}

const byKey = (entries: Iterable<UsageEntry>) =>
  Object.fromEntries([...entries].map((found) => [keyOf(found), found]));

describe('whatever is reported', () => {
  it('arrives whole, in order, in as few batches as the platform takes', async () => {
    await fc.assert(
      fc.asyncProperty(report, async (entries) => {
        const { platform, fetch } = client(ledger().answer);
        const { accepted } = await platform.contracts.reportUsage('ctr_1', entries);
        expect(accepted).toBe(entries.length);
        expect(fetch.sent.flatMap(entriesOf)).toEqual(entries);
        expect(fetch.sent).toHaveLength(Math.ceil(entries.length / max));
        for (const sent of fetch.sent) expect(entriesOf(sent).length).toBeLessThanOrEqual(max);
      }),
      { numRuns: 40 },
    );
  });

  it('is held the same however it is split, ordered and repeated', async () => {
    await fc.assert(
      fc.asyncProperty(report, fc.nat(), fc.boolean(), async (entries, cut, twice) => {
        const { held, answer } = ledger();
        const { platform } = client(answer);
        const at = cut % entries.length;
        const parts = [entries.slice(at).reverse(), entries.slice(0, at)];
        for (const part of twice ? [...parts, ...parts] : parts) {
          if (part.length > 0) await platform.contracts.reportUsage('ctr_1', part);
        }
        expect(byKey(held.values())).toEqual(byKey(entries));
      }),
      { numRuns: 40 },
    );
  });

  it('stands exactly as far as the error says when a batch is refused, and then wholly', async () => {
    await fc.assert(
      fc.asyncProperty(report, fc.nat({ max: 4 }), async (entries, failing) => {
        const batches = Math.ceil(entries.length / max);
        fc.pre(batches > 1 && failing < batches);
        const { held, answer } = ledger((batch) => batch === failing);
        const { platform } = client(answer);
        const error = await rejection(platform.contracts.reportUsage('ctr_1', entries));
        if (!(error instanceof UsageReportError)) throw error;
        const standing = error.entries.filter(({ status }) => status === 'accepted');
        expect(byKey(held.values())).toEqual(byKey(standing.map((outcome) => outcome.entry)));
        expect(error.accepted).toBe(standing.length);
        expect(error.entries.map((outcome) => outcome.entry)).toEqual(entries);
        await platform.contracts.reportUsage('ctr_1', error.remaining);
        expect(byKey(held.values())).toEqual(byKey(entries));
      }),
      { numRuns: 40 },
    );
  });

  it('is refused when any worker’s day stands in it twice, the two named', async () => {
    await fc.assert(
      fc.asyncProperty(report, fc.nat(), fc.nat(), async (entries, from, to) => {
        const original = entries[from % entries.length] as UsageEntry;
        const twice = entries.toSpliced(to % (entries.length + 1), 0, { ...original });
        const places = twice.flatMap((found, at) => (keyOf(found) === keyOf(original) ? [at] : []));
        const { platform, fetch } = client(ledger().answer);
        const error = (await rejection(platform.contracts.reportUsage('ctr_1', twice))) as Error;
        expect(error.message).toMatch(`entries[${places[1]}]: `);
        expect(error.message).toContain(`entries[${places[0]}];`);
        expect(fetch.sent).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
