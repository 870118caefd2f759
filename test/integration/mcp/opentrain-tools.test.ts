import type { CallToolResult } from '@modelcontextprotocol/client';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/client/validators/ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations, scopes } from '../../../generated/opentrain/operations.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { define } from '../../../src/mcp/opentrain/definition.ts';
import { openTrainTools } from '../../../src/mcp/opentrain/tools.ts';
import { createSandbox } from '../../../src/sandbox/index.ts';
import { type ListeningSandbox, listen } from '../../../src/sandbox/node.ts';
import { pipeOpenTrain } from '../../support/mcp/opentrain-pipe.ts';
import { type OpenTrainProcess, startOpenTrain } from '../../support/mcp/opentrain-process.ts';
import { sampleOf } from '../../support/mcp/sample.ts';

const sandbox = createSandbox({ seed: 'mcp tools' });
let server: ListeningSandbox;
beforeAll(async () => {
  server = await listen(sandbox);
});
afterAll(() => server.close());

const names = openTrainTools.map(({ name }) => name);
const text = ({ content }: CallToolResult) =>
  content.map((block) => ('text' in block ? block.text : '')).join('\n');

it('are 41, each with a title, four annotations and both schemas', () => {
  expect(names).toHaveLength(41);
  expect(new Set(names).size).toBe(41);
  for (const tool of openTrainTools.map(define)) {
    expect(tool).toMatchObject({
      title: expect.any(String),
      description: expect.any(String),
      inputSchema: { type: 'object' },
      outputSchema: { type: 'object' },
    });
    expect(Object.values(tool.annotations ?? {})).toEqual(Array(4).fill(expect.any(Boolean)));
  }
});

