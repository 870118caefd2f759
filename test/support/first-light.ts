import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import {
  ApprovalDeclinedError,
  ApprovalExpiredError,
  OAuthError,
  type OpenTrain,
  type Proposal,
} from '../../src/opentrain/index.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import type { TrainAR } from '../../src/trainar/index.ts';
import { rejection } from './transport.ts';

export type Platform = 'opentrain' | 'trainar';

/** What the main job runs on: a sandbox on `time: 'auto'`, and clients however they reach it. */
export interface Stage {
  readonly sandbox: Sandbox;
  /** A client of this token; without one, a stranger. */
  openTrain(token?: string): OpenTrain;
  trainar(apiKey: string): TrainAR;
  /** Where a platform's webhooks go. */
  receiverUrl(platform: Platform): string;
}

/** What one step hands to the next: plain JSON, so that another process could go on from it. */
export interface Progress {
  tenant: { tenantId: string; apiKey: string };
  claimToken: string;
  userCode: string;
  accountId: string;
  token: string;
  jobId: string;
  best: string[];
  requested: string;
  contractId: string;
  taskId: string;
  secrets: Record<Platform, string>;
}

export type Step = (stage: Stage, progress: Progress) => Promise<void>;

const email = 'owner@example.com';
const milestone = { name: 'First 20 hours of audio', amount: 450 };
const brief = new URL('../../examples/data/job-brief.md', import.meta.url);

