import { describe, expect, it } from 'vitest';
import { openStudio } from './platform-fixture.ts';

describe('linking a project', () => {
  it('answers the link, and fills in what was left out', async () => {
    const { call, connect, offer } = openStudio();
    connect();
    const { jobId } = offer();
    const body = { externalProjectId: 'p1', jobId };
    const made = await call('projectLinks.create', { body });
    expect(made).toEqual({
      status: 201,
      body: {
        projectLink: {
          id: expect.stringMatching(/^lnk_/),
          jobId,
          externalProjectId: 'p1',
          externalProjectName: null,
          externalProjectUrl: null,
          provisioningMode: 'PARTNER_WEBHOOK',
          createdAt: '2026-06-01T09:00:00.000Z',
        },
      },
    });
    const { projectLink } = made.body;
    const params = { linkId: projectLink.id };
    expect((await call('projectLinks.get', { params })).body).toEqual({ projectLink });
  });

  it('keeps everything that was sent', async () => {
    const { call, connect } = openStudio();
    connect();
    const body = {
      externalProjectId: 'p1',
      externalProjectName: 'Crosswalks',
      externalProjectUrl: 'https://acme.example/p1',
      provisioningMode: 'MANAGED_ADAPTER',
    };
    const { body: made } = await call('projectLinks.create', { body });
    expect(made.projectLink).toMatchObject({ ...body, jobId: null });
  });

  it('answers 200 where a user says the platform does', async () => {
    const { call, connect } = openStudio({ limits: { 'platform.createStatus': 200 } });
    connect();
    const body = { externalProjectId: 'p1' };
    expect((await call('projectLinks.create', { body })).status).toBe(200);
  });

  it.each([
    [{}, 'externalProjectId'],
    [{ externalProjectId: '' }, 'externalProjectId'],
    [{ externalProjectId: 7 }, 'externalProjectId'],
    [{ externalProjectId: 'x'.repeat(201) }, 'externalProjectId'],
    [{ externalProjectId: 'p', externalProjectName: 'x'.repeat(301) }, 'externalProjectName'],
    [{ externalProjectId: 'p', externalProjectUrl: 'x'.repeat(2049) }, 'externalProjectUrl'],
    [{ externalProjectId: 'p', provisioningMode: 'MANUAL' }, 'provisioningMode'],
    [{ externalProjectId: 'p', jobId: 7 }, 'jobId'],
    [[], undefined],
    [null, undefined],
  ])('is refused with 400 for %j', async (body, field) => {
    const { call, connect, typesTold } = openStudio();
    const { installId } = connect();
    const { status, body: answered } = await call('projectLinks.create', { body });
    expect([status, answered.code, answered.details.field]).toEqual([400, 'BAD_REQUEST', field]);
    expect(typesTold(installId)).toEqual([]);
  });

  it.each(['', '{', 'externalProjectId=p'])('is refused with 400 for the body %j', async (raw) => {
    const { call, connect } = openStudio();
    connect();
    expect(await call('projectLinks.create', { raw })).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST' },
    });
  });

  it('is refused with 404 for a job of nobody or of another employer', async () => {
    const { account, call, connect, proposal, world } = openStudio();
    connect();
    const foreign = world.proposals.get(proposal(account().id))!.jobId;
    for (const jobId of ['job_none', foreign]) {
      expect(
        await call('projectLinks.create', { body: { externalProjectId: 'p', jobId } }),
      ).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND', details: { resource: 'jobs', jobId } },
      });
    }
  });

  it('is refused with 409 for a project that the install has linked, until it is unlinked', async () => {
    const { call, connect, link } = openStudio();
    connect();
    const first = await link(undefined, 'p');
    const again = () => call('projectLinks.create', { body: { externalProjectId: 'p' } });
    expect(await again()).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    const other = connect({ slug: 'other' });
    expect(await link(undefined, 'p', other.token)).toBeDefined();
    await call('projectLinks.delete', { params: { linkId: first.id } });
    expect((await again()).status).toBe(201);
  });

  it('is refused with 409 for one link too many', async () => {
    const { call, connect, link } = openStudio({ limits: { 'platform.linksPerInstall': 2 } });
    connect();
    const { id } = await link(undefined, 'a');
    await link(undefined, 'b');
    const more = () => call('projectLinks.create', { body: { externalProjectId: 'c' } });
    expect(await more()).toMatchObject({ status: 409, body: { details: { limit: 2 } } });
    await call('projectLinks.delete', { params: { linkId: id } });
    expect((await more()).status).toBe(201);
  });
});

describe('links', () => {
  it('are listed newest first, those of the install alone', async () => {
    const { call, connect, link } = openStudio();
    connect();
    const [a, b] = [await link(undefined, 'a'), await link(undefined, 'b')];
    const { token } = connect({ slug: 'other' });
    expect((await call('projectLinks.list')).body).toEqual({ projectLinks: [b, a] });
    expect((await call('projectLinks.list', { token })).body).toEqual({ projectLinks: [] });
  });

  it('are gone once deleted, and nowhere to be seen for another install', async () => {
    const { call, connect, link } = openStudio();
    connect();
    const projectLink = await link();
    const params = { linkId: projectLink.id };
    const { token } = connect({ slug: 'other' });
    const missing = { status: 404, body: { code: 'NOT_FOUND', details: params } };
    expect(await call('projectLinks.get', { params, token })).toMatchObject(missing);
    expect(await call('projectLinks.delete', { params, token })).toMatchObject(missing);
    expect(await call('projectLinks.delete', { params })).toEqual({
      status: 200,
      body: { projectLink, deleted: true },
    });
    expect(await call('projectLinks.get', { params })).toMatchObject(missing);
    expect(await call('projectLinks.delete', { params })).toMatchObject(missing);
  });

  it('tell when they come and go, with the link as it last was', async () => {
    const { call, connect, link, offer, told } = openStudio();
    const { installId } = connect();
    const { jobId } = offer();
    const projectLink = await link(jobId);
    await call('projectLinks.delete', { params: { linkId: projectLink.id } });
    const record = {
      apiVersion: 'v1',
      createdAt: '2026-06-01T09:00:00.000Z',
      resourceId: projectLink.id,
      jobId,
      data: { projectLink },
    };
    expect(told(installId)).toEqual([
      { id: '1', type: 'project_link.created', ...record },
      { id: '2', type: 'project_link.removed', ...record },
    ]);
  });
});