describe('in success', () => {
  it('does what each of the 41 tools is for, and answers what its schema says', async () => {
    await using mcp = await startOpenTrain(server.url);
    const called = new Set<string>();
    const validator = new AjvJsonSchemaValidator();
    const schemas = new Map(openTrainTools.map((tool) => [tool.name as string, define(tool)]));

    const call = async (process: OpenTrainProcess, name: string, args = {}) => {
      const result = await process.call(name, args);
      expect(result.isError, text(result)).toBeFalsy();
      const schema = schemas.get(`opentrain_${name}`)?.outputSchema;
      const check = validator.getValidator(schema as never)(result.structuredContent);
      expect(check.errorMessage).toBeUndefined();
      called.add(`opentrain_${name}`);
      // biome-ignore lint/suspicious/noExplicitAny: what is read of an answer is asserted here
      return result.structuredContent as any;
    };

    // An account of its own, a job, and its claim by a human.
    await call(mcp, 'register_agent', { agentName: 'Scout' });
    const { token } = await call(mcp, 'auth_status');
    expect(token.scopes).not.toContain('proposals:write');
    expect((await call(mcp, 'capabilities')).enabled).toBe(true);
    const draft = await call(mcp, 'create_job_draft', {
      jobDescription: 'Draw boxes around cars in 20,000 photos. 6 cents a label. English.',
    });
    const filled = await call(mcp, 'update_job_draft_fields', {
      jobId: draft.jobId,
      fields: {
        jobTitle: 'Boxes around cars',
        paymentType: 'FIXED_PRICE',
        fixedPrice: 300,
        experienceLevel: 'INTERMEDIATE',
        dataVolume: 20_000,
        dataVolumeUnit: 'NUMBER_OF_FILES',
        headcount: 3,
        languages: ['English'],
        countries: ['Mexico'],
        labelTypes: ['BOUNDING_BOX'],
        dataType: 'IMAGE',
      },
    });
    expect(filled.validation).toMatchObject({ publishReady: true });
    await call(mcp, 'publish_job', { jobId: draft.jobId });
    const { jobId } = draft;
    const email = 'owner@employer.example';
    const claim = await call(mcp, 'claim_account', { email });
    expect(await call(mcp, 'claim_status')).toEqual({ status: 'authorization_pending' });
    const { accountId } = sandbox.opentrain.claim({
      userCode: claim.user_code,
      code: claim.user_code,
      email,
    });
    sandbox.clock.advance('10s');
    expect((await call(mcp, 'claim_status')).status).toBe('claimed');

    // From the market to a contract.
    await call(mcp, 'update_published_job', { jobId, fields: { headcount: 4 } });
    expect((await call(mcp, 'list_jobs', { status: 'OPEN' })).jobs).toHaveLength(1);
    expect((await call(mcp, 'search_jobs', { q: 'cars' })).jobs[0].id).toBe(jobId);
    const [applied] = sandbox.opentrain.apply(jobId, { count: 2 });
    const { proposals } = await call(mcp, 'list_proposals', { jobId });
    expect(proposals).toHaveLength(2);
    const proposalId = applied?.id as string;
    const read = await call(mcp, 'get_proposal', { proposalId, includeInterview: true });
    expect(read.proposal.id).toBe(proposalId);
    await call(mcp, 'get_freelancer_profile', { idOrSlug: read.proposal.candidate.id });
    const { trainerId } = sandbox.opentrain.createTrainer();
    await call(mcp, 'invite_freelancer', { jobId, freelancerId: trainerId });
    const { conversationId } = await call(mcp, 'start_proposal_conversation', { proposalId });
    await call(mcp, 'send_message', { conversationId, content: 'When could you start?' });
    expect((await call(mcp, 'read_messages', { conversationId })).messages).toHaveLength(1);
    const { conversations } = await call(mcp, 'read_messages');
    expect(conversations).toContainEqual(expect.objectContaining({ id: conversationId }));
    await call(mcp, 'get_team');
    await call(mcp, 'invite_team_member', { email: 'colleague@employer.example' });

    // With a token from the app, which the claim's is no match for: payments and webhooks.
    sandbox.opentrain.setCard(accountId, true);
    const minted = sandbox.opentrain.mintToken(accountId, { scopes });
    await using app = await startOpenTrain(server.url, { token: minted.token });
    const hire = await call(app, 'hire_proposal', {
      proposalId,
      milestone: { name: 'First batch', amount: 100 },
    });
    expect(hire.approval.status).toBe('pending');
    sandbox.opentrain.approvals.confirm(hire.approval.id);
    const hired = await call(app, 'get_approval', { approvalId: hire.approval.id });
    expect(hired.approval.status).toBe('confirmed');
    const { contractId } = hired.approval.result;
    expect((await call(app, 'list_contracts', { jobId })).contracts).toHaveLength(1);
    const { contract } = await call(app, 'get_contract', { contractId });
    expect(contract.id).toBe(contractId);
    const created = await call(app, 'create_milestone', {
      contractId,
      description: 'Second batch',
      amountUsd: 50,
    });
    const milestoneId = created.milestone.id;
    const fund = await call(app, 'request_milestone_funding', { milestoneId });
    sandbox.opentrain.approvals.confirm(fund.approval.id);
    const pay = await call(app, 'request_milestone_approval', { milestoneId });
    sandbox.opentrain.approvals.decline(pay.approval.id);
    const end = await call(app, 'end_contract', { contractId });
    expect(end.approval.type).toBe('contract_end');
    await call(app, 'list_pending_payments');
    const topUp = await call(app, 'create_credit_top_up', { amountUsd: 25 });
    await call(app, 'get_credit_top_up', { topUpId: topUp.topUpId });
    sandbox.opentrain.completeTopUp(topUp.topUpId);
    expect((await call(app, 'get_credits')).credits.availableCents).toBe(2500);
    await call(app, 'list_credit_ledger');
    const { events } = await call(app, 'poll_updates');
    expect(events.length).toBeGreaterThan(0);
    const hook = await call(app, 'create_webhook', {
      url: 'https://hooks.employer.example/opentrain',
      eventTypes: ['proposal.received'],
    });
    expect(hook.secret).toMatch(/^whsec_\w{8,}/);
    expect((await call(app, 'list_webhooks')).webhooks).toHaveLength(1);
    await call(app, 'get_webhook', { webhookId: hook.webhook.id });
    await call(app, 'delete_webhook', { webhookId: hook.webhook.id });
    const { tokens } = await call(app, 'list_tokens');
    const other = tokens.find(
      ({ status, id }: { status: string; id: string }) =>
        status === 'active' && id !== minted.tokenId,
    );
    await call(app, 'revoke_token', { tokenId: other.id });
    await call(app, 'close_job', { jobId });

    expect([...called].sort()).toEqual([...names].sort());
  });
});

