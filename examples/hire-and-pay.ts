/**
 * From a draft to a payout, and every cent accounted for: `npx tsx examples/hire-and-pay.ts`.
 *
 * With OT_API_TOKEN (and OT_API_BASE_URL) it does so for real, and people have to confirm.
 */
import type { ApprovalRequest, OpenTrain, Proposal } from 'trainyard/opentrain';
import { printLedger } from './hire-and-pay/ledger.ts';
import { openJob } from './hire-and-pay/open-job.ts';
import { chapter, check, checked, show, tell } from './narrator.ts';
import { openStage, type People } from './stage.ts';

const { ot, people, isOwnSandbox, close } = await openStage('hire and pay');
try {
  chapter('A job, and who applies');
  const jobId = await openJob(ot);
  await people.apply(jobId, 5);
  const best = await bestOf(ot, jobId);
  tell(`${best.candidate.displayName} asks ${best.bid.amountUsd} USD an hour.`);

  chapter('Prepaid money: one top-up for everything to come');
  const before = await ot.credits.balance();
  const topUp = await ot.credits.createTopUp({ amountUsd: 1_500 });
  await people.pay(topUp);
  const { status } = await ot.credits.waitForTopUp(topUp.topUpId);
  check('the top-up is paid', status, 'COMPLETED');

  chapter('The hire: a pilot, the fees on top, all of it held until somebody approves the work');
  const pilot = { name: 'Pilot', amount: 400 };
  const hire = await ot.proposals.hire(best.id, { milestone: pilot });
  const { contractId } = await confirmed(hire, people);
  const held = await ot.credits.balance();
  const charge = 400 * 100 + 400 * 10 + 995;
  check(
    '400 USD, a tenth of it and 9.95 USD are held',
    held.reservedCents - before.reservedCents,
    charge,
  );

  chapter('A second milestone, funded while the first one is worked on');
  const second = await ot.contracts.createMilestone(contractId, {
    name: 'Second batch',
    description: 'Ten hours more, with the corrections of the pilot',
    volume: 10,
  });
  await confirmed(await ot.milestones.fund(second.id), people);
  const contract = await ot.contracts.get(contractId);
  const [first] = contract.milestones;
  check('both are in escrow', statuses(contract), ['ACTIVE_FUNDED', 'ACTIVE_FUNDED']);

  chapter('The trainer is done with the first and asks for payout');
  const firstId = first?.id ?? '';
  await people.requestPayout(contractId, firstId);
  const waiting = await ot.contracts.get(contractId);
  check('the platform says so', waiting.milestones[0]?.needsReview, true);
  const { payoutTransactionId } = await confirmed(await ot.milestones.approve(firstId), people);
  show('the payout is', payoutTransactionId);
  check('one is paid', statuses(await ot.contracts.get(contractId)), ['PAID', 'ACTIVE_FUNDED']);

  chapter('Plans change: the contract ends, and what was not worked for comes back');
  const ending = await ot.contracts.end(contractId);
  check('money is in escrow, so a human decides', ending.status, 'pending');
  if (ending.status === 'pending') await confirmed(ending, people);
  const ended = await ot.contracts.get(contractId);
  check('the contract has ended', ended.status, 'ended');

  chapter('The ledger');
  const entries = await ot.credits.ledger({ limit: 100 }).toArray();
  const sums = printLedger(entries);
  const { availableCents, reservedCents } = await ot.credits.balance();
  if (isOwnSandbox) {
    check('adds up to the balance', sums, { availableCents, reservedCents });
    check('and all that is gone is what the pilot cost', 1_500 * 100 - availableCents, charge);
    check('nothing is held any more', reservedCents, 0);
  }
  tell(`${checked()} facts checked`);
} finally {
  await close();
}

/** Who matches best; of equals, who asks less. */
async function bestOf(ot: OpenTrain, jobId: string): Promise<Proposal> {
  const proposals = await ot.jobs.listProposals(jobId).toArray();
  const [best] = proposals.sort(
    (a, b) =>
      (b.metrics.matchScore ?? 0) - (a.metrics.matchScore ?? 0) ||
      (a.bid.amountUsd ?? 0) - (b.bid.amountUsd ?? 0),
  );
  if (!best) throw new Error('Nobody applied.');
  return best;
}

/** Shows people what to decide, and waits for their word. */
async function confirmed<R>(
  request: Pick<ApprovalRequest, 'approval' | 'approvalUrl'> & { wait(): Promise<R> },
  people: People,
): Promise<R> {
  show('a human decides at', request.approvalUrl);
  await people.confirm(request.approval, 'credits');
  return request.wait();
}

function statuses({ milestones }: { milestones: readonly { status: string }[] }): string[] {
  return milestones.map(({ status }) => status);
}
