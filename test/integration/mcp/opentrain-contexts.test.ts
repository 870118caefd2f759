import { describe, expect, it, vi } from 'vitest';
import { openTrainTools } from '../../../src/mcp/opentrain/tools.ts';
import { OpenTrain } from '../../../src/opentrain/index.ts';
import { createSandbox } from '../../../src/sandbox/index.ts';
import { type Era, eras } from '../../support/mcp/eras.ts';
import { type PipedOpenTrain, pipeOpenTrain } from '../../support/mcp/opentrain-pipe.ts';
import { patient } from '../../support/patient.ts';
import { publishableJob } from '../../support/publishable-job.ts';

const listed = async ({ client }: PipedOpenTrain) => (await client.listTools()).tools;
const short = (name: string) => name.replace('opentrain_', '');
const namesOf = async (mcp: PipedOpenTrain) => (await listed(mcp)).map(({ name }) => short(name));

describe('tools that are offered', () => {
  it('are the onboarding and the open search without a token', async () => {
    await using mcp = await pipeOpenTrain(createSandbox());
    expect(await namesOf(mcp)).toEqual([
      ...['register_agent', 'claim_account', 'claim_status'],
      'search_jobs',
    ]);
  });

  it('are all 41 with all scopes, features and a claimed account', async () => {
    const sandbox = createSandbox();
    const { token } = sandbox.opentrain.createAccount();
    await using mcp = await pipeOpenTrain(sandbox, { token });
    expect(await listed(mcp)).toHaveLength(41);
  });

  it('are all 41 when told to show them, and when it can’t be found out', async () => {
    await using shown = await pipeOpenTrain(createSandbox(), { options: { unavailable: 'show' } });
    expect(await listed(shown)).toHaveLength(41);
    const sandbox = createSandbox();
    const { token } = sandbox.opentrain.createAccount();
    sandbox.faults.inject({ operationId: 'auth.me', status: 503, times: 10 });
    await using blind = await pipeOpenTrain(sandbox, { token });
    expect(await listed(blind)).toHaveLength(41);
  });

  it('leave out what scopes and features forbid', async () => {
    const sandbox = createSandbox();
    const { accountId } = sandbox.opentrain.createAccount();
    sandbox.opentrain.setFeature(accountId, 'public_api_credits', false);
    const { token } = sandbox.opentrain.mintToken(accountId, { scopes: ['payments:write'] });
    await using mcp = await pipeOpenTrain(sandbox, { token });
    const names = await namesOf(mcp);
    // A write scope covers its read scope.
    expect(names).toContain('list_contracts');
    expect(names).toContain('end_contract');
    expect(names).not.toContain('get_credits');
    expect(names).not.toContain('list_jobs');
  });

  it.each(Object.keys(eras) as Era[])(
    'grow after registration and claim, and clients are told (%s)',
    async (era) => {
      const sandbox = createSandbox();
      const told = vi.fn();
      await using mcp = await pipeOpenTrain(sandbox, {
        era,
        client: { listChanged: { tools: { onChanged: told, debounceMs: 0 } } },
      });
      await mcp.call('register_agent');
      await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1), patient);
      const marked = (await listed(mcp)).filter(({ description }) =>
        /^After a human/.test(description ?? ''),
      );
      expect(marked.map(({ name }) => short(name))).toEqual([
        ...['invite_freelancer', 'hire_proposal', 'send_message'],
        ...['start_proposal_conversation', 'invite_team_member'],
      ]);
      const claim = await mcp.call('claim_account', { email: 'owner@employer.example' });
      const { user_code } = claim.structuredContent as { user_code: string };
      sandbox.opentrain.claim({ userCode: user_code });
      await mcp.call('claim_status');
      await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2), patient);
      const after = await listed(mcp);
      expect(after.filter(({ description }) => /^After a human/.test(description ?? ''))).toEqual(
        [],
      );
      expect(after.map(({ name }) => short(name))).toContain('hire_proposal');
      // What only a token from the app can do stays out.
      expect(after.map(({ name }) => short(name))).not.toContain('request_milestone_funding');
    },
  );

  it('are those that a filter leaves', async () => {
    const sandbox = createSandbox();
    const { token } = sandbox.opentrain.createAccount();
    const toolset = openTrainTools.filter((tool) => tool.toolset === 'contracts');
    await using contracts = await pipeOpenTrain(sandbox, {
      token,
      options: { toolsets: ['contracts'] },
    });
    expect(await listed(contracts)).toHaveLength(toolset.length);
    await using reading = await pipeOpenTrain(sandbox, { token, options: { readOnly: true } });
    const tools = await listed(reading);
    expect(tools.length).toBeGreaterThan(15);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    // Not merely hidden.
    await expect(reading.call('close_job', { jobId: 'x' })).rejects.toMatchObject({ code: -32602 });
  });
});

