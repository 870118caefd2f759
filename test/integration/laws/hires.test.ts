import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApprovalRow } from '../../../src/sandbox/opentrain/money/approvals.ts';
import { type Ask, attempt, openMarket, type Way } from './market.ts';
import { patience, thousand, twoHundred } from './runs.ts';

const market = openMarket();
const { controls, kernel, world } = market;

interface Step {
  readonly kind: 'hire' | 'confirm' | 'decline' | 'mark' | 'wait' | 'revoke card';
  readonly proposal: number;
  /** Terms differ by it; few, so that the same come again. */
  readonly dollars: number;
  /** Which of the account's two tokens asks. */
  readonly second: boolean;
  readonly status: 'SHORTLISTED' | 'NOT_A_FIT' | 'DECLINED';
}

const step = fc.record<Step>({
  kind: fc.constantFrom(
    'hire',
    'hire',
    'hire',
    'confirm',
    'decline',
    'mark',
    'wait',
    'revoke card',
  ),
  proposal: fc.nat({ max: 1 }),
  dollars: fc.integer({ min: 100, max: 102 }),
  second: fc.boolean(),
  status: fc.constantFrom('SHORTLISTED', 'NOT_A_FIT', 'DECLINED'),
});
const stories = fc.array(step, { minLength: 4, maxLength: 14, size: 'max' });

function begin(way: Way) {
  market.restart();
  const { accountId, ask } = market.employer(way, { card: true });

  const jobId = market.job(accountId);
  const proposals = [1, 2].map(() => market.proposal(accountId, jobId));
  return { accountId, ask, proposals };
}

/** Approvals as they are stored: looking through a service would let the lapsed ones expire. */
function stored(): ApprovalRow[] {
  const rows = kernel.store.snapshot().tables['opentrain.approvals']?.rows ?? [];
  return rows.map(([, row]) => row as ApprovalRow);
}

/** Hires that a human could confirm at this moment, by proposal. */
function live(): string[] {
  const now = kernel.clock.iso();
  return stored()
    .filter(({ type, status }) => type === 'proposal_hire' && status === 'pending')
    .filter(({ expiresAt }) => expiresAt > now)
    .map(({ proposalId }) => proposalId ?? '');
}

async function take({ ask, accountId, proposals }: ReturnType<typeof begin>, step: Step) {
  const proposalId = proposals[step.proposal]!;
  const any = () => {
    const asked = stored().filter((row) => row.proposalId === proposalId);
    return asked[step.dollars % Math.max(1, asked.length)]?.id ?? 'none';
  };
  switch (step.kind) {
    case 'hire':
      return hire(ask, proposalId, step.dollars);
    case 'confirm':
      return attempt(() => controls.approvals.confirm(any()));
    case 'decline':
      return attempt(() => controls.approvals.decline(any()));
    case 'mark':
      return attempt(() => controls.setProposalStatus(proposalId, step.status));
    case 'wait':
      return kernel.clock.advance('30h');
    case 'revoke card':
      return controls.setCard(accountId, step.second);
  }
}

const hire = (ask: Ask, proposalId: string, amount: number) =>
  ask('proposals.hire', {
    params: { proposalId },
    body: { milestone: { name: 'First', amount }, confirmNotAFit: true },
  });

describe('hires', () => {
  it(
    'never have two live approvals for one proposal, and none that is over can be confirmed',
    patience,
    async () => {
      let most = 0;
      let hired = 0;
      const law = fc.asyncProperty(stories, async (story) => {
        const told = begin('in code');
        for (const step of story) {
          await take(told, step);
          const now = live();
          if (new Set(now).size < now.length) throw new Error(`two live hires: ${now.join(', ')}`);
          most = Math.max(most, now.length);
        }
        const contracts = world.contracts.list(told.accountId).map(({ proposalId }) => proposalId);
        expect(new Set(contracts).size).toBe(contracts.length);
        hired += contracts.length;
        const now = kernel.clock.iso();
        for (const { id, status, expiresAt } of stored()) {
          if (status === 'pending' && expiresAt > now) continue;
          expect(attempt(() => controls.approvals.confirm(id))).toBe(false);
        }
      });
      await fc.assert(law, thousand);
      expect(most).toBe(2);
      expect(hired).toBeGreaterThan(100);
    },
  );

  it('don’t either when requests arrive together', patience, async () => {
    const amounts = fc.array(fc.integer({ min: 100, max: 103 }), { minLength: 2, maxLength: 6 });
    const law = fc.asyncProperty(amounts, async (several) => {
      const { ask, proposals } = begin('over fetch');
      const answers = await Promise.all(several.map((amount) => hire(ask, proposals[0]!, amount)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
      expect(live()).toEqual([proposals[0]]);
    });
    await fc.assert(law, twoHundred);
  });
});
