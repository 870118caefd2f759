import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../../src/sandbox/opentrain/money/budget.ts';
import { reportUsage } from '../../../src/sandbox/opentrain/platform/usage-report.ts';
import { openPlatforms } from './platform-market.ts';
import { patience, thousand } from './runs.ts';

const platforms = openPlatforms();
const { kernel, market, partners } = platforms;
const { install } = platforms.install('one');
const contractId = (() => {
  const jobId = platforms.job();
  platforms.link(install.id, jobId);
  return platforms.contract(jobId);
})();
const beginning = kernel.snapshot();
const toldBefore = partners.events.list(install.id).length;

/** Something that may move the budget, and the numbers for it. Most of all, work is reported. */
const step = fc.record({
  kind: fc.constantFrom('report', 'report', 'report', 'report', 'own', 'fund', 'cancel', 'read'),
  day: fc.integer({ min: 1, max: 5 }),
  /** Often whole hours, so that thresholds are met exactly. */
  seconds: fc.oneof(
    fc.integer({ min: 0, max: 5 }).map((hours) => hours * 3_600),
    fc.integer({ min: 0, max: 15_000 }),
  ),
  volume: fc.integer({ min: 1, max: 10 }),
});

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** What is known first-hand of the contract, in whole seconds: exact where fractions are not. */
function ledger() {
  const reported = new Map<number, number>();
  const funded = new Map<string, number>();
  const own: number[] = [];
  /** How many thresholds are reached: 80 %, 100 %. */
  const level = () => {
    const done = sum(reported.values()) + sum(own);
    const paid = sum(funded.values()) * 3_600;
    if (paid === 0 || done * 5 < paid * 4) return 0;
    return done < paid ? 1 : 2;
  };
  return { reported, funded, own, level };
}

describe('the events of a budget', () => {
  it('come exactly on upward crossings, and again after new funding', patience, () => {
    const counted = new Map<string, number>();
    const law = fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
      kernel.restore(beginning);
      const { reported, funded, own, level } = ledger();
      const expected: string[] = [];
      for (const { kind, day, seconds, volume } of steps) {
        const before = level();
        const contract = market.contracts.get(contractId)!;
        if (kind === 'report') {
          const entries = [{ workDate: `2026-05-0${day}`, totalSeconds: seconds }];
          reportUsage(partners, install, contract, { entries });
          reported.set(day, seconds);
        } else if (kind === 'own') {
          market.contracts.recordUsage(contractId, { seconds });
          own.push(seconds);
        } else if (kind === 'fund') {
          funded.set(platforms.fund(contractId, volume), volume);
          expected.push('milestone.funded');
        } else if (kind === 'cancel') {
          const [id] = funded.keys();
          if (id !== undefined) market.milestones.close(id, 'CANCELLED', 'Called off');
          if (id !== undefined) funded.delete(id);
        } else {
          budgetOf(contract, market.milestones.of(contractId));
        }
        if (level() > before) {
          expected.push(level() === 1 ? 'milestone.budget_low' : 'milestone.budget_depleted');
        }
      }
      const told = partners.events.list(install.id).slice(toldBefore);
      expect(told.map(({ type }) => type)).toEqual(expected);
      for (const type of expected) counted.set(type, (counted.get(type) ?? 0) + 1);
    });
    fc.assert(law, thousand);
    // A law about what never happens would say nothing.
    expect(counted.get('milestone.budget_low')).toBeGreaterThan(200);
    expect(counted.get('milestone.budget_depleted')).toBeGreaterThan(200);
  });
});
