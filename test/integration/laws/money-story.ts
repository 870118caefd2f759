import fc from 'fast-check';
import type { PaymentSource } from '../../../src/sandbox/opentrain/money/payment-source.ts';
import { type Ask, attempt, type Market } from './market.ts';
import { costOfFunding, costOfHire } from './purse.ts';

/** A step: what is done, which of the things there are it is done to, and a number. */
export interface Step {
  readonly kind: keyof typeof acts;
  readonly pick: number;
  readonly cents: number;
  readonly source: PaymentSource | undefined;
}

/** An account that money flows through, and what the storyteller knows of it first-hand. */
export interface Story {
  readonly market: Market;
  readonly ask: Ask;
  readonly accountId: string;
  readonly proposals: readonly string[];
  readonly topUps: { id: string; cents: number }[];
  readonly approvals: { id: string; cents: number }[];
  card: boolean;
  /** Every cent that came in from outside: by top-up, by the vendor's correction, by card. */
  moneyIn: number;
}

const hireOf = ({ cents }: Step) => ({ milestone: { name: 'First', amount: cents / 100 } });

/** Everything that moves money or decides on it. */
const acts = {
  async askTopUp({ ask, topUps }: Story, { cents }: Step) {
    const amountUsd = 10 + cents / 100;
    const { body } = await ask('credits.createTopUp', { body: { amountUsd } });
    topUps.push({ id: body.topUpId, cents: 1_000 + cents });
  },
  payTopUp(story: Story, { pick }: Step) {
    const topUp = one(story.topUps, pick);
    if (!topUp || !attempt(() => story.market.controls.completeTopUp(topUp.id))) return;
    story.moneyIn += topUp.cents;
  },
  cancelTopUp({ market, topUps }: Story, { pick }: Step) {
    const topUp = one(topUps, pick);
    if (topUp) attempt(() => market.controls.cancelTopUp(topUp.id));
  },
  async hire({ ask, proposals, approvals }: Story, step: Step) {
    const params = { proposalId: one(proposals, step.pick)! };
    const { status, body } = await ask('proposals.hire', { params, body: hireOf(step) });
    if (status === 202) approvals.push({ id: body.approval.id, cents: step.cents });
  },
  async addMilestone(story: Story, { pick, cents }: Step) {
    const contractId = contractOf(story, pick);
    const body = { description: 'More', amountUsd: cents / 100 };
    await story.ask('contracts.createMilestone', { params: { contractId }, body });
  },
  async fund(story: Story, { pick }: Step) {
    const { id: milestoneId, cents } = milestoneOf(story, pick);
    const { status, body } = await story.ask('milestones.fund', { params: { milestoneId } });
    if (status === 202) story.approvals.push({ id: body.approval.id, cents });
  },
  async approve(story: Story, { pick }: Step) {
    const { id: milestoneId, cents } = milestoneOf(story, pick);
    const { status, body } = await story.ask('milestones.approve', { params: { milestoneId } });
    if (status === 202) story.approvals.push({ id: body.approval.id, cents });
  },
  async end(story: Story, { pick }: Step) {
    const contractId = contractOf(story, pick);
    const { status, body } = await story.ask('contracts.end', { params: { contractId } });
    if (status === 202) story.approvals.push({ id: body.approval.id, cents: 0 });
  },
  confirm(story: Story, { pick, source }: Step) {
    const asked = one(story.approvals, pick);
    if (asked) confirm(story, asked, source);
  },
  /** Most people confirm what was just asked. */
  confirmLast(story: Story, { source }: Step) {
    const asked = story.approvals.at(-1);
    if (asked) confirm(story, asked, source);
  },
  /** The human changes the amount, which wins. */
  confirmOther(story: Story, { pick, cents, source }: Step) {
    const asked = one(story.approvals, pick);
    if (asked) confirm(story, { id: asked.id, cents }, source, cents);
  },
  decline({ market, approvals }: Story, { pick }: Step) {
    const asked = one(approvals, pick);
    if (asked) attempt(() => market.controls.approvals.decline(asked.id));
  },
  cancelMilestone(story: Story, { pick }: Step) {
    attempt(() => story.market.controls.cancelMilestone(milestoneOf(story, pick).id));
  },
  refundMilestone(story: Story, { pick }: Step) {
    attempt(() => story.market.controls.refundMilestone(milestoneOf(story, pick).id));
  },
  requestPayout(story: Story, { pick }: Step) {
    attempt(() => story.market.controls.requestPayout(milestoneOf(story, pick).id));
  },
  adjust(story: Story, { cents }: Step) {
    const correction = cents - 30_000;
    const { adjustCredits } = story.market.controls;
    if (attempt(() => adjustCredits(story.accountId, correction))) story.moneyIn += correction;
  },
  switchCard(story: Story) {
    story.card = !story.card;
    story.market.controls.setCard(story.accountId, story.card);
  },
  /** Long enough for top-ups to expire, or for approvals too. */
  wait: ({ market }: Story, { cents }: Step) =>
    market.kernel.clock.advance(cents % 2 === 0 ? '25h' : '73h'),
};

const kinds = Object.keys(acts) as (keyof typeof acts)[];

/** Stories of money; what most people do comes up more often. */
export const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(
      ...kinds,
      'hire',
      'hire',
      'fund',
      'confirmLast',
      'confirmLast',
      'approve',
    ),
    pick: fc.nat({ max: 30 }),
    cents: fc.integer({ min: 1, max: 60_000 }),
    source: fc.constantFrom(undefined, 'card', 'credits', 'credits'),
  }),
  { minLength: 5, maxLength: 20, size: 'max' },
);

/** Does a step. Where the sandbox refuses, nothing may have happened, which the law finds out. */
export async function take(story: Story, step: Step): Promise<void> {
  await acts[step.kind](story, step);
}

/** A card pays what the human confirmed with it, or with nothing said when there is one. */
function confirm(
  story: Story,
  { id, cents }: { id: string; cents: number },
  source: PaymentSource | undefined,
  changed?: number,
): void {
  const { market, card } = story;
  const decision = {
    ...(source !== undefined && { source }),
    ...(changed !== undefined && { milestone: { amount: changed / 100 } }),
  };
  const before = market.world.approvals.read(id)!;
  if (!attempt(() => market.controls.approvals.confirm(id, decision))) return;
  if (!card || source === 'credits') return;
  if (before.type === 'proposal_hire') story.moneyIn += costOfHire(cents);
  if (before.type !== 'milestone_fund') return;
  // Only the first milestone's amount can be changed while confirming.
  const { amountCents } = market.world.milestones.get(before.milestoneId ?? '')!;
  story.moneyIn += costOfFunding(amountCents);
}

function one<T>(things: readonly T[], pick: number): T | undefined {
  return things[pick % things.length];
}

function contractOf({ market, accountId }: Story, pick: number): string {
  return one(market.world.contracts.list(accountId), pick)?.id ?? 'none';
}

function milestoneOf({ market }: Story, pick: number): { id: string; cents: number } {
  const milestone = one([...market.world.milestones.all()], pick);
  return { id: milestone?.id ?? 'none', cents: milestone?.amountCents ?? 0 };
}
