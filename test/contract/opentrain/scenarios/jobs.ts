import { expect } from 'vitest';
import { answers, refuses } from '../scenario.ts';
import { nothing, openJob, proposal, readyDraft } from '../setting.ts';

const forbidden = { jobDescription: 'Write to me at ada@example.com to apply.' };

export const jobs = [
  answers('jobs.listMine', 'has drafts and open jobs, newest first', async ({ client, owner }) => {
    const draft = await readyDraft(owner);
    const open = await openJob(owner);
    const { items } = await client.jobs.listMine();
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      [open, 'OPEN'],
      [draft, 'DRAFT'],
    ]);
  }),
  answers('jobs.listMine', 'keeps to a status and a page', async ({ client, owner }) => {
    await readyDraft(owner);
    for (let made = 0; made < 3; made++) await openJob(owner);
    const first = await owner.jobs.listMine({ status: 'OPEN', limit: 2 });
    const cursor = first.nextCursor ?? '';
    const { items } = await client.jobs.listMine({ status: 'OPEN', limit: 2, cursor });
    expect(items.map(({ status }) => status)).toEqual(['OPEN']);
  }),
  answers('jobs.update', 'changes a live job', async ({ client, owner }) => {
    const jobId = await openJob(owner);
    const result = await client.jobs.update(jobId, { headcount: 5 });
    expect(result).toMatchObject({ ok: true, jobId, status: 'OPEN' });
  }),
  answers('jobs.publish', 'puts a draft on the marketplace', async ({ client, owner }) => {
    const jobId = await readyDraft(owner);
    expect(await client.jobs.publish(jobId)).toMatchObject({
      jobId,
      status: 'OPEN',
      alreadyPublished: false,
    });
    expect((await owner.jobs.get(jobId)).id).toBe(jobId);
  }),
  answers('jobs.publish', 'may be repeated', async ({ client, owner }) => {
    const jobId = await openJob(owner);
    expect(await client.jobs.publish(jobId)).toMatchObject({ jobId, alreadyPublished: true });
  }),
  answers('jobs.close', 'takes a job off the marketplace', async ({ client, owner }) => {
    const jobId = await openJob(owner);
    expect(await client.jobs.close(jobId)).toMatchObject({ jobId, alreadyClosed: false });
  }),
  answers('jobs.close', 'may be repeated', async ({ client, owner }) => {
    const jobId = await openJob(owner);
    await owner.jobs.close(jobId);
    expect(await client.jobs.close(jobId)).toMatchObject({ jobId, alreadyClosed: true });
  }),
  answers(
    'jobs.invite',
    'makes a proposal',
    async ({ client, owner, sandbox }) => {
      const jobId = await openJob(owner);
      const { trainerId } = sandbox.opentrain.createTrainer({ firstName: 'Lin' });
      const invite = await client.jobs.invite(jobId, { freelancerId: trainerId });
      expect(invite).toMatchObject({ jobId, freelancerId: trainerId, alreadyInvited: false });
    },
    { status: 201 },
  ),
  answers(
    'jobs.invite',
    'may be repeated',
    async (world) => {
      const { jobId, trainerId, proposalId } = await proposal(world);
      const invite = await world.client.jobs.invite(jobId, { freelancerId: trainerId });
      expect(invite).toMatchObject({ proposalId, alreadyInvited: true });
    },
    { status: 200 },
  ),

  refuses('jobs.listMine', 400, 'not a job status', ({ client }) =>
    client.jobs.listMine({ status: 'LOST' as never }),
  ),
  refuses('jobs.listMine', 400, 'limit', ({ client }) => client.jobs.listMine({ limit: 0 })),
  refuses('jobs.update', 400, 'empty body', async ({ client, owner }) =>
    client.jobs.update(await openJob(owner), {}),
  ),
  refuses('jobs.update', 400, 'unknown key', async ({ client, owner }) =>
    client.jobs.update(await openJob(owner), { colour: 'red' } as never),
  ),
  refuses('jobs.update', 404, 'no such job', ({ client }) =>
    client.jobs.update(nothing, { headcount: 2 }),
  ),
  refuses('jobs.update', 404, "another account's", async ({ client, stranger }) =>
    client.jobs.update(await openJob(stranger), { headcount: 2 }),
  ),
  refuses('jobs.update', 409, 'not open', async ({ client, owner }) =>
    client.jobs.update(await readyDraft(owner), { headcount: 2 }),
  ),
  refuses('jobs.update', 409, 'moderation_blocked', async ({ client, owner }) =>
    client.jobs.update(await openJob(owner), forbidden),
  ),
  refuses('jobs.publish', 400, 'not ready', async ({ client, owner }) => {
    const { jobId } = await owner.jobDrafts.create({ text: 'Annotate street photos.' });
    return client.jobs.publish(jobId);
  }),
  refuses('jobs.publish', 403, 'moderation_blocked', async ({ client, owner }) =>
    client.jobs.publish(await readyDraft(owner, forbidden)),
  ),
  refuses('jobs.publish', 404, 'no such job', ({ client }) => client.jobs.publish(nothing)),
  refuses('jobs.publish', 404, "another account's", async ({ client, stranger }) =>
    client.jobs.publish(await readyDraft(stranger)),
  ),
  refuses('jobs.publish', 409, 'neither a draft nor open', async ({ client, owner }) => {
    const jobId = await openJob(owner);
    await owner.jobs.close(jobId);
    return client.jobs.publish(jobId);
  }),
  refuses('jobs.publish', 429, 'daily cap', async ({ client, owner }) => {
    for (let published = 0; published < 20; published++) await openJob(owner);
    return client.jobs.publish(await readyDraft(owner));
  }),
  refuses('jobs.publish', 429, 'daily cap', async ({ as, owner }) => {
    const agent = as((await owner.agent.register()).access_token);
    for (let published = 0; published < 3; published++) await openJob(agent);
    return agent.jobs.publish(await readyDraft(agent));
  }),
  refuses('jobs.close', 404, 'no such job', ({ client }) => client.jobs.close(nothing)),
  refuses('jobs.close', 404, "another account's", async ({ client, stranger }) =>
    client.jobs.close(await openJob(stranger)),
  ),
  refuses('jobs.invite', 400, 'freelancerId', async ({ client, owner }) =>
    client.jobs.invite(await openJob(owner), {} as never),
  ),
  refuses('jobs.invite', 404, 'no such job', ({ client, sandbox }) => {
    const { trainerId } = sandbox.opentrain.createTrainer();
    return client.jobs.invite(nothing, { freelancerId: trainerId });
  }),
  refuses('jobs.invite', 404, "another account's", async ({ client, stranger, sandbox }) => {
    const { trainerId } = sandbox.opentrain.createTrainer();
    return client.jobs.invite(await openJob(stranger), { freelancerId: trainerId });
  }),
  refuses('jobs.invite', 404, 'no such user', async ({ client, owner }) =>
    client.jobs.invite(await openJob(owner), { freelancerId: nothing }),
  ),
  refuses('jobs.invite', 409, 'job_not_published', async ({ client, owner, sandbox }) => {
    const { trainerId } = sandbox.opentrain.createTrainer();
    return client.jobs.invite(await readyDraft(owner), { freelancerId: trainerId });
  }),
  refuses('jobs.invite', 409, 'not_a_freelancer', async ({ client, owner, stranger }) => {
    const { actor } = await stranger.auth.me();
    return client.jobs.invite(await openJob(owner), { freelancerId: actor.userId });
  }),
  refuses('jobs.invite', 409, 'freelancer_unavailable', async ({ client, owner, sandbox }) => {
    const { trainerId } = sandbox.opentrain.createTrainer({ available: false });
    return client.jobs.invite(await openJob(owner), { freelancerId: trainerId });
  }),
];
