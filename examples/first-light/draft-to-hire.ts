import { ApprovalDeclinedError, ApprovalExpiredError, OAuthError, OpenTrain } from 'trainyard';
import type { Proposal } from 'trainyard/opentrain';
import { chapter, check, show, tell } from '../narrator.ts';
import { answerFor } from './answers.ts';
import type { Human } from './human.ts';

/** An agent drafts a job, publishes it, picks a trainer, and asks a human to hire. */
export async function draftToHire(baseUrl: string, human: Human, brief: string): Promise<void> {
  const ot = await becomeClaimed(baseUrl, human);
  const jobId = await publish(ot, brief);
  const best = await choose(ot, human, jobId);
  await hire(ot, human, jobId, best);
}

async function becomeClaimed(baseUrl: string, human: Human): Promise<OpenTrain> {
  const { clock } = human;
  chapter('OpenTrain: an agent registers, a human claims the account');
  const stranger = new OpenTrain({ baseUrl, clock });
  const registration = await stranger.agent.register({ agent_name: 'Hiring agent' });
  check('a new agent may draft, not hire', registration.scopes.includes('proposals:write'), false);

  const { claim_token } = registration;
  const email = 'owner@example.com';
  const claim = await stranger.agent.startClaim({ claim_token, email });
  show('a human opens', claim.verification_uri);
  show('and types', claim.user_code);

  await stranger.agent.pollClaim(claim_token).catch(() => {});
  const tooFast = await stranger.agent.pollClaim(claim_token).catch((error: unknown) => error);
  check(
    'two polls in a row are told to slow down',
    tooFast instanceof OAuthError && tooFast.code,
    'slow_down',
  );

  let polls = 0;
  const claimed = await stranger.agent.waitForClaim(claim_token, {
    onPoll: async () => {
      polls += 1;
      if (polls !== 3) return;
      const typed = { token: claim_token, code: claim.user_code, email };
      const { accountId } = await human.does<{ accountId: string }>('opentrain/claim', typed);
      await human.does('opentrain/setCard', accountId, true);
    },
  });
  check('the claim’s token may ask to hire', claimed.scopes.includes('proposals:write'), true);
  return new OpenTrain({ baseUrl, clock, token: claimed.access_token });
}

async function publish(ot: OpenTrain, brief: string): Promise<string> {
  chapter('A job in plain English becomes a draft, and the draft a job');
  const draft = await ot.jobDrafts.create({ text: brief });
  tell(
    `${brief.split(/\s+/).length} words were read; found: ${Object.keys(draft.normalizedFields).join(', ')}`,
  );
  const asked: string[] = [];
  const complete = await ot.jobDrafts.complete(draft, (field) => {
    asked.push(field.field);
    const answer = answerFor(field);
    tell(`${field.prompt} → ${answer}`);
    return answer;
  });
  check('every gap was asked for once', asked.length, new Set(asked).size);
  check('the draft may be published', complete.validation.publishReady, true);
  const published = await ot.jobs.publish(draft.jobId);
  check('the job is open', published.status, 'OPEN');
  return draft.jobId;
}

async function choose(ot: OpenTrain, human: Human, jobId: string): Promise<Proposal[]> {
  chapter('Sixty trainers apply; the agent reads them all, and the best ones closely');
  await human.does('opentrain/apply', jobId, { count: 60 });
  const proposals: Proposal[] = [];
  for await (const proposal of ot.jobs.listProposals(jobId, { limit: 25 }))
    proposals.push(proposal);
  check('three pages held sixty proposals', proposals.length, 60);
  const score = ({ metrics }: Proposal) => metrics.matchScore ?? 0;
  const best = proposals.sort((a, b) => score(b) - score(a)).slice(0, 3);
  for (const { id, candidate, bid, metrics } of best) {
    const { aiInterview } = await ot.proposals.get(id);
    tell(
      `${candidate.displayName}, ${candidate.country}: ${bid.amountUsd} USD ${bid.unit}, match ${metrics.matchScore}`,
    );
    if (!aiInterview?.transcriptAvailable) continue;
    const interview = await ot.proposals.interview(id);
    tell(`  “${interview.messages.find(({ role }) => role === 'candidate')?.content}”`);
  }
  return best;
}

async function hire(ot: OpenTrain, human: Human, jobId: string, best: Proposal[]): Promise<void> {
  const [first, second, third] = best as [Proposal, Proposal, Proposal];
  const milestone = { name: 'First 20 hours of audio', amount: 450 };

  chapter('The agent asks to hire; a human confirms, and only then is anyone hired');
  const request = await ot.proposals.hire(first.id, { milestone });
  check('the call answers with a request, not with a hire', request.status, 'pending');
  show('a human decides at', request.approvalUrl);
  let polls = 0;
  const result = await request.wait({
    onPoll: async () => {
      polls += 1;
      if (polls === 2) await human.does('opentrain/approvals/confirm', request.approval.id);
    },
  });
  const { items: contracts } = await ot.contracts.list({ jobId });
  check('the contract is there', contracts[0]?.id, result.contractId);
  check('its first milestone is funded', contracts[0]?.milestones[0]?.status, 'ACTIVE_FUNDED');
  check('who was hired is the one who was chosen', result.freelancerUserId, first.candidate.id);

  chapter('A human declines; nobody answers: both are errors with a name');
  const refused = await ot.proposals.hire(second.id, { milestone });
  await human.does('opentrain/approvals/decline', refused.approval.id);
  const declined = await refused.wait().catch((error: unknown) => error);
  check('declined', declined instanceof ApprovalDeclinedError, true);

  const ignored = await ot.proposals.hire(third.id, { milestone });
  const before = human.clock.now();
  tell('almost three days pass');
  await human.clock.sleep(71 * 3_600_000);
  const expired = await ignored.wait().catch((error: unknown) => error);
  check('expired', expired instanceof ApprovalExpiredError, true);
  const hours = Math.round((human.clock.now() - before) / 3_600_000);
  check('after 72 hours of sandbox time', hours, 72);
}
