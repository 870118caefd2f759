import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/sandbox/kernel/refusal.ts';
import { centsOf, centsTimes, percentOf } from '../../../src/sandbox/opentrain/money/cents.ts';
import { checkLedger } from '../../../src/sandbox/opentrain/money/ledger-check.ts';
import { openShop } from './opentrain-money-fixture.ts';

type Shop = ReturnType<typeof openShop>;

/** A step by its kind, an index that picks what it is done to, and an amount. */
type Step = [kind: (typeof kinds)[number], pick: number, amount: number];

const kinds = [
  'hire',
  'createMilestone',
  'fund',
  'approve',
  'end',
  'confirm',
  'confirm by credits',
  'decline',
  'top up',
  'adjust',
  'cancel',
  'refund',
  'work',
  'wait',
] as const;

/** Takes a step; a refusal is as good as success, anything else is a bug. */
async function take(shop: Shop, accountId: string, [kind, pick, amount]: Step): Promise<void> {
  const { call, controls, kernel, proposal, world } = shop;
  const contracts = world.contracts.list(accountId);
  const contractId = contracts[pick % contracts.length]?.id ?? 'none';
  const milestones = [...world.milestones.all()];
  const milestoneId = milestones[pick % milestones.length]?.id ?? 'none';
  const approvals = controls.approvals.list(accountId);
  const approvalId = approvals[pick % approvals.length]?.id ?? 'none';
  const dollars = amount / 100;
  const milestone = { name: 'First', amount: dollars };
  const steps: Record<Step[0], () => unknown> = {
    hire: () =>
      call('proposals.hire', {
        params: { proposalId: proposal(accountId) },
        body: { milestone },
      }),
    createMilestone: () =>
      call('contracts.createMilestone', {
        params: { contractId },
        body: { description: 'More', amountUsd: dollars },
      }),
    fund: () => call('milestones.fund', { params: { milestoneId } }),
    approve: () => call('milestones.approve', { params: { milestoneId } }),
    end: () => call('contracts.end', { params: { contractId } }),
    confirm: () => controls.approvals.confirm(approvalId),
    'confirm by credits': () => controls.approvals.confirm(approvalId, { source: 'credits' }),
    decline: () => controls.approvals.decline(approvalId),
    'top up': async () => {
      const { body } = await call('credits.createTopUp', { body: { amountUsd: 10 + dollars } });
      controls.completeTopUp(body.topUpId);
    },
    adjust: () => controls.adjustCredits(accountId, amount - 20_000),
    cancel: () => controls.cancelMilestone(milestoneId),
    refund: () => controls.refundMilestone(milestoneId),
    work: () => controls.reportWork(contractId, { seconds: amount }),
    wait: () => kernel.clock.advance('1d'),
  };
  try {
    await steps[kind]();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

describe('money', () => {
  it('adds up after every step of any story', async () => {
    const step = fc.tuple(
      fc.constantFrom(...kinds),
      fc.nat({ max: 50 }),
      fc.integer({ min: 1, max: 60_000 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.boolean(), async (story, card) => {
        const shop = openShop();
        const { id } = shop.account({ card });
        shop.controls.adjustCredits(id, 150_000);
        for (const next of story) {
          await take(shop, id, next);
          expect(checkLedger(shop.world)).toEqual([]);
          expect(checkLedger(shop.world, id)).toEqual([]);
        }
        const { requests } = shop.kernel;
        expect(requests.list().filter(({ failure }) => failure)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is told apart from money that does not add up', async () => {
    const shop = openShop();
    const { id } = shop.account({ card: false });
    shop.controls.adjustCredits(id, 100_000);
    await shop.hired(id, 300);
    const [milestone] = shop.world.milestones.all();
    shop.world.credits.release(milestone!.funding!.holdEntryId!, 'behind its back');
    const problems = [`${id}: reserved is not what is in escrow`];
    expect(checkLedger(shop.world)).toEqual(problems);
    expect(checkLedger(shop.world, id)).toEqual(problems);
    expect(checkLedger(shop.world, shop.account().id)).toEqual([]);
  });

  it('never settles a hold twice', async () => {
    const shop = openShop();
    const { id } = shop.account();
    shop.controls.adjustCredits(id, 1_000);
    const hold = shop.world.credits.hold(id, 400, {});
    shop.world.credits.capture(hold.id);
    expect(() => shop.world.credits.release(hold.id, '')).toThrow('no open hold');
    shop.world.credits.refund(hold.id, '');
    expect(() => shop.world.credits.refund(hold.id, '')).toThrow('spent and kept');
    expect(() => shop.world.credits.hold(id, 1_001, {})).toThrow(RangeError);
  });

  it('turns dollars into cents and back without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (cents) => {
        expect(centsOf(cents / 100)).toBe(cents);
      }),
    );
  });

  it.each([
    [1.005, 1, 101],
    [0.07, 1500, 10_500],
    [0.0000001, 50_000, 1],
    [1e21, 1, 1e23],
    [33.333, 3, 10_000],
  ])('multiplies %d by %d to %d cents', (rate, volume, cents) => {
    expect(centsTimes(rate, volume)).toBe(cents);
  });

  it('rounds a fee half up', () => {
    expect([4, 5, 14, 15].map((cents) => percentOf(cents, 10))).toEqual([0, 1, 1, 2]);
  });
});
