import { expect } from 'vitest';
import { openJob } from '../../opentrain/setting.ts';
import { answers, refuses } from '../scenario.ts';
import { linkedJob, nothing } from '../setting.ts';
import type { PlatformWorld } from '../world.ts';

const externalProjectId = 'crosswalks-7';

async function creates({ client, owner }: PlatformWorld): Promise<void> {
  const jobId = await openJob(owner);
  const project = {
    externalProjectId,
    externalProjectName: 'Crosswalks, batch 7',
    externalProjectUrl: 'https://labelloft.example.com/projects/crosswalks-7',
  };
  const link = await client.projectLinks.create({ ...project, jobId });
  expect(link).toMatchObject({ ...project, jobId, provisioningMode: 'PARTNER_WEBHOOK' });
}

export const projectLinks = [
  answers('projectLinks.create', 'links a project to a job', creates, { status: 201 }),
  answers(
    'projectLinks.create',
    'takes the other status of a creation too',
    (world) => creates(world.elsewhere({ 'platform.createStatus': 200 })),
    { status: 200 },
  ),
  answers(
    'projectLinks.create',
    'needs no more than the project',
    async ({ client }) => {
      const mode = { provisioningMode: 'MANAGED_ADAPTER' } as const;
      expect(await client.projectLinks.create({ externalProjectId, ...mode })).toMatchObject({
        ...mode,
        jobId: null,
        externalProjectName: null,
        externalProjectUrl: null,
      });
    },
    { status: 201 },
  ),
  answers(
    'projectLinks.create',
    'links a project again that was let go',
    async (world) => {
      const { link, jobId } = await linkedJob(world);
      await world.partner.projectLinks.delete(link.id);
      const again = await world.client.projectLinks.create({ externalProjectId, jobId });
      expect(again.id).not.toBe(link.id);
    },
    { status: 201 },
  ),
  answers('projectLinks.list', 'has the links, newest first', async (world) => {
    const { link: first } = await linkedJob(world, 'p1');
    const { link: second } = await linkedJob(world, 'p2');
    await world.stranger.projectLinks.create({ externalProjectId: 'p3' });
    expect(await world.client.projectLinks.list().toArray()).toEqual([second, first]);
  }),
  answers('projectLinks.get', 'reads a link', async (world) => {
    const { link } = await linkedJob(world);
    expect(await world.client.projectLinks.get(link.id)).toEqual(link);
  }),
  answers('projectLinks.delete', 'deletes a link for good', async (world) => {
    const { link } = await linkedJob(world);
    const deleted = await world.client.projectLinks.delete(link.id);
    expect(deleted).toEqual({ projectLink: link, deleted: true });
    await expect(world.partner.projectLinks.get(link.id)).rejects.toMatchObject({ status: 404 });
  }),

  refuses('projectLinks.create', 400, 'is missing', ({ client }) =>
    client.projectLinks.create({} as never),
  ),
  ...[
    { externalProjectId: 'x'.repeat(201) },
    { externalProjectId, externalProjectName: 'x'.repeat(301) },
    { externalProjectId, externalProjectUrl: `https://example.com/${'x'.repeat(2048)}` },
  ].map((body) =>
    refuses('projectLinks.create', 400, 'too long', ({ client }) =>
      client.projectLinks.create(body),
    ),
  ),
  ...[
    { externalProjectId: '' },
    { externalProjectId: 7 as never },
    { externalProjectId, provisioningMode: 'BY_POST' as never },
  ].map((body) =>
    refuses('projectLinks.create', 400, 'wrong type', ({ client }) =>
      client.projectLinks.create(body),
    ),
  ),
  refuses('projectLinks.create', 404, '`jobId`', ({ client }) =>
    client.projectLinks.create({ externalProjectId, jobId: nothing }),
  ),
  refuses('projectLinks.create', 404, '`jobId`', async ({ client, otherOwner }) =>
    client.projectLinks.create({ externalProjectId, jobId: await openJob(otherOwner) }),
  ),
  refuses('projectLinks.create', 409, 'already', async (world) => {
    await linkedJob(world);
    return world.client.projectLinks.create({ externalProjectId });
  }),
  refuses('projectLinks.create', 409, 'as many links', async (world) => {
    const { client, partner } = world.elsewhere({ 'platform.linksPerInstall': 1 });
    await partner.projectLinks.create({ externalProjectId: 'p1' });
    return client.projectLinks.create({ externalProjectId: 'p2' });
  }),
  ...(['get', 'delete'] as const).flatMap((method) => [
    refuses(`projectLinks.${method}`, 404, 'no such link', ({ client }) =>
      client.projectLinks[method](nothing),
    ),
    refuses(`projectLinks.${method}`, 404, 'no such link', async ({ client, stranger }) => {
      const { id } = await stranger.projectLinks.create({ externalProjectId });
      return client.projectLinks[method](id);
    }),
  ]),
];