describe('long answers', () => {
  /** An account with so many jobs and tokens. */
  async function crowded(jobs: number) {
    const sandbox = createSandbox();
    const { token, accountId } = sandbox.opentrain.createAccount();
    const ot = new OpenTrain({ token, fetch: sandbox.fetch, clock: sandbox.clock });
    for (let made = 0; made < jobs; made++) await ot.jobDrafts.create(publishableJob);
    for (let made = 0; made < 15; made++)
      sandbox.opentrain.mintToken(accountId, { name: `Token ${made}` });
    return { sandbox, token };
  }

  it.each([
    ['list_jobs', 'jobs', 40],
    ['list_tokens', 'tokens', 16],
  ])('%s: page by page, nothing is lost or repeated', async (name, key, count) => {
    const { sandbox, token } = await crowded(40);
    await using mcp = await pipeOpenTrain(sandbox, { token, options: { maxAnswerChars: 3_000 } });
    const ids: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const answer = await mcp.call(name, cursor === undefined ? {} : { cursor });
      const { [key]: items, nextCursor } = answer.structuredContent as Record<string, string>;
      expect(JSON.stringify(answer.structuredContent).length).toBeLessThanOrEqual(3_000 + 50);
      if (nextCursor)
        expect(JSON.stringify(answer.content)).toMatch(/go on with nextCursor|pass cursor/);
      ids.push(...(items as unknown as { id: string }[]).map(({ id }) => id));
      cursor = nextCursor ?? undefined;
      pages++;
    } while (cursor !== undefined);
    expect(pages).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(count);
    expect(ids).toHaveLength(count);
  });

  it('say which of their texts are cut', async () => {
    const sandbox = createSandbox();
    const { token } = sandbox.opentrain.createAccount();
    await using mcp = await pipeOpenTrain(sandbox, { token, options: { maxAnswerChars: 2_000 } });
    const answer = await mcp.call('create_job_draft', {
      jobDescription: 'Label photos. '.repeat(3_000),
    });
    expect(answer.isError).toBeFalsy();
    const said = JSON.stringify(answer.content);
    expect(said).toMatch(/Long texts are cut/);
    expect(said).toMatch(/… \[\d+ of \d+ characters\]/);
  });

  it('refuse a cursor of somebody else', async () => {
    const { sandbox, token } = await crowded(0);
    await using mcp = await pipeOpenTrain(sandbox, { token });
    const answer = await mcp.call('list_tokens', { cursor: 'tok_1' });
    expect(answer).toMatchObject({ isError: true });
  });
});

