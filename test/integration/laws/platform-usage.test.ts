import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UsageEntry } from '../../../generated/platform/types.ts';
import { budgetOf } from '../../../src/sandbox/opentrain/money/budget.ts';
import { reportUsage } from '../../../src/sandbox/opentrain/platform/usage-report.ts';
import { openPlatforms } from './platform-market.ts';
import { patience, thousand } from './runs.ts';

const fields = ['totalSeconds', 'tasksCompleted', 'labelsCompleted'] as const;
const days = Array.from({ length: 31 }, (_, i) => `2026-05-${String(i + 1).padStart(2, '0')}`);

const platforms = openPlatforms();
const { kernel, market, partners } = platforms;
const apps = [platforms.install('one').install, platforms.install('two').install] as const;
const workers = [0, 1, 2].map(() => market.trainers.create().id) as [string, string, string];
const contractId = (() => {
  const jobId = platforms.job();
  for (const { id } of apps) platforms.link(id, jobId);
  const id = platforms.contract(jobId, workers[0]);
  partners.crews.set(id, workers);
  return id;
})();
const beginning = kernel.snapshot();

/** What is consumed of the contract, as its budget says. */
function consumed() {
  const { consumed } = budgetOf(market.contracts.get(contractId)!, []);
  return [consumed.seconds, consumed.tasks, consumed.labels];
}

function report(app: 0 | 1, entries: UsageEntry[]): boolean {
  try {
    reportUsage(partners, apps[app], market.contracts.get(contractId)!, { entries });
    return true;
  } catch {
    return false;
  }
}

const count = fc.nat({ max: 86_400 });
const key = fc.record({ day: fc.constantFrom(...days), worker: fc.constantFrom(...workers) });

describe('usage reports', () => {
  it('give the same totals in any order, split and repeated any way', patience, () => {
    const worked = fc.uniqueArray(fc.record({ key, totals: fc.tuple(count, count, count) }), {
      selector: ({ key: { day, worker } }) => `${day} ${worker}`,
      minLength: 1,
      maxLength: 12,
    });
    /** How one truth may be told: fields apart, with repeats, shuffled, in reports of any size. */
    const telling = worked.chain((truth) => {
      const pieces = truth.flatMap(({ key: { day, worker }, totals }) =>
        fields.map((field, i) => ({
          workDate: day,
          workerOpentrainUserId: worker,
          [field]: totals[i],
        })),
      );
      const shuffled = fc.shuffledSubarray(pieces, { minLength: pieces.length });
      const repeats = fc.array(fc.constantFrom(...pieces), { maxLength: 20 });
      const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
      return fc.record({ truth: fc.constant(truth), shuffled, repeats, sizes });
    });
    const law = fc.property(telling, ({ truth, shuffled, repeats, sizes }) => {
      kernel.restore(beginning);
      const entries = [...shuffled, ...repeats];
      for (let sent = 0, i = 0; sent < entries.length; i += 1) {
        const size = sizes[i % sizes.length]!;
        expect(report(0, entries.slice(sent, sent + size))).toBe(true);
        sent += size;
      }
      const sums = fields.map((_, i) => truth.reduce((sum, { totals }) => sum + totals[i]!, 0));
      expect(consumed()).toEqual(sums);
    });
    fc.assert(law, thousand);
  });

  it('make the budget the sum of what was said last of each app, worker and day', patience, () => {
    const entry = fc.record({
      key,
      totals: fc.tuple(fc.option(count), fc.option(count), fc.option(count)),
      /** Now and then something is wrong with one, and then the whole report counts for nothing. */
      wrong: fc.integer({ min: 0, max: 40 }).map((draw) => draw === 0),
    });
    const story = fc.array(
      fc.record({
        app: fc.constantFrom<0 | 1>(0, 1),
        entries: fc.array(entry, { minLength: 1, maxLength: 8 }),
      }),
      { minLength: 1, maxLength: 10 },
    );
    let refused = 0;
    const law = fc.property(story, (reports) => {
      kernel.restore(beginning);
      const last = new Map<string, number>();
      for (const { app, entries } of reports) {
        const sent = entries.map(({ key: { day, worker }, totals, wrong }) => ({
          workDate: wrong ? '2026-06-02' : day,
          // The hired trainer goes without saying.
          ...(worker !== workers[0] && { workerOpentrainUserId: worker }),
          ...Object.fromEntries(
            fields.flatMap((field, i) => (totals[i] === null ? [] : [[field, totals[i]]])),
          ),
        }));
        const fine = entries.every(({ wrong }) => !wrong);
        expect(report(app, sent)).toBe(fine);
        if (!fine) refused += 1;
        for (const {
          key: { day, worker },
          totals,
        } of fine ? entries : []) {
          totals.forEach((total, i) => {
            if (total !== null) last.set([i, app, worker, day].join(), total);
          });
        }
        const sums = fields.map((_, i) =>
          [...last].reduce(
            (sum, [name, total]) => (name.startsWith(`${i},`) ? sum + total : sum),
            0,
          ),
        );
        expect(consumed()).toEqual(sums);
      }
    });
    fc.assert(law, thousand);
    expect(refused).toBeGreaterThan(100);
  });
});
