import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { TrainAR } from '../../../src/trainar/client.ts';
import { listeningTenant, receiverUrl } from '../../support/sandbox-trainar.ts';

/** Two tenants on one sandbox. */
async function neighbours() {
  const { sandbox, tenant, trainar, connect } = await listeningTenant();
  const other = sandbox.trainar.createTenant();
  return { sandbox, tenant, trainar, other, others: connect(other.apiKey), connect };
}

describe('another tenant', () => {
  it("can't move a task, nor see it in a list", async () => {
    const { trainar, others } = await neighbours();
    const { id } = await trainar.tasks.create({ title: 'Sweep the yard' });
    await expect(others.tasks.complete(id)).rejects.toMatchObject({
      name: 'PermissionDeniedError',
      status: 403,
    });
    expect((await others.tasks.list()).items).toEqual([]);
    expect((await trainar.tasks.list()).items[0]?.status).toBe('open');
  });

  it("can't see, or remove, an endpoint", async () => {
    const { trainar, others } = await neighbours();
    const { id } = await trainar.webhooks.subscribe({ url: receiverUrl, events: ['task.created'] });
    await expect(others.webhooks.get(id)).rejects.toMatchObject({ status: 403 });
    await expect(others.webhooks.unsubscribe(id)).rejects.toMatchObject({ status: 403 });
    expect((await trainar.webhooks.get(id)).exists).toBe(true);
  });

  it("hears nothing of a neighbour's tasks", async () => {
    const { sandbox, trainar, others } = await neighbours();
    const { id } = await others.webhooks.subscribe({ url: receiverUrl, events: ['task.created'] });
    await trainar.tasks.create({ title: 'Sweep the yard' });
    await sandbox.settled();
    expect(sandbox.deliveries.list({ endpointId: id })).toEqual([]);
  });

  it('has nobody to assign a task to, which is a 400', async () => {
    const { trainar, other } = await neighbours();
    const body = { title: 'Sweep the yard', assigned_to: other.adminUserId };
    await expect(trainar.tasks.create(body)).rejects.toMatchObject({
      name: 'BadRequestError',
      status: 400,
      code: 'BAD_REQUEST',
    });
    expect((await trainar.tasks.list()).items).toEqual([]);
  });

  it('has nobody to assign a seat to, and one that is not there has nothing', async () => {
    const { sandbox, tenant, other } = await neighbours();
    const { assignSeat, createKey, createSkill, createTask } = sandbox.trainar;
    expect(() => assignSeat(tenant.seatId, other.adminUserId)).toThrow('another tenant');
    expect(() => assignSeat('none', tenant.adminUserId)).toThrow('no seat none');
    expect(() => createKey('none')).toThrow('no tenant none');
    expect(() => createKey(tenant.tenantId, ['moon:write'])).toThrow('No such scopes: moon:write');
    expect(() => createSkill({ tenantId: 'none', name: 'log' })).toThrow('no tenant none');
    expect(() => createTask('none', { title: 'Sweep the yard' })).toThrow('no tenant none');
    const before = sandbox.snapshot();
    expect(() => sandbox.trainar.createTenant({ scopes: ['moon:write'] })).toThrow(
      'No such scopes',
    );
    expect(sandbox.snapshot()).toEqual(before);
  });

  it('may use the same address for a user', async () => {
    const { trainar, others } = await neighbours();
    const sam = { email: 'sam@example.com', full_name: 'Sam Field', roles: ['admin' as const] };
    await trainar.users.invite(sam);
    expect((await others.users.invite(sam)).email).toBe(sam.email);
    await expect(trainar.users.invite(sam)).rejects.toMatchObject({ status: 409 });
  });
});

describe('a key', () => {
  it('of OpenTrain is refused before a byte is sent', async () => {
    const { sandbox } = await neighbours();
    const { token } = sandbox.opentrain.createAccount();
    const make = () => new TrainAR({ apiKey: token, fetch: sandbox.fetch });
    expect(make).toThrow(/apiKey.*OpenTrain/);
    expect(make).not.toThrow(token);
    expect(sandbox.requests.list({ product: 'trainar', operationId: 'tasks.list' })).toEqual([]);
  });

  it('of OpenTrain is unknown on the wire as well', async () => {
    const { sandbox } = await neighbours();
    const { token } = sandbox.opentrain.createAccount();
    const headers = { authorization: `Bearer ${token}` };
    const { status } = await sandbox.fetch('https://api.trainar.ai/v1/api-tenant-tasks', {
      headers,
    });
    expect(status).toBe(401);
  });

  it('is worth nothing once revoked, while another of the tenant goes on', async () => {
    const { sandbox, tenant, connect, trainar } = await neighbours();
    const { apiKey } = sandbox.trainar.createKey(tenant.tenantId, ['read:tasks']);
    const second = connect(apiKey);
    expect((await second.tasks.list()).items).toEqual([]);
    sandbox.trainar.revokeKey(apiKey);
    await expect(second.tasks.list()).rejects.toMatchObject({
      name: 'AuthenticationError',
      status: 401,
    });
    expect((await trainar.tasks.list()).items).toEqual([]);
  });

  it('does only what its scopes say, and the error names what lacks', async () => {
    const { sandbox, tenant, connect } = await neighbours();
    const { apiKey } = sandbox.trainar.createKey(tenant.tenantId, ['read:tasks']);
    const reader = connect(apiKey);
    await expect(reader.tasks.create({ title: 'Sweep the yard' })).rejects.toMatchObject({
      name: 'MissingScopeError',
      code: 'INSUFFICIENT_PERMISSIONS',
      requiredScopes: ['write:tasks'],
    });
    expect((await reader.tasks.list()).items).toEqual([]);
  });
});

