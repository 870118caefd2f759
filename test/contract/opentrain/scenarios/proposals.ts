import { expect } from 'vitest';
import { withPath } from '../../kit/recorder.ts';
import { answers, refuses } from '../scenario.ts';
import { applied, conversation, hired, milestone, nothing, openJob, proposal } from '../setting.ts';

export const proposals = [
  answers('jobs.listProposals', 'has candidates, newest first', async (world) => {
    const { jobId, proposalId } = await proposal(world);
    const next = applied(world.sandbox, jobId, { bid: 280 });
    const { items } = await world.client.jobs.listProposals(jobId);
    expect(items.map(({ id }) => id)).toEqual([next.proposalId, proposalId]);
  }),
  answers('jobs.listProposals', 'keeps to a status, page by page', async (world) => {
    const { jobId, proposalId } = await proposal(world);
    applied(world.sandbox, jobId);
    const next = applied(world.sandbox, jobId);
    for (const id of [proposalId, next.proposalId]) {
      world.sandbox.opentrain.setProposalStatus(id, 'SHORTLISTED');
    }
    const query = { status: 'SHORTLISTED', limit: 1 } as const;
    const { nextCursor } = await world.owner.jobs.listProposals(jobId, query);
    const rest = { ...query, cursor: nextCursor ?? '' };
    const { items } = await world.client.jobs.listProposals(jobId, rest);
    expect(items.map(({ id }) => id)).toEqual([proposalId]);
  }),
  answers('proposals.get', 'reads a proposal, the name masked', async (world) => {
    const { proposalId, jobId } = await proposal(world, {
      trainer: { firstName: 'Lin', lastName: 'Okafor' },
    });
    const found = await world.client.proposals.get(proposalId);
    expect(found).toMatchObject({ id: proposalId, jobId, candidate: { firstName: 'Lin' } });
    expect(JSON.stringify(found)).not.toContain('Okafor');
  }),
  answers('proposals.interview', 'reads the transcript', async (world) => {
    const turns = [{ role: 'candidate' as const, content: 'I have labelled street photos.' }];
    const { proposalId } = await proposal(world, { score: 86, interview: turns });
    expect(await world.client.proposals.interview(proposalId)).toMatchObject({
      proposalId,
      score: 86,
      messages: [{ role: 'candidate', content: 'I have labelled street photos.' }],
    });
  }),
  answers('proposals.openConversation', 'opens the thread', async (world) => {
    const { proposalId } = await proposal(world);
    const opened = await world.client.proposals.openConversation(proposalId);
    expect(opened).toMatchObject({ proposalId, created: true });
  }),
  answers('proposals.openConversation', 'may be repeated', async (world) => {
    const { proposalId, conversationId } = await conversation(world);
    const opened = await world.client.proposals.openConversation(proposalId);
    expect(opened).toMatchObject({ conversationId, created: false });
  }),
  answers('proposals.hire', 'asks a human', async (world) => {
    const { proposalId } = await proposal(world);
    const dueDate = '2026-08-01T00:00:00.000Z';
    const request = await world.client.proposals.hire(proposalId, {
      milestone: { ...milestone, description: 'As agreed.', dueDate },
    });
    expect(request).toMatchObject({
      status: 'pending',
      approval: { type: 'proposal_hire', proposalId, contractId: null, result: null },
    });
  }),
  answers('proposals.hire', 'hires in spite of a mark when told so', async (world) => {
    const { proposalId } = await proposal(world);
    world.sandbox.opentrain.setProposalStatus(proposalId, 'NOT_A_FIT');
    const body = { milestone, confirmNotAFit: true };
    expect((await world.client.proposals.hire(proposalId, body)).status).toBe('pending');
  }),
  answers('freelancers.get', 'reads a profile by id', async ({ client, sandbox }) => {
    const { trainerId } = sandbox.opentrain.createTrainer({ firstName: 'Lin', lastName: 'Okafor' });
    const profile = await client.freelancers.get(trainerId);
    expect(profile).toMatchObject({ id: trainerId, firstName: 'Lin' });
    expect(JSON.stringify(profile)).not.toContain('Okafor');
  }),
  answers('freelancers.get', 'reads a profile by slug', async ({ client, owner, sandbox }) => {
    const { trainerId } = sandbox.opentrain.createTrainer({ firstName: 'Lin' });
    const { profileSlug } = await owner.freelancers.get(trainerId);
    expect((await client.freelancers.get(profileSlug)).id).toBe(trainerId);
  }),

  refuses('jobs.listProposals', 400, 'not a proposal status', async ({ client, owner }) =>
    client.jobs.listProposals(await openJob(owner), { status: 'LOST' as never }),
  ),
  refuses('jobs.listProposals', 400, 'limit', async ({ client, owner }) =>
    client.jobs.listProposals(await openJob(owner), { limit: 0 }),
  ),
  refuses('jobs.listProposals', 403, "another account's", async ({ client, stranger }) =>
    client.jobs.listProposals(await openJob(stranger)),
  ),
  refuses('jobs.listProposals', 404, 'no such job', ({ client }) =>
    client.jobs.listProposals(nothing),
  ),
  ...(['get', 'interview', 'openConversation'] as const).map((method) =>
    refuses(`proposals.${method}`, 400, 'proposalId is missing', ({ client, recorder }) => {
      recorder.change = withPath((path) => path.replace(nothing, '%20'));
      return client.proposals[method](nothing);
    }),
  ),
  refuses('proposals.get', 403, "another account's", async ({ client, sandbox, stranger }) => {
    const { proposalId } = await proposal({ sandbox, owner: stranger });
    return client.proposals.get(proposalId);
  }),
  refuses('proposals.get', 404, 'no such proposal', ({ client }) => client.proposals.get(nothing)),
  refuses('proposals.interview', 403, "another account's", async (world) => {
    const { proposalId } = await proposal({ ...world, owner: world.stranger });
    return world.client.proposals.interview(proposalId);
  }),
  refuses('proposals.interview', 404, 'no such proposal', ({ client }) =>
    client.proposals.interview(nothing),
  ),
  refuses('proposals.interview', 404, 'no interview was recorded', async (world) => {
    const { proposalId } = await proposal(world, { interview: false });
    return world.client.proposals.interview(proposalId);
  }),
  refuses('proposals.openConversation', 403, "another account's", async (world) => {
    const { proposalId } = await proposal({ ...world, owner: world.stranger });
    return world.client.proposals.openConversation(proposalId);
  }),
  refuses('proposals.openConversation', 403, 'employer_first_message_required', async (world) => {
    const { proposalId, trainerId } = await proposal(world);
    const { token } = world.sandbox.opentrain.mintTrainerToken(trainerId);
    return world.as(token).proposals.openConversation(proposalId);
  }),
  refuses('proposals.openConversation', 404, 'no such proposal', ({ client }) =>
    client.proposals.openConversation(nothing),
  ),
  refuses('proposals.openConversation', 409, 'proposal_not_ready_for_messaging', async (world) => {
    const { proposalId } = await proposal(world, { trainer: { registered: false } });
    return world.client.proposals.openConversation(proposalId);
  }),
  refuses('proposals.hire', 400, 'milestone is missing', async (world) => {
    const { proposalId } = await proposal(world);
    return world.client.proposals.hire(proposalId, {} as never);
  }),
  refuses('proposals.hire', 400, 'neither name nor description', async (world) => {
    const { proposalId } = await proposal(world);
    return world.client.proposals.hire(proposalId, { milestone: { amount: 300 } });
  }),
  refuses('proposals.hire', 400, 'no valid amount', async (world) => {
    const { proposalId } = await proposal(world);
    return world.client.proposals.hire(proposalId, { milestone: { ...milestone, amount: 0 } });
  }),
  refuses('proposals.hire', 403, "another account's", async (world) => {
    const { proposalId } = await proposal({ ...world, owner: world.stranger });
    return world.client.proposals.hire(proposalId, { milestone });
  }),
  refuses('proposals.hire', 404, 'no such proposal', ({ client }) =>
    client.proposals.hire(nothing, { milestone }),
  ),
  refuses('proposals.hire', 409, 'payment_method_required', async (world) => {
    // 300 and a tenth of it and 9.95 make 339.95.
    const { token } = world.open({ card: false, creditsUsd: 339.94 });
    const { proposalId } = await proposal({ ...world, owner: world.with(token) });
    return world.as(token).proposals.hire(proposalId, { milestone });
  }),
  refuses('proposals.hire', 409, 'proposal_not_a_fit', async (world) => {
    const { proposalId } = await proposal(world);
    world.sandbox.opentrain.setProposalStatus(proposalId, 'NOT_A_FIT');
    return world.client.proposals.hire(proposalId, { milestone });
  }),
  refuses('proposals.hire', 409, 'already_hired', async (world) => {
    const { proposalId } = await hired(world);
    return world.client.proposals.hire(proposalId ?? '', { milestone });
  }),
  refuses('proposals.hire', 409, 'proposal_not_hireable', async (world) => {
    const { proposalId } = await proposal(world, { trainer: { registered: false } });
    return world.client.proposals.hire(proposalId, { milestone });
  }),
  refuses('freelancers.get', 404, 'unknown, hidden', ({ client }) =>
    client.freelancers.get(nothing),
  ),
];
