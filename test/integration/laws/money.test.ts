import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMarket, type Way } from './market.ts';
import { type Step, type Story, steps, take } from './money-story.ts';
import { sumOf, whereabouts } from './purse.ts';
import { patience, thousand, twoHundred } from './runs.ts';

const market = openMarket();
const { world } = market;

function begin(way: Way, card: boolean): Story {
  market.restart();
  const { accountId, ask } = market.employer(way, { card, creditsUsd: 400 });
  const jobId = market.job(accountId);
  const proposals = [1, 2, 3].map(() => market.proposal(accountId, jobId));
  const moneyIn = 40_000;
  return { market, ask, accountId, proposals, topUps: [], approvals: [], card, moneyIn };
}

/** Every entry as the API pages through them. */
async function ledger({ ask }: Story) {
  const entries: { type: string; amountCents: number }[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: Record<string, string> = { limit: '100', ...(cursor && { cursor }) };
    const { body } = await ask('credits.ledger', { query });
    entries.push(...body.entries);
    cursor = body.nextCursor;
  }
  return entries;
}

/** What is wrong with an account's money, in words. */
async function problems(story: Story): Promise<string[]> {
  const where = whereabouts(market, story.accountId);
  const { available, reserved, escrowOfCredits, escrowOfCard, paid, fees, backOnCard } = where;
  const { body } = await story.ask('credits.balance');
  const { availableCents, reservedCents } = body.credits;
  const sum = sumOf(await ledger(story));
  const found = available + reserved + escrowOfCard + paid + fees + backOnCard;
  return [
    ...differ('the balance says available', availableCents, available),
    ...differ('the balance says reserved', reservedCents, reserved),
    ...differ('the ledger makes available', sum.available, available),
    ...differ('the ledger makes reserved', sum.reserved, reserved),
    ...differ('escrow of credits', escrowOfCredits, reserved),
    ...differ('cents in all', found, story.moneyIn),
    ...differ('milestones in escrow of ended contracts', stranded(story), 0),
    ...(Math.min(available, reserved) < 0 ? ['below zero'] : []),
  ];
}

/** Escrow that nobody could pay out or take back any more. */
function stranded({ accountId }: Story): number {
  const ended = world.contracts.list(accountId).filter(({ status }) => status === 'ended');
  return ended.reduce((sum, { id }) => sum + world.milestones.funded(id).length, 0);
}

const differ = (what: string, found: number, due: number) =>
  found === due ? [] : [`${what}: ${found}, not ${due}`];

/** What stories came to, to be sure that they come to something. */
function reached(seen: Set<string>, { accountId }: Story): void {
  for (const { type } of world.credits.entries(accountId)) seen.add(type);
  for (const { status } of world.milestones.all()) seen.add(status);
  for (const { type, status } of world.approvals.list(accountId))
    seen.add(status === 'confirmed' ? type : status);
}

const everyEnd = [
  ...['TOP_UP', 'HOLD', 'HOLD_RELEASE', 'CAPTURE', 'REFUND', 'ADJUSTMENT'],
  ...['NOT_FUNDED', 'ACTIVE_FUNDED', 'PAID', 'REFUNDED', 'CANCELLED'],
  ...['proposal_hire', 'milestone_fund', 'milestone_approve', 'contract_end'],
  ...['pending', 'declined', 'expired'],
];

describe('money', () => {
  const tell = async (way: Way, story: readonly Step[], card: boolean) => {
    const told = begin(way, card);
    for (const step of story) {
      await take(told, step);
      const wrong = await problems(told);
      if (wrong.length > 0) throw new Error(wrong.join('; '));
    }
    return told;
  };

  it('never loses or makes a cent, and the ledger adds up to the balance', patience, async () => {
    const seen = new Set<string>();
    const law = fc.asyncProperty(steps, fc.boolean(), async (story, card) => {
      reached(seen, await tell('in code', story, card));
    });
    await fc.assert(law, thousand);
    expect([...seen].sort()).toEqual(everyEnd.sort());
  });

  it('neither does it over HTTP', patience, async () => {
    const law = fc.asyncProperty(
      steps.map((story) => story.slice(0, 8)),
      fc.boolean(),
      async (story, card) => {
        market.kernel.requests.clear();
        await tell('over fetch', story, card);
        expect(market.kernel.requests.list({ status: 500 })).toEqual([]);
      },
    );
    await fc.assert(law, twoHundred);
  });

  it('is missed where it is missing', async () => {
    const story = begin('in code', false);
    await take(story, { kind: 'hire', pick: 0, cents: 10_000, source: undefined });
    await take(story, { kind: 'confirmLast', pick: 0, cents: 0, source: 'credits' });
    expect(await problems(story)).toEqual([]);
    const [milestone] = world.milestones.all();
    world.credits.release(milestone!.funding!.holdEntryId!, 'behind its back');
    expect(await problems(story)).toEqual(['escrow of credits: 11995, not 0']);
  });
});
