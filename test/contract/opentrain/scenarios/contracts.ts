import { expect } from 'vitest';
import { withPath } from '../../kit/recorder.ts';
import { answers, refuses } from '../scenario.ts';
import {
  byTheHour,
  end,
  firstMilestone,
  hire,
  hired,
  hiredByTheHour,
  nothing,
  openJob,
  unfunded,
} from '../setting.ts';

const description = 'Second thousand photos';

export const contracts = [
  answers('contracts.list', 'has what hires became', async (world) => {
    const { id, jobId } = await hired(world);
    const { items } = await world.client.contracts.list({ jobId, status: 'active' });
    expect(items).toMatchObject([
      { id, milestones: [{ status: 'ACTIVE_FUNDED', amountUsd: 300 }] },
    ]);
  }),
  answers('contracts.list', 'has ended ones apart', async (world) => {
    const { id } = await hired(world);
    await end(world, id);
    await hired(world);
    const { items } = await world.client.contracts.list({ status: 'ended' });
    expect(items.map((contract) => contract.id)).toEqual([id]);
  }),
  answers('contracts.get', 'reads a contract and its budget', async (world) => {
    const { id } = await hiredByTheHour(world);
    expect(await world.client.contracts.get(id)).toMatchObject({
      id,
      paymentType: 'PAY_PER_HOUR',
      rateUsd: 20,
      budget: { state: 'OK', fundedVolume: 15, fundedAmountUsd: 300 },
    });
  }),
  answers('contracts.createMilestone', 'adds one at a fixed price', async (world) => {
    const { id } = await hired(world);
    const body = {
      description,
      name: 'Second',
      amountUsd: 120.5,
      dueDate: '2026-08-01T00:00:00.000Z',
    };
    expect(await world.client.contracts.createMilestone(id, body)).toMatchObject({
      description,
      name: 'Second',
      amountUsd: 120.5,
      status: 'NOT_FUNDED',
      milestoneNumber: 2,
    });
  }),
  answers('contracts.createMilestone', 'prices a volume by the rate', async (world) => {
    const { id } = await hiredByTheHour(world);
    const created = await world.client.contracts.createMilestone(id, { description, volume: 7.5 });
    expect(created).toMatchObject({ amountUsd: 150, volume: 7.5 });
  }),
  answers(
    'contracts.end',
    'ends at once with nothing in escrow',
    async (world) => {
      const contract = await hired(world);
      world.sandbox.opentrain.cancelMilestone(firstMilestone(contract));
      const ended = await world.client.contracts.end(contract.id);
      expect(ended).toEqual({ ok: true, contractId: contract.id, status: 'ended' });
    },
    { status: 200 },
  ),
  answers(
    'contracts.end',
    'asks a human when money is in escrow',
    async (world) => {
      const { id } = await hired(world);
      const request = await world.client.contracts.end(id);
      expect(request).toMatchObject({
        status: 'pending',
        approval: { type: 'contract_end', contractId: id, milestoneId: null },
      });
    },
    { status: 202 },
  ),
  answers('milestones.fund', 'asks a human', async (world) => {
    const { milestoneId } = await unfunded(world);
    const { approval } = await world.client.milestones.fund(milestoneId);
    expect(approval).toMatchObject({ type: 'milestone_fund', milestoneId, status: 'pending' });
  }),
  answers('milestones.fund', 'is the same request when repeated', async (world) => {
    const { milestoneId } = await unfunded(world);
    const first = await world.owner.milestones.fund(milestoneId);
    const again = await world.client.milestones.fund(milestoneId);
    expect(again.approval.id).toBe(first.approval.id);
  }),
  answers('milestones.approve', 'asks a human', async (world) => {
    const milestoneId = firstMilestone(await hired(world));
    const { approval } = await world.client.milestones.approve(milestoneId);
    expect(approval).toMatchObject({ type: 'milestone_approve', milestoneId, status: 'pending' });
  }),

  refuses('contracts.list', 400, 'neither', ({ client }) =>
    client.contracts.list({ status: 'lost' as never }),
  ),
  refuses('contracts.list', 403, 'another account', async ({ client, stranger }) =>
    client.contracts.list({ jobId: await openJob(stranger) }),
  ),
  refuses('contracts.list', 404, 'No job', ({ client }) =>
    client.contracts.list({ jobId: nothing }),
  ),
  refuses('contracts.get', 404, 'does not exist', ({ client }) => client.contracts.get(nothing)),
  refuses('contracts.get', 404, 'another account', async (world) => {
    const { id } = await hired({ ...world, owner: world.stranger });
    return world.client.contracts.get(id);
  }),

  refuses('contracts.createMilestone', 400, '`description` is missing', async (world) => {
    const { id } = await hired(world);
    return world.client.contracts.createMilestone(id, { amountUsd: 300 } as never);
  }),
  refuses('contracts.createMilestone', 400, '`amountUsd` is missing', async (world) => {
    const { id } = await hired(world);
    return world.client.contracts.createMilestone(id, { description });
  }),
  refuses('contracts.createMilestone', 400, '`volume` is missing', async (world) => {
    const { id } = await hiredByTheHour(world);
    return world.client.contracts.createMilestone(id, { description, amountUsd: 100 });
  }),
  refuses('contracts.createMilestone', 400, 'Both `amountUsd` and `volume`', async (world) => {
    const { id } = await hiredByTheHour(world);
    return world.client.contracts.createMilestone(id, { description, amountUsd: 99, volume: 5 });
  }),
  refuses('contracts.createMilestone', 404, 'does not exist', ({ client }) =>
    client.contracts.createMilestone(nothing, { description, amountUsd: 300 }),
  ),
  refuses('contracts.createMilestone', 404, 'another account', async (world) => {
    const { id } = await hired({ ...world, owner: world.stranger });
    return world.client.contracts.createMilestone(id, { description, amountUsd: 300 });
  }),
  refuses('contracts.createMilestone', 409, 'contract_ended', async (world) => {
    const { id } = await hired(world);
    await end(world, id);
    return world.client.contracts.createMilestone(id, { description, amountUsd: 300 });
  }),
  refuses('contracts.createMilestone', 409, 'contract_rate_missing', async (world) => {
    // An invite has no bid, and the bid is the rate.
    const jobId = await openJob(world.owner, byTheHour);
    const { trainerId } = world.sandbox.opentrain.createTrainer();
    const invite = await world.owner.jobs.invite(jobId, { freelancerId: trainerId });
    const { id } = await hire(world, invite.proposalId);
    return world.client.contracts.createMilestone(id, { description, volume: 5 });
  }),

  refuses('contracts.end', 400, 'id is missing', ({ client, recorder }) => {
    recorder.change = withPath((path) => path.replace(nothing, '%20'));
    return client.contracts.end(nothing);
  }),
  refuses('contracts.end', 404, 'does not exist', ({ client }) => client.contracts.end(nothing)),
  refuses('contracts.end', 404, 'another account', async (world) => {
    const { id } = await hired({ ...world, owner: world.stranger });
    return world.client.contracts.end(id);
  }),
  refuses('contracts.end', 409, 'contract_ended', async (world) => {
    const { id } = await hired(world);
    await end(world, id);
    return world.client.contracts.end(id);
  }),

  refuses('milestones.fund', 404, 'does not exist', ({ client }) =>
    client.milestones.fund(nothing),
  ),
  refuses('milestones.fund', 404, 'another account', async (world) => {
    const { milestoneId } = await unfunded({ ...world, owner: world.stranger });
    return world.client.milestones.fund(milestoneId);
  }),
  refuses('milestones.fund', 409, 'milestone_not_fundable', async (world) =>
    world.client.milestones.fund(firstMilestone(await hired(world))),
  ),
  refuses('milestones.fund', 409, 'payment_method_required', async (world) => {
    const { token } = world.open({ card: false, creditsUsd: 340 });
    const { milestoneId } = await unfunded({ ...world, owner: world.with(token) });
    return world.as(token).milestones.fund(milestoneId);
  }),
  refuses('milestones.fund', 409, 'milestone_cancelled', async (world) => {
    const { milestoneId } = await unfunded(world);
    world.sandbox.opentrain.cancelMilestone(milestoneId);
    return world.client.milestones.fund(milestoneId);
  }),
  refuses('milestones.fund', 409, 'contract_ended', async (world) => {
    const { contractId, milestoneId } = await unfunded(world);
    await end(world, contractId);
    return world.client.milestones.fund(milestoneId);
  }),

  refuses('milestones.approve', 404, 'does not exist', ({ client }) =>
    client.milestones.approve(nothing),
  ),
  refuses('milestones.approve', 404, 'another account', async (world) => {
    const contract = await hired({ ...world, owner: world.stranger });
    return world.client.milestones.approve(firstMilestone(contract));
  }),
  refuses('milestones.approve', 409, 'milestone_not_funded', async (world) => {
    const { milestoneId } = await unfunded(world);
    return world.client.milestones.approve(milestoneId);
  }),
  refuses('milestones.approve', 409, 'milestone_already_paid', async (world) => {
    const milestoneId = firstMilestone(await hired(world));
    const { approval } = await world.owner.milestones.approve(milestoneId);
    world.sandbox.opentrain.approvals.confirm(approval.id);
    return world.client.milestones.approve(milestoneId);
  }),
  refuses('milestones.approve', 409, 'milestone_cancelled', async (world) => {
    const milestoneId = firstMilestone(await hired(world));
    world.sandbox.opentrain.cancelMilestone(milestoneId);
    return world.client.milestones.approve(milestoneId);
  }),
  refuses('milestones.approve', 409, 'contract_ended', async (world) => {
    const contract = await hired(world);
    await end(world, contract.id);
    return world.client.milestones.approve(firstMilestone(contract));
  }),
];
