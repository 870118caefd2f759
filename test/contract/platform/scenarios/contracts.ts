import { expect } from 'vitest';
import { end } from '../../opentrain/setting.ts';
import { answers, refuses } from '../scenario.ts';
import { foreignContract, linkedContract, nothing, unlinkedContract } from '../setting.ts';
import type { PlatformWorld } from '../world.ts';

/** Another token of the same employer, granted less. */
function granted({ as, sandbox, slug, install }: PlatformWorld, piiConsent: boolean, email = true) {
  const scopes = ['project-links:write', 'participants:read', email ? 'participants:email' : ''];
  const { token } = sandbox.opentrain.platform.connect(slug, {
    accountId: install.accountId,
    piiConsent,
    scopes: scopes.filter(Boolean),
  });
  return as(token);
}

/** Who works on a contract, as an install sees them that lacks one of the two conditions. */
async function withoutEmail(world: PlatformWorld, piiConsent: boolean, email: boolean) {
  const { contract, jobId } = await linkedContract(world);
  const client = granted(world, piiConsent, email);
  await client.projectLinks.create({ externalProjectId: 'p1', jobId });
  const [participant] = await client.contracts.participants(contract.id).toArray();
  expect(participant).not.toHaveProperty('workEmail');
  expect(participant).toHaveProperty('opentrainUserId');
}

export const contracts = [
  answers('contracts.list', 'has contracts on linked jobs, newest first', async (world) => {
    const { contract: first } = await linkedContract(world, 'p1');
    const { contract: second, link } = await linkedContract(world, 'p2');
    await foreignContract(world);
    const found = await world.client.contracts.list().toArray();
    expect(found.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(found[0]).toMatchObject({
      status: 'active',
      jobId: link.jobId,
      endDate: null,
      projectLinkIds: [link.id],
    });
  }),
  answers('contracts.list', 'narrows them down', async (world) => {
    const { contract: gone, link } = await linkedContract(world, 'p1');
    await linkedContract(world, 'p2');
    await end(world, gone.id);
    const query = { projectLinkId: link.id, status: 'ended', limit: 200 } as const;
    const found = await world.client.contracts.list(query).toArray();
    expect(found.map(({ id }) => id)).toEqual([gone.id]);
    expect(found[0]?.endDate).toEqual(expect.any(String));
  }),
  answers('contracts.participants', 'names the trainer, their last name masked', async (world) => {
    const { contract } = await linkedContract(world);
    const { items, body } = await world.client.contracts.participants(contract.id);
    expect(body.contractId).toBe(contract.id);
    expect(items).toEqual([
      {
        opentrainUserId: expect.any(String),
        displayName: expect.stringMatching(/^\S+ \S\.$/),
        country: expect.any(String),
        profileUrl: expect.stringMatching(/^https:\/\/app\.opentrain\.ai\/profile\//),
        workEmail: expect.stringMatching(/@opentrain\.work$/),
      },
    ]);
  }),
  answers('contracts.participants', 'withholds Work Emails without consent', (world) =>
    withoutEmail(world, false, true),
  ),
  answers('contracts.participants', 'withholds Work Emails without the scope', (world) =>
    withoutEmail(world, true, false),
  ),
  answers('contracts.budget', 'says what is funded', async (world) => {
    const { contract } = await linkedContract(world);
    expect(await world.client.contracts.budget(contract.id)).toMatchObject({
      contractId: contract.id,
      paymentType: 'PAY_PER_HOUR',
      state: 'OK',
      fundedVolume: 15,
      fundedAmountUsd: 300,
      consumedFraction: 0,
      activeMilestone: { status: 'ACTIVE_FUNDED' },
      lastUsageAt: null,
    });
  }),

  refuses('contracts.list', 400, '`status`', ({ client }) =>
    client.contracts.list({ status: 'ACTIVE' as never }),
  ),
  ...[0, 201].map((limit) =>
    refuses('contracts.list', 400, '`limit`', ({ client }) => client.contracts.list({ limit })),
  ),
  refuses('contracts.list', 404, '`projectLinkId`', ({ client }) =>
    client.contracts.list({ projectLinkId: nothing }),
  ),
  refuses('contracts.list', 404, '`projectLinkId`', async ({ client, stranger }) => {
    const { id } = await stranger.projectLinks.create({ externalProjectId: 'p1' });
    return client.contracts.list({ projectLinkId: id });
  }),
  ...(['participants', 'budget'] as const).flatMap((method) => [
    refuses(`contracts.${method}`, 404, 'no such contract', ({ client }) =>
      client.contracts[method](nothing),
    ),
    refuses(`contracts.${method}`, 404, 'no such contract', async (world) => {
      const contractId = await unlinkedContract(world);
      return world.client.contracts[method](contractId);
    }),
    refuses(`contracts.${method}`, 404, 'no such contract', async (world) => {
      const { contract } = await foreignContract(world);
      return world.client.contracts[method](contract.id);
    }),
  ]),
];