describe('a skill', () => {
  it('leaves nothing behind when the sandbox went back to before it while it ran', async () => {
    const asked: ((response: Response) => void)[] = [];
    const sandbox = createSandbox({
      deliver: () => new Promise<Response>((resolve) => void asked.push(resolve)),
    });
    const { apiKey, tenantId } = sandbox.trainar.createTenant();
    const trainar = new TrainAR({ apiKey, fetch: sandbox.fetch });
    await trainar.webhooks.subscribe({ url: receiverUrl, events: ['skill.executed'] });
    const { skillId: skill_id } = sandbox.trainar.createSkill({
      tenantId,
      name: 'log',
      webhookUrl: 'https://skills.example/log',
    });
    const before = sandbox.snapshot();
    const running = trainar.skills.execute({ skill_id, arguments: {} }).then((ran) => ran);
    await expect.poll(() => asked.length).toBe(1);
    sandbox.restore(before);
    asked[0]!(Response.json({ logged: true }));
    expect(await running).toMatchObject({ success: true });
    expect(sandbox.deliveries.list()).toEqual([]);
    expect(sandbox.snapshot()).toEqual(before);
  });

  it('runs in no seat, which is NO_ACTIVE_SEAT, until one is assigned', async () => {
    const { sandbox, tenant, trainar } = await neighbours();
    const { tenantId, seatId, adminUserId } = tenant;
    const { skillId: skill_id } = sandbox.trainar.createSkill({ tenantId, name: 'log_reading' });
    const run = () => trainar.skills.execute({ skill_id, arguments: {} });

    sandbox.trainar.assignSeat(seatId, null);
    await expect(run()).rejects.toMatchObject({ status: 400, code: 'NO_ACTIVE_SEAT' });
    sandbox.trainar.assignSeat(seatId, adminUserId);
    expect(await run()).toMatchObject({ success: true });
  });

  it('needs no seat when it is told its context, and an empty one is none', async () => {
    const { sandbox, tenant, trainar } = await neighbours();
    const { tenantId, seatId } = tenant;
    const { skillId: skill_id } = sandbox.trainar.createSkill({ tenantId, name: 'log_reading' });
    sandbox.trainar.assignSeat(seatId, null);
    const session_context = { seat_id: seatId };
    const told = await trainar.skills.execute({ skill_id, arguments: {}, session_context });
    expect(told).toMatchObject({ success: true });
    const empty = trainar.skills.execute({ skill_id, arguments: {}, session_context: {} });
    await expect(empty).rejects.toMatchObject({ code: 'NO_ACTIVE_SEAT' });
  });

  it('is called on its own webhook, and its failure is an answer', async () => {
    const calls: unknown[] = [];
    const { sandbox, tenant, trainar, events } = await listeningTenant(async ({ url, body }) => {
      if (!url.startsWith('https://skills.')) return new Response(null, { status: 204 });
      calls.push(JSON.parse(body));
      return Response.json({ stored: calls.length }, { status: calls.length > 1 ? 500 : 200 });
    });
    const { skillId } = sandbox.trainar.createSkill({
      tenantId: tenant.tenantId,
      name: 'log_reading',
      webhookUrl: 'https://skills.example.com/log',
    });
    const run = () => trainar.skills.execute({ skill_id: skillId, arguments: { meter: 'M-1' } });

    expect(await run()).toEqual({ success: true, result: { stored: 1 } });
    expect(await run()).toMatchObject({ success: false, error: expect.stringContaining('500') });
    expect(calls[0]).toMatchObject({
      skill: 'log_reading',
      arguments: { meter: 'M-1' },
      session_context: { customer_id: tenant.tenantId, seat_id: tenant.seatId },
    });
    const told = (await events()).filter(({ event }) => event === 'skill.executed');
    expect(told.map(({ data }) => data.success)).toEqual([true, false]);
  });
});
