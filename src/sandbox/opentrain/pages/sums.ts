import { usd } from '../../pages/format.ts';
import { type Html, html, type Piece } from '../../pages/html.ts';
import { table } from '../../pages/table.ts';
import type { Market } from '../market.ts';
import type { ApprovalRow } from '../money/approvals.ts';
import { type Charge, fundingCharge, hireCharge } from '../money/charges.ts';
import { worded } from '../money/confirmation.ts';
import { changedTerms } from '../money/hire-terms.ts';
import type { Decision } from '../money/hiring.ts';

/** What confirming moves. */
export interface Sums {
  readonly lines: readonly (readonly [what: Piece, cents: number])[];
  /** What the last line, of their sum, is called. */
  readonly total: string;
  /** What the employer is charged; `null` where no money leaves the account. */
  readonly chargeCents: number | null;
}

/**
 * The money of an approval, line by line.
 *
 * @throws Refusal 400 for changes that make no sense.
 */
export function sumsOf(market: Market, approval: ApprovalRow, decision: Decision): Sums {
  const { contracts, kernel, milestones } = market;
  const { terms, contractId, milestoneId } = approval;
  const milestone = milestones.get(milestoneId ?? '');
  switch (approval.type) {
    case 'proposal_hire': {
      const agreed = terms && worded(() => changedTerms(terms, decision.milestone));
      return charged(hireCharge(kernel.limit, agreed?.amountCents ?? 0), 'First milestone');
    }
    case 'milestone_fund':
      return charged(fundingCharge(kernel.limit, milestone?.amountCents ?? 0), 'Milestone');
    case 'milestone_approve': {
      const cents = milestone?.amountCents ?? 0;
      const lines = [['Out of escrow, for the milestone', cents]] as const;
      return { lines, total: 'To the trainer', chargeCents: null };
    }
    case 'contract_end': {
      const contract = contracts.get(contractId ?? '');
      const lines = milestones.funded(contract?.id ?? '').map((row) => {
        const back = row.funding?.source === 'credits' ? 'to your credits' : 'to your card';
        return [`${titleOf(row)}, with fees, ${back}`, row.funding?.chargeCents ?? 0] as const;
      });
      return { lines, total: 'Back to you', chargeCents: null };
    }
    default:
      return { lines: [], total: 'Total', chargeCents: null };
  }
}

/** The same as a table. */
export function sumsTable({ lines, total }: Sums): Html {
  const sum = lines.reduce((so, [, cents]) => so + cents, 0);
  const shown = table({
    caption: 'Sums',
    columns: ['What', { name: 'US dollars', numeric: true }],
    rows: lines.map(([what, cents]) => [what, usd(cents)]),
    foot: [total, usd(sum)],
    empty: 'No money moves.',
  });
  return html`<div class="sums">${shown}</div>`;
}

/** What a milestone is called where its name may be missing. */
export function titleOf({ name, number }: { name: string | null; number: number }): string {
  return name ?? `Milestone ${number}`;
}

function charged(charge: Charge, what: string): Sums {
  const { amountCents, feePercent, feeCents, initiationCents, totalCents } = charge;
  const lines: [string, number][] = [
    [what, amountCents],
    [`Marketplace fee, ${feePercent} %`, feeCents],
  ];
  if (initiationCents > 0) lines.push(['Contract initiation fee', initiationCents]);
  return { lines, total: 'Charged when you confirm', chargeCents: totalCents };
}
