import type { Client, ClientOptions, ElicitResult } from '@modelcontextprotocol/client';
import { describe, expect, it, vi } from 'vitest';
import { createOpenTrainMcp } from '../../../src/mcp/opentrain/create-opentrain-mcp.ts';
import { OpenTrain } from '../../../src/opentrain/index.ts';
import { createSandbox } from '../../../src/sandbox/index.ts';
import { type Connect, type Era, eras, overHttp, overStdio } from '../../support/mcp/eras.ts';
import { pipeOpenTrain } from '../../support/mcp/opentrain-pipe.ts';
import { patient } from '../../support/patient.ts';
import { publishableJob } from '../../support/publishable-job.ts';

const asking: ClientOptions = { capabilities: { elicitation: { url: {} } } };

/** An account with a candidate to hire. */
async function aCandidate() {
  const sandbox = createSandbox({ seed: 'approvals' });
  const { token, accountId } = sandbox.opentrain.createAccount({ card: true });
  const ot = new OpenTrain({ token, fetch: sandbox.fetch, clock: sandbox.clock });
  const { jobId } = await ot.jobDrafts.create(publishableJob);
  await ot.jobs.publish(jobId);
  const [proposal] = sandbox.opentrain.apply(jobId, { count: 1 });
  const hire = {
    proposalId: proposal?.id as string,
    milestone: { name: 'First batch', amount: 100 },
  };
  const approvals = () => sandbox.opentrain.approvals.list(accountId);
  return { sandbox, token, hire, approvals };
}

/** A client that shows what it is asked to show, and answers as its human does. */
function answering(action: ElicitResult['action'], shown: string[]) {
  return (client: Client) =>
    client.setRequestHandler('elicitation/create', ({ params }) => {
      shown.push((params as { url: string }).url);
      return { action };
    });
}

type Approved = { approval: { id: string; status: string; approvalUrl: string; result: object } };
const ways = (
  [
    ['stdio', overStdio],
    ['http', overHttp],
  ] as [string, Connect][]
).flatMap(([transport, connect]) =>
  (Object.keys(eras) as Era[]).map((era) => ({ way: `${transport}, ${era}`, connect, era })),
);

describe.each(ways)('a co-signed tool over $way', ({ connect, era }) => {
  it('answers at once with the approval and its address', async () => {
    const { sandbox, token, hire } = await aCandidate();
    await using mcp = await pipeOpenTrain(sandbox, { token, era, connect });
    const { structuredContent, content } = await mcp.call('hire_proposal', hire);
    const { approval } = structuredContent as Approved;
    expect(approval.status).toBe('pending');
    expect(content[0]).toMatchObject({ text: expect.stringContaining(approval.approvalUrl) });
    expect(content[0]).toMatchObject({ text: expect.stringMatching(/Nothing has happened yet/) });
  });

  it.each(['accept', 'decline', 'cancel'] as const)(
    'puts the address to the human where the client can, and takes no %s for consent',
    async (action) => {
      const { sandbox, token, hire } = await aCandidate();
      const shown: string[] = [];
      const prepare = answering(action, shown);
      await using mcp = await pipeOpenTrain(sandbox, {
        token,
        era,
        connect,
        client: asking,
        prepare,
      });
      const { structuredContent } = await mcp.call('hire_proposal', hire);
      const { approval } = structuredContent as Approved;
      expect(approval.status).toBe('pending');
      await vi.waitFor(() => expect(shown).toEqual([approval.approvalUrl]), patient);
      // One request for it, however often the client came back.
      const asked = sandbox.requests.list({ operationId: 'proposals.hire' });
      expect(asked).toHaveLength(1);
      const read = await mcp.call('get_approval', { approvalId: approval.id });
      expect((read.structuredContent as Approved).approval.status).toBe('pending');
    },
  );

  it('waits as long as it is told to, tells of its progress, and ends with what the human decided', async () => {
    const { sandbox, token, hire, approvals } = await aCandidate();
    await using mcp = await pipeOpenTrain(sandbox, { token, era, connect });
    const progress: number[] = [];
    const call = mcp.call(
      'hire_proposal',
      { ...hire, waitSeconds: 300 },
      { onprogress: (told) => progress.push(told.progress) },
    );
    await vi.waitFor(() => expect(progress.length).toBeGreaterThan(0), patient);
    await sandbox.clock.advance('30s');
    await vi.waitFor(() => expect(Math.max(...progress)).toBeGreaterThanOrEqual(30), patient);
    const [{ id = '' } = {}] = approvals();
    sandbox.opentrain.approvals.confirm(id);
    const ended = call.then(({ structuredContent }) => structuredContent as Approved);
    await sandbox.clock.advance('120s');
    expect((await ended).approval).toMatchObject({ id, status: 'confirmed' });
  });

  it('says that nobody has decided when the wait is over', async () => {
    const { sandbox, token, hire, approvals } = await aCandidate();
    await using mcp = await pipeOpenTrain(sandbox, { token, era, connect });
    const call = mcp.call('hire_proposal', { ...hire, waitSeconds: 20 });
    await vi.waitFor(() => expect(approvals()).toHaveLength(1), patient);
    await vi.waitFor(async () => {
      await sandbox.clock.advance('5s');
      expect(sandbox.clock.now()).toBeGreaterThan(Date.parse('2026-06-01T09:01:00Z'));
    }, patient);
    const { structuredContent, isError } = await call;
    expect(isError).toBeFalsy();
    expect((structuredContent as Approved).approval.status).toBe('pending');
  });

  it('stops waiting when the client calls it off', async () => {
    const { sandbox, token, hire, approvals } = await aCandidate();
    await using mcp = await pipeOpenTrain(sandbox, { token, era, connect });
    const off = new AbortController();
    const call = mcp.call('hire_proposal', { ...hire, waitSeconds: 600 }, { signal: off.signal });
    await vi.waitFor(() => expect(approvals()).toHaveLength(1), patient);
    off.abort(new Error('changed my mind'));
    await expect(call).rejects.toThrow();
    const before = sandbox.requests.list().length;
    await vi.waitFor(async () => {
      const seen = sandbox.requests.list().length;
      await sandbox.clock.advance('60s');
      expect(sandbox.requests.list().length).toBe(seen);
    }, patient);
    expect(sandbox.requests.list().length).toBeLessThanOrEqual(before + 1);
  });
});