/** The main job of both platforms, cut where a test may want to stop, look or go on elsewhere. */
export const firstLight: Readonly<Record<string, Step>> = {
  async 'an agent registers'({ openTrain }, progress) {
    const registration = await openTrain().agent.register({ agent_name: 'Hiring agent' });
    expect(registration.scopes).not.toContain('proposals:write');
    progress.claimToken = registration.claim_token;
  },

  async 'a human is asked to claim the account'({ openTrain }, progress) {
    const { agent } = openTrain();
    const { claimToken: claim_token } = progress;
    progress.userCode = (await agent.startClaim({ claim_token, email })).user_code;
    await expect(agent.pollClaim(claim_token)).rejects.toMatchObject({
      code: 'authorization_pending',
    });
    const tooFast = await rejection(agent.pollClaim(claim_token));
    expect(tooFast).toBeInstanceOf(OAuthError);
    expect(tooFast).toMatchObject({ code: 'slow_down' });
  },

  async 'the human claims it'({ openTrain, sandbox }, progress) {
    const { claimToken: token, userCode: code } = progress;
    let polls = 0;
    const claimed = await openTrain().agent.waitForClaim(token, {
      onPoll() {
        polls += 1;
        if (polls !== 3) return;
        progress.accountId = sandbox.opentrain.claim({ token, code, email }).accountId;
        sandbox.opentrain.setCard(progress.accountId, true);
      },
    });
    expect(claimed.scopes).toContain('proposals:write');
    progress.token = claimed.access_token;
  },

  async 'the account subscribes'({ openTrain, sandbox, receiverUrl }, progress) {
    // Only the app hands out a token that may manage webhooks.
    const { token } = sandbox.opentrain.mintToken(progress.accountId);
    const { secret } = await openTrain(token).webhooks.create({
      url: receiverUrl('opentrain'),
      eventTypes: ['approval.confirmed', 'contract.created'],
    });
    progress.secrets.opentrain = secret;
  },

  async 'a brief becomes a job'({ openTrain }, progress) {
    const ot = openTrain(progress.token);
    const text = await readFile(brief, 'utf8');
    const draft = await ot.jobDrafts.create({ text, idempotencyKey: 'first-light' });
    const answers: Record<string, string> = { experienceLevel: 'INTERMEDIATE', pricePerHour: '14' };
    const ready = await ot.jobDrafts.complete(draft, ({ field }) => answers[field]);
    expect(ready.validation).toMatchObject({ publishReady: true, missingFields: [] });
    expect((await ot.jobs.publish(draft.jobId)).status).toBe('OPEN');
    progress.jobId = draft.jobId;
  },

  async 'sixty trainers apply'({ openTrain, sandbox }, progress) {
    sandbox.opentrain.apply(progress.jobId, { count: 60 });
    const ot = openTrain(progress.token);
    const proposals: Proposal[] = [];
    for await (const page of ot.jobs.listProposals(progress.jobId, { limit: 25 }).pages()) {
      proposals.push(...page.items);
    }
    expect(new Set(proposals.map(({ id }) => id)).size).toBe(60);
    const score = ({ metrics }: Proposal) => metrics.matchScore ?? 0;
    const best = proposals.sort((a, b) => score(b) - score(a)).slice(0, 3);
    for (const { id } of best) {
      const { aiInterview } = await ot.proposals.get(id);
      if (!aiInterview?.transcriptAvailable) continue;
      expect((await ot.proposals.interview(id)).messages.length).toBeGreaterThan(1);
    }
    progress.best = best.map(({ id }) => id);
  },

  async 'a hire is asked for'({ openTrain }, progress) {
    const ot = openTrain(progress.token);
    const request = await ot.proposals.hire(progress.best[0] as string, { milestone });
    expect(request).toMatchObject({ status: 'pending', approvalUrl: expect.any(String) });
    expect(await ot.contracts.list().toArray()).toEqual([]);
    progress.requested = request.approval.id;
  },

  async 'the human confirms it'({ openTrain, sandbox }, progress) {
    const ot = openTrain(progress.token);
    let polls = 0;
    const { result } = await ot.approvals.wait(progress.requested, {
      type: 'proposal_hire',
      onPoll() {
        polls += 1;
        if (polls === 2) sandbox.opentrain.approvals.confirm(progress.requested);
      },
    });
    const contract = await ot.contracts.get(result.contractId);
    expect(contract.milestones).toMatchObject([{ status: 'ACTIVE_FUNDED' }]);
    progress.contractId = contract.id;
  },

  async 'the human declines another, and a third lapses'({ openTrain, sandbox }, progress) {
    const ot = openTrain(progress.token);
    const [, second, third] = progress.best as [string, string, string];
    const refused = await ot.proposals.hire(second, { milestone });
    sandbox.opentrain.approvals.decline(refused.approval.id);
    expect(await rejection(refused.wait())).toBeInstanceOf(ApprovalDeclinedError);
    const ignored = await ot.proposals.hire(third, { milestone });
    await sandbox.clock.advance('71h');
    expect(await rejection(ignored.wait())).toBeInstanceOf(ApprovalExpiredError);
    expect(await ot.contracts.list().toArray()).toMatchObject([{ id: progress.contractId }]);
  },

  async 'a tenant subscribes'({ trainar, receiverUrl }, progress) {
    const { webhooks } = trainar(progress.tenant.apiKey);
    const { secret } = await webhooks.subscribe({
      url: receiverUrl('trainar'),
      events: ['task.created', 'task.status_changed', 'task.completed', 'skill.executed'],
    });
    progress.secrets.trainar = secret as string;
  },

  async 'a task is done'({ trainar, sandbox }, progress) {
    const { tasks } = trainar(progress.tenant.apiKey);
    const task = await tasks.create({ title: 'Replace the filter on boiler 3', priority: 'high' });
    await tasks.create({ title: 'Check the pressure of boiler 4' });
    expect((await tasks.list({ limit: 10 })).items).toHaveLength(2);
    expect((await tasks.complete(task.id)).status).toBe('completed');
    await sandbox.settled();
    progress.taskId = task.id;
  },

  async 'a skill runs'({ trainar, sandbox }, progress) {
    const { skillId } = sandbox.trainar.createSkill({
      tenantId: progress.tenant.tenantId,
      name: 'look_up_asset',
      answer: { asset: 'boiler-3' },
    });
    const { skills } = trainar(progress.tenant.apiKey);
    expect(await skills.execute({ skill_id: skillId, arguments: {} })).toMatchObject({
      result: { asset: 'boiler-3' },
    });
    await sandbox.settled();
  },
};

/** The names of all the events that the job has delivered. */
export const deliveredEvents = [
  // One event for every way an approval may end: confirmed, declined, expired.
  'approval.confirmed',
  'approval.confirmed',
  'approval.confirmed',
  'contract.created',
  'task.created',
  'task.created',
  'task.status_changed',
  'task.completed',
  'skill.executed',
];

/** The start of the job: a tenant, and nothing else. */
export function beginning(sandbox: Sandbox): Progress {
  const { tenantId, apiKey } = sandbox.trainar.createTenant();
  const nothing = { claimToken: '', userCode: '', accountId: '', token: '', jobId: '' };
  const later = {
    best: [],
    requested: '',
    contractId: '',
    taskId: '',
    secrets: { opentrain: '', trainar: '' },
  };
  return { tenant: { tenantId, apiKey }, ...nothing, ...later };
}