describe('in their gate errors', () => {
  /** Calls each of some tools with arguments that its schema takes, and gives what it says. */
  async function refusals(of: (operation: Operation) => boolean, token?: string) {
    await using mcp = await pipeOpenTrain(sandbox, token === undefined ? {} : { token });
    const tools = openTrainTools.filter(({ operation }) => of(operations[operation]));
    const said: { operation: Operation; says: string }[] = [];
    for (const tool of tools) {
      const args = sampleOf(define(tool).inputSchema as never) as Record<string, unknown>;
      const result = await mcp.call(tool.name.replace('opentrain_', ''), args);
      expect(result.isError, tool.name).toBe(true);
      expect(result).not.toHaveProperty('structuredContent');
      said.push({ operation: operations[tool.operation], says: text(result) });
    }
    expect(said.length).toBeGreaterThan(0);
    return said;
  }
  const needsToken = ({ tokenless }: Operation) => !tokenless;

  it('without a token, point to the registration', async () => {
    for (const { says } of await refusals(needsToken)) {
      expect(says).toMatch(/There is no token yet.*opentrain_register_agent.*OPENTRAIN_PERSONAL/s);
    }
  });

  it('with a dead token, say whose it is and where a new one comes from', async () => {
    const { token, tokenId, accountId } = sandbox.opentrain.createAccount();
    await revoke(accountId, tokenId);
    for (const { says } of await refusals(needsToken, token)) {
      expect(says).toMatch(/401.*OPENTRAIN_PERSONAL_API_TOKEN is dead.*tab=api-keys/s);
      expect(says).not.toContain(token);
    }
  });

  it.each([['jobs:read'], ['team:read']])(
    'without the scope, name it (a token of %s)',
    async (held) => {
      const { accountId } = sandbox.opentrain.createAccount();
      const { token } = sandbox.opentrain.mintToken(accountId, { scopes: [held] });
      const lacks = ({ scope = [], scopeAny }: Operation) =>
        scopeAny !== undefined ||
        scope.some((one) => !one.startsWith(held.split(':')[0] as string));
      for (const { operation, says } of await refusals(lacks, token)) {
        const [needed] = operation.scope ?? operation.scopeAny ?? [];
        expect(says).toMatch(new RegExp(`403.*only a human can make a token with.*${needed}`, 's'));
      }
    },
  );

  it('with the feature switched off, name it', async () => {
    const { token } = sandbox.opentrain.createAccount({ features: [] });
    for (const { operation, says } of await refusals(
      ({ feature }) => feature !== undefined,
      token,
    )) {
      expect(says).toMatch(
        new RegExp(`403.*tell the human that ${operation.feature} is switched off`, 's'),
      );
    }
  });

  it('before the claim, name its page and its tools', async () => {
    const { accountId } = sandbox.opentrain.createAccount({ claimed: false });
    const { token } = sandbox.opentrain.mintToken(accountId, { scopes });
    for (const { says } of await refusals(({ claimed }) => claimed === true, token)) {
      expect(says).toMatch(
        /403 account_claim_required.*the page is http.*\/claim.*opentrain_claim_account/s,
      );
    }
  });

  it('where a write broke off, say that it may have happened and whether a repeat does harm', async () => {
    const { token } = sandbox.opentrain.createAccount();
    sandbox.faults.inject({ product: 'opentrain', status: 500, times: 'always' });
    const told = await refusals(needsToken, token).finally(() => sandbox.faults.clear());
    for (const { operation, says } of told) {
      const { id, method, idempotent } = operation;
      const expected =
        method === 'GET' ? /^(?!.*may have)/s : idempotent ? /a repeat does no/ : /Read the state/;
      expect(says, id).toMatch(expected);
    }
  });

  /** As the app would: over the API, with another token. */
  async function revoke(accountId: string, tokenId: string) {
    const { token } = sandbox.opentrain.mintToken(accountId);
    await fetch(`${server.url}/api/public/v1/tokens/${tokenId}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
  }
});