it('declined is an answer, no error', async () => {
  const { sandbox, token, hire } = await aCandidate();
  await using mcp = await pipeOpenTrain(sandbox, { token });
  const { structuredContent } = await mcp.call('hire_proposal', hire);
  const { id } = (structuredContent as Approved).approval;
  sandbox.opentrain.approvals.decline(id);
  const read = await mcp.call('get_approval', { approvalId: id, waitSeconds: 10 });
  expect(read.isError).toBeFalsy();
  expect((read.structuredContent as Approved).approval.status).toBe('declined');
});

it('state that the client made up is refused', async () => {
  const { sandbox, token, hire, approvals } = await aCandidate();
  const shown: string[] = [];
  await using mcp = await pipeOpenTrain(sandbox, {
    ...{ token, era: 'stateless' as const, client: asking },
    prepare: answering('accept', shown),
  });
  const forged = mcp.client.request({
    method: 'tools/call',
    params: {
      ...{ name: 'opentrain_hire_proposal', arguments: hire },
      requestState: 'v1.eyJwIjp7fX0.AAAA',
      inputResponses: { approval: { action: 'accept' } },
    },
  });
  await expect(forged).rejects.toMatchObject({ code: -32602 });
  expect(approvals()).toHaveLength(0);
});

it('asks beside its answer over HTTP, where a client need not have another stream open', async () => {
  const { sandbox, token, hire } = await aCandidate();
  const { fetch: sent, clock } = sandbox;
  const env = { OPENTRAIN_PERSONAL_API_TOKEN: token, XDG_CONFIG_HOME: '/nonexistent' };
  await using server = await createOpenTrainMcp({ env, fetch: sent, clock }).http();
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    authorization: `Bearer ${server.bearer}`,
  };
  const post = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    return fetch(server.url, { method: 'POST', headers, body });
  };
  const clientInfo = { name: 'test', version: '1' };
  const greeting = { protocolVersion: '2025-11-25', clientInfo, ...asking };
  const opened = await post({ id: 0, method: 'initialize', params: greeting });
  headers['mcp-session-id'] = opened.headers.get('mcp-session-id') ?? '';
  await post({ method: 'notifications/initialized' });
  const params = { name: 'opentrain_hire_proposal', arguments: hire };
  const answer = await (await post({ id: 1, method: 'tools/call', params })).text();
  const messages = [...answer.matchAll(/^data: (\{.+)$/gm)].map(([, json]) =>
    JSON.parse(`${json}`),
  );
  const [question, result] = messages;
  const { approval } = result.result.structuredContent as Approved;
  expect(question).toMatchObject({
    method: 'elicitation/create',
    params: { mode: 'url', url: approval.approvalUrl, elicitationId: approval.id },
  });
});
