import { date, rate, words } from '../../pages/format.ts';
import { type Html, html, type Piece } from '../../pages/html.ts';
import { named } from '../../pages/named.ts';
import type { Market } from '../market.ts';
import type { ApprovalRow } from '../money/approvals.ts';
import { titleOf } from './sums.ts';

/** What a human is asked, in words. */
export interface ApprovalSubject {
  readonly title: string;
  readonly heading: Html;
  /** What its button says. */
  readonly confirm: string;
  readonly facts: readonly (readonly [name: string, value: Piece])[];
}

/** Puts an approval in words. */
export function approvalSubject(market: Market, approval: ApprovalRow): ApprovalSubject {
  return approval.type === 'proposal_hire' ? hiring(market, approval) : working(market, approval);
}

function hiring(market: Market, { jobId, proposalId }: ApprovalRow): ApprovalSubject {
  const proposal = market.proposals.get(proposalId ?? '');
  const trainer = market.trainers.get(proposal?.trainerId ?? '');
  const name = trainer?.displayName ?? 'this trainer';
  const facts: [string, Piece][] = [
    ['Job', jobTitle(market, jobId)],
    ['AI trainer', html`${named(name)}${trainer?.country && html`, ${trainer.country}`}`],
  ];
  if (proposal?.bidAmountUsd != null) {
    const unit = proposal.bidUnit && ` ${words(proposal.bidUnit)}`;
    facts.push(['Bid', html`${rate(proposal.bidAmountUsd)}${unit}`]);
  }
  if (proposal?.interviewScore != null) {
    facts.push(['Interview', `${proposal.interviewScore} of 100`]);
  }
  if (proposal?.status === 'NOT_A_FIT') facts.push(['Mind', 'You marked this proposal Not a fit.']);
  return {
    title: `Hire ${name}?`,
    heading: html`Hire ${named(name)}?`,
    confirm: 'Confirm and hire',
    facts,
  };
}

const questions = {
  milestone_fund: { title: 'Fund a milestone?', confirm: 'Confirm and fund' },
  milestone_approve: { title: 'Pay a milestone out?', confirm: 'Confirm and pay out' },
  contract_end: { title: 'End a contract?', confirm: 'Confirm and end' },
} as const;

function working(market: Market, approval: ApprovalRow): ApprovalSubject {
  const { type, jobId, contractId, milestoneId } = approval;
  const contract = market.contracts.get(contractId ?? '');
  const milestone = market.milestones.get(milestoneId ?? '');
  const trainer = market.trainers.get(contract?.trainerId ?? '');
  const facts: [string, Piece][] = [
    ['Job', jobTitle(market, jobId)],
    ['AI trainer', named(trainer?.displayName ?? 'Freelancer')],
  ];
  if (milestone) {
    facts.push(['Milestone', named(titleOf(milestone))]);
    if (milestone.description) facts.push(['What for', named(milestone.description)]);
    if (milestone.dueDate) facts.push(['Due', date(milestone.dueDate)]);
  }
  const { title, confirm } = (questions as Record<string, { title: string; confirm: string }>)[
    type
  ] ?? { title: 'Confirm?', confirm: 'Confirm' };
  return { title, heading: html`${title}`, confirm, facts };
}

function jobTitle(market: Market, jobId: string): Html {
  const title = market.jobs.get(jobId)?.title || 'Untitled';
  return html`<a href="/console/jobs/${jobId}">${named(title)}</a>`;
}