describe('resources, prompts and completion', () => {
  async function aProposal() {
    const sandbox = createSandbox();
    const { token } = sandbox.opentrain.createAccount({ card: true });
    const ot = new OpenTrain({ token, fetch: sandbox.fetch, clock: sandbox.clock });
    const { jobId } = await ot.jobDrafts.create(publishableJob);
    await ot.jobs.publish(jobId);
    const [proposal] = sandbox.opentrain.apply(jobId, { count: 1 });
    return { sandbox, token, jobId, proposalId: proposal?.id as string };
  }
  const read = async ({ client }: PipedOpenTrain, uri: string) => {
    const { contents } = await client.readResource({ uri });
    return JSON.parse((contents[0] as { text: string }).text);
  };

  it('lists own jobs, and reads jobs, proposals and approvals by URI', async () => {
    const { sandbox, token, jobId, proposalId } = await aProposal();
    await using mcp = await pipeOpenTrain(sandbox, { token });
    const { resources } = await mcp.client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([`opentrain://jobs/${jobId}`]);
    expect((await read(mcp, `opentrain://jobs/${jobId}`)).job).toMatchObject({ id: jobId });
    expect((await read(mcp, `opentrain://proposals/${proposalId}`)).proposal.id).toBe(proposalId);
    const hire = await mcp.call('hire_proposal', {
      proposalId,
      milestone: { name: 'A', amount: 5 },
    });
    const { approval } = hire.structuredContent as { approval: { id: string } };
    expect((await read(mcp, `opentrain://approvals/${approval.id}`)).approval.status).toBe(
      'pending',
    );
    for (const uri of [
      'opentrain://jobs/none',
      'opentrain://people/1',
      'http://x/',
      'opentrain://jobs/%zz',
    ]) {
      await expect(mcp.client.readResource({ uri })).rejects.toMatchObject({ code: -32602 });
    }
  });

  it.each(Object.keys(eras) as Era[])(
    'tells who watches an approval when it is decided (%s)',
    async (era) => {
      const { sandbox, token, proposalId } = await aProposal();
      const told: string[] = [];
      await using mcp = await pipeOpenTrain(sandbox, {
        ...{ token, era },
        prepare: (client) =>
          client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
            told.push(params.uri);
          }),
      });
      const hire = await mcp.call('hire_proposal', {
        proposalId,
        milestone: { name: 'A', amount: 5 },
      });
      const { approval } = hire.structuredContent as { approval: { id: string } };
      const uri = `opentrain://approvals/${approval.id}`;
      if (era === 'handshake') await mcp.client.subscribeResource({ uri });
      else await mcp.client.listen({ resourceSubscriptions: [uri] });
      const polls = () => sandbox.requests.list({ operationId: 'updates.poll' });
      await vi.waitFor(() => expect(polls().length).toBeGreaterThan(0), patient);
      sandbox.opentrain.approvals.confirm(approval.id);
      await vi.waitFor(async () => {
        await sandbox.clock.advance('5s');
        expect(told).toContain(uri);
      }, patient);
      expect(new Set(told)).toEqual(new Set([uri]));
    },
  );

  it('completes ids and enums', async () => {
    const { sandbox, token, jobId, proposalId } = await aProposal();
    await using mcp = await pipeOpenTrain(sandbox, { token });
    const complete = async (name: string, value: string, context?: Record<string, string>) => {
      const { completion } = await mcp.client.complete({
        ref: { type: 'ref/prompt', name: 'evaluate_candidates' },
        argument: { name, value },
        ...(context && { context: { arguments: context } }),
      });
      return completion.values;
    };
    expect(await complete('jobId', '')).toEqual([jobId]);
    expect(await complete('jobId', 'nothing')).toEqual([]);
    expect(await complete('proposalId', '')).toEqual([proposalId]);
    expect(await complete('proposalId', '', { jobId })).toEqual([proposalId]);
    expect(await complete('status', 'short')).toEqual(['SHORTLISTED']);
    expect(await complete('paymentType', 'PAY_')).toEqual(['PAY_PER_LABEL', 'PAY_PER_HOUR']);
    expect(await complete('approvalId', '')).toEqual([]);
  });

  it('has three prompts, which name tools that are there', async () => {
    await using mcp = await pipeOpenTrain(createSandbox());
    const { prompts } = await mcp.client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual([
      'post_job',
      'evaluate_candidates',
      'hire_and_pay',
    ]);
    const names = new Set<string>(openTrainTools.map(({ name }) => name));
    for (const prompt of prompts) {
      const args = Object.fromEntries(
        (prompt.arguments ?? []).map(({ name }) => [name, `the ${name}`]),
      );
      const { messages } = await mcp.client.getPrompt({ name: prompt.name, arguments: args });
      const { text } = messages[0]!.content as { text: string };
      for (const value of Object.values(args)) expect(text).toContain(value);
      const named = text.match(/opentrain_\w+/g) ?? [];
      expect(named.length).toBeGreaterThan(2);
      expect(named.filter((name) => !names.has(name))).toEqual([]);
    }
    await expect(mcp.client.getPrompt({ name: 'post_job' })).rejects.toMatchObject({
      code: -32602,
    });
    await expect(mcp.client.getPrompt({ name: 'nothing' })).rejects.toMatchObject({ code: -32602 });
  });
});

describe('credentials', () => {
  it('never get into what a model reads', async () => {
    const sandbox = createSandbox();
    await using mcp = await pipeOpenTrain(sandbox);
    const said = JSON.stringify([
      await mcp.call('register_agent'),
      await mcp.call('auth_status'),
      await mcp.call('list_tokens'),
      await mcp.call('register_agent'),
    ]);
    expect(said).not.toMatch(/ot_(pat|clm)_[A-Za-z0-9]/);
    expect(said).toMatch(/Credentials are saved already/);
  });
});
