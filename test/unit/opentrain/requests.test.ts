import { describe, expect, it } from 'vitest';
import { operations } from '../../../generated/opentrain/operations.ts';
import type { OpenTrain } from '../../../src/opentrain/index.ts';
import { json } from '../../support/fake-fetch.ts';
import { claimToken, client, token } from './client.ts';

const approval = { id: 'apr_1', type: 'contract_end', status: 'pending', approvalUrl: 'https://a' };
const asked = { approval, message: 'A human must confirm.' };

interface Case {
  /** The operation; also the call's name. */
  id: keyof typeof operations;
  call: (ot: OpenTrain) => PromiseLike<unknown>;
  /** Method, path and query as they are sent. */
  sends: string;
  body?: unknown;
  answer: unknown;
  /** What the call resolves to, where it is not the answer as it is. */
  gives?: unknown;
}

const v1 = '/api/public/v1';

const cases: Case[] = [
  {
    id: 'agent.register',
    call: (ot) => ot.agent.register({ agent_name: 'Scout', organization_name: 'Acme' }),
    sends: 'POST /api/agent/identity',
    body: { agent_name: 'Scout', organization_name: 'Acme' },
    answer: { access_token: token, claim_token: claimToken },
  },
  {
    id: 'agent.startClaim',
    call: (ot) => ot.agent.startClaim({ claim_token: claimToken, email: 'a@example.com' }),
    sends: 'POST /api/agent/identity/claim',
    body: { claim_token: claimToken, email: 'a@example.com' },
    answer: { user_code: '012345', interval: 5 },
  },
  {
    id: 'agent.pollClaim',
    call: (ot) => ot.agent.pollClaim(claimToken),
    sends: 'POST /api/agent/oauth/token',
    body: `grant_type=urn%3Aopentrain%3Aagent-auth%3Agrant-type%3Aclaim&claim_token=${claimToken}`,
    answer: { access_token: token, token_type: 'bearer', scopes: [] },
  },
  {
    id: 'agent.revoke',
    call: (ot) => ot.agent.revoke(token),
    sends: 'POST /api/agent/oauth/revoke',
    body: `token=${token}`,
    answer: {},
  },
  {
    id: 'auth.me',
    call: (ot) => ot.auth.me(),
    sends: `GET ${v1}/auth/me`,
    answer: { account: { kind: 'employer_organization' } },
  },
  {
    id: 'tokens.list',
    call: (ot) => ot.tokens.list().toArray(),
    sends: `GET ${v1}/tokens`,
    answer: { tokens: [{ id: 'tok_1' }] },
    gives: [{ id: 'tok_1' }],
  },
  {
    id: 'tokens.create',
    call: (ot) => ot.tokens.create({ name: 'nightly', scopes: ['jobs:read'] }),
    sends: `POST ${v1}/tokens`,
    body: { name: 'nightly', scopes: ['jobs:read'] },
    answer: { token, tokenType: 'bearer', metadata: { id: 'tok_2' } },
  },
  {
    id: 'tokens.revoke',
    call: (ot) => ot.tokens.revoke('tok_1'),
    sends: `DELETE ${v1}/tokens/tok_1`,
    answer: { token: { id: 'tok_1', status: 'revoked' } },
    gives: { id: 'tok_1', status: 'revoked' },
  },
  {
    id: 'jobDrafts.capabilities',
    call: (ot) => ot.jobDrafts.capabilities(),
    sends: `GET ${v1}/job-drafts/capabilities`,
    answer: { enabled: true },
  },
  {
    id: 'jobDrafts.create',
    call: (ot) => ot.jobDrafts.create({ rawJobDescription: 'Label.', idempotencyKey: 'k1' }),
    sends: `POST ${v1}/job-drafts`,
    body: { rawJobDescription: 'Label.', idempotencyKey: 'k1' },
    answer: { jobId: 'job_1', status: 'DRAFT' },
  },
  {
    id: 'jobDrafts.update',
    call: (ot) => ot.jobDrafts.update('job_1', { headcount: 2 }),
    sends: `PATCH ${v1}/job-drafts/job_1`,
    body: { headcount: 2 },
    answer: { jobId: 'job_1' },
  },
  {
    id: 'jobs.search',
    call: (ot) => ot.jobs.search({ q: 'audio', country: undefined, limit: 2 }).toArray(),
    sends: `GET ${v1}/jobs?q=audio&limit=2`,
    answer: { jobs: [{ id: 'job_1' }], nextCursor: null },
    gives: [{ id: 'job_1' }],
  },
  {
    id: 'jobs.facets',
    call: (ot) => ot.jobs.facets(),
    sends: `GET ${v1}/jobs/facets`,
    answer: { totalJobs: 3 },
  },
  {
    id: 'jobs.changes',
    call: (ot) => ot.jobs.changes({ since: new Date(Date.UTC(2026, 5, 1)) }),
    sends: `GET ${v1}/jobs/changes?since=2026-06-01T00%3A00%3A00.000Z`,
    answer: { changes: [], until: '2026-06-02T00:00:00.000Z' },
  },
  {
    id: 'jobs.listMine',
    call: (ot) => ot.jobs.listMine({ status: 'DRAFT' }).toArray(),
    sends: `GET ${v1}/jobs/mine?status=DRAFT`,
    answer: { jobs: [{ id: 'job_1' }], nextCursor: null },
    gives: [{ id: 'job_1' }],
  },
  {
    id: 'jobs.get',
    call: (ot) => ot.jobs.get('a/b'),
    sends: `GET ${v1}/jobs/a%2Fb`,
    answer: { id: 'a/b' },
  },
  {
    id: 'jobs.update',
    call: (ot) => ot.jobs.update('job_1', { pricePerLabel: 0.06 }),
    sends: `PATCH ${v1}/jobs/job_1`,
    body: { pricePerLabel: 0.06 },
    answer: { jobId: 'job_1' },
  },
  {
    id: 'jobs.publish',
    call: (ot) => ot.jobs.publish('job_1'),
    sends: `POST ${v1}/jobs/job_1/publish`,
    answer: { jobId: 'job_1', status: 'OPEN' },
  },
  {
    id: 'jobs.close',
    call: (ot) => ot.jobs.close('job_1'),
    sends: `POST ${v1}/jobs/job_1/close`,
    answer: { jobId: 'job_1', status: 'ARCHIVED' },
  },
  {
    id: 'jobs.invite',
    call: (ot) => ot.jobs.invite('job_1', { freelancerId: 'usr_1' }),
    sends: `POST ${v1}/jobs/job_1/invites`,
    body: { freelancerId: 'usr_1' },
    answer: { proposalId: 'prp_1' },
  },
  {
    id: 'jobs.listProposals',
    call: (ot) => ot.jobs.listProposals('job_1', { status: 'NOT_A_FIT' }).toArray(),
    sends: `GET ${v1}/jobs/job_1/proposals?status=NOT_A_FIT`,
    answer: { proposals: [{ id: 'prp_1' }], nextCursor: null },
    gives: [{ id: 'prp_1' }],
  },
  {
    id: 'proposals.get',
    call: (ot) => ot.proposals.get('prp_1'),
    sends: `GET ${v1}/proposals/prp_1`,
    answer: { proposal: { id: 'prp_1' } },
    gives: { id: 'prp_1' },
  },
  {
    id: 'proposals.interview',
    call: (ot) => ot.proposals.interview('prp_1'),
    sends: `GET ${v1}/proposals/prp_1/interview`,
    answer: { interview: { interviewId: 'int_1' } },
    gives: { interviewId: 'int_1' },
  },
  {
    id: 'proposals.openConversation',
    call: (ot) => ot.proposals.openConversation('prp_1'),
    sends: `POST ${v1}/proposals/prp_1/conversation`,
    answer: { conversationId: 'cnv_1', created: true },
  },
  {
    id: 'proposals.hire',
    call: (ot) => ot.proposals.hire('prp_1', { milestone: { name: 'Pilot', amount: 300 } }),
    sends: `POST ${v1}/proposals/prp_1/hire`,
    body: { milestone: { name: 'Pilot', amount: 300 } },
    answer: asked,
    gives: { status: 'pending', approvalUrl: 'https://a', ...asked },
  },
  {
    id: 'freelancers.get',
    call: (ot) => ot.freelancers.get('maria-g'),
    sends: `GET ${v1}/freelancers/maria-g`,
    answer: { freelancer: { id: 'usr_1' } },
    gives: { id: 'usr_1' },
  },
  {
    id: 'messages.list',
    call: (ot) => ot.messages.list('cnv_1', { direction: 'newer' }).toArray(),
    sends: `GET ${v1}/messages?direction=newer&conversationId=cnv_1`,
    answer: { messages: [{ id: 'msg_1' }], nextCursor: null },
    gives: [{ id: 'msg_1' }],
  },
  {
    id: 'messages.send',
    call: (ot) => ot.messages.send({ conversationId: 'cnv_1', content: 'Hello' }),
    sends: `POST ${v1}/messages`,
    body: { conversationId: 'cnv_1', content: 'Hello' },
    answer: { ok: true, message: { id: 'msg_1' } },
  },
  {
    id: 'contracts.list',
    call: (ot) => ot.contracts.list({ jobId: 'job_1', status: 'active' }).toArray(),
    sends: `GET ${v1}/contracts?jobId=job_1&status=active`,
    answer: { contracts: [{ id: 'ctr_1' }] },
    gives: [{ id: 'ctr_1' }],
  },
  {
    id: 'contracts.get',
    call: (ot) => ot.contracts.get('ctr_1'),
    sends: `GET ${v1}/contracts/ctr_1`,
    answer: { contract: { id: 'ctr_1' } },
    gives: { id: 'ctr_1' },
  },
  {
    id: 'contracts.createMilestone',
    call: (ot) => ot.contracts.createMilestone('ctr_1', { description: 'More', amountUsd: 450 }),
    sends: `POST ${v1}/contracts/ctr_1/milestones`,
    body: { description: 'More', amountUsd: 450 },
    answer: { milestone: { id: 'mst_2' } },
    gives: { id: 'mst_2' },
  },
  {
    id: 'contracts.end',
    call: (ot) => ot.contracts.end('ctr_1'),
    sends: `POST ${v1}/contracts/ctr_1/end`,
    answer: { ok: true, contractId: 'ctr_1', status: 'ended' },
  },
  {
    id: 'milestones.fund',
    call: (ot) => ot.milestones.fund('mst_1'),
    sends: `POST ${v1}/milestones/mst_1/fund`,
    answer: asked,
    gives: { status: 'pending', approvalUrl: 'https://a', ...asked },
  },
  {
    id: 'milestones.approve',
    call: (ot) => ot.milestones.approve('mst_1'),
    sends: `POST ${v1}/milestones/mst_1/approve`,
    answer: asked,
    gives: { status: 'pending', approvalUrl: 'https://a', ...asked },
  },
  {
    id: 'approvals.get',
    call: (ot) => ot.approvals.get('apr_1'),
    sends: `GET ${v1}/approvals/apr_1`,
    answer: { approval },
    gives: approval,
  },
  {
    id: 'updates.poll',
    call: (ot) => ot.updates.poll({ cursor: '7', limit: 50 }),
    sends: `GET ${v1}/updates?cursor=7&limit=50`,
    answer: { events: [], nextCursor: '7', hasMore: false },
  },
  {
    id: 'credits.balance',
    call: (ot) => ot.credits.balance(),
    sends: `GET ${v1}/credits`,
    answer: { credits: { availableCents: 100 } },
    gives: { availableCents: 100 },
  },
  {
    id: 'credits.ledger',
    call: (ot) => ot.credits.ledger({ limit: 5 }).toArray(),
    sends: `GET ${v1}/credits/ledger?limit=5`,
    answer: { entries: [{ id: 'led_1' }], nextCursor: null },
    gives: [{ id: 'led_1' }],
  },
  {
    id: 'credits.createTopUp',
    call: (ot) => ot.credits.createTopUp({ amountUsd: 500 }),
    sends: `POST ${v1}/credits/top-ups`,
    body: { amountUsd: 500 },
    answer: { topUpId: 'top_1', checkoutUrl: 'https://pay' },
  },
  {
    id: 'credits.getTopUp',
    call: (ot) => ot.credits.getTopUp('top_1'),
    sends: `GET ${v1}/credits/top-ups/top_1`,
    answer: { topUp: { id: 'top_1', status: 'PENDING' } },
    gives: { id: 'top_1', status: 'PENDING' },
  },
  {
    id: 'payments.pending',
    call: (ot) => ot.payments.pending().toArray(),
    sends: `GET ${v1}/payments/pending`,
    answer: { payments: [{ id: 'inv_1' }] },
    gives: [{ id: 'inv_1' }],
  },
  {
    id: 'webhooks.create',
    call: (ot) => ot.webhooks.create({ url: 'https://me/hook', eventTypes: ['payment.pending'] }),
    sends: `POST ${v1}/webhooks`,
    body: { url: 'https://me/hook', eventTypes: ['payment.pending'] },
    answer: { webhook: { id: 'whk_1' }, secret: 'whsec_x', message: 'Keep it.' },
  },
  {
    id: 'webhooks.list',
    call: (ot) => ot.webhooks.list().toArray(),
    sends: `GET ${v1}/webhooks`,
    answer: { webhooks: [{ id: 'whk_1' }] },
    gives: [{ id: 'whk_1' }],
  },
  {
    id: 'webhooks.get',
    call: (ot) => ot.webhooks.get('whk_1'),
    sends: `GET ${v1}/webhooks/whk_1`,
    answer: { webhook: { id: 'whk_1' } },
    gives: { id: 'whk_1' },
  },
  {
    id: 'webhooks.delete',
    call: (ot) => ot.webhooks.delete('whk_1'),
    sends: `DELETE ${v1}/webhooks/whk_1`,
    answer: { webhook: { id: 'whk_1' }, deleted: true },
  },
  {
    id: 'team.get',
    call: (ot) => ot.team.get(),
    sends: `GET ${v1}/team`,
    answer: { team: { members: [] } },
    gives: { members: [] },
  },
  {
    id: 'team.invite',
    call: (ot) => ot.team.invite({ email: 'sam@example.com' }),
    sends: `POST ${v1}/team/invites`,
    body: { email: 'sam@example.com' },
    answer: { ok: true, status: 'invite_created' },
  },
];

describe('every operation', () => {
  it('has a call', () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(Object.keys(operations).sort());
  });

  it.each(cases)('$id sends what the platform expects', async (test) => {
    const { ot, fetch } = client(json(test.answer, operations[test.id].success[0]));

    const given = await test.call(ot);

    const [sent, ...more] = fetch.sent;
    expect(more).toEqual([]);
    expect(`${sent?.method} ${sent?.url.pathname}${sent?.url.search}`).toBe(test.sends);
    expect(sent?.url.origin).toBe('https://app.opentrain.ai');
    if (test.body === undefined) expect(sent?.body).toBe('');
    else if (typeof test.body === 'string') {
      expect(sent?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
      expect(sent?.body).toBe(test.body);
    } else {
      expect(sent?.headers.get('content-type')).toBe('application/json');
      expect(JSON.parse(sent?.body ?? '')).toEqual(test.body);
    }
    expect({ ...(given as object) }).toEqual({ ...((test.gives ?? test.answer) as object) });
  });

  it.each(cases)('$id sends the token only where one is needed', async (test) => {
    const { ot, fetch } = client(json(test.answer, operations[test.id].success[0]));
    await test.call(ot);
    expect(fetch.sent[0]?.headers.get('authorization')).toBe(
      'tokenless' in operations[test.id] ? null : `Bearer ${token}`,
    );
  });
});

describe('messages', () => {
  it('lists conversations by the same operation, without an id', async () => {
    const { ot, fetch } = client(json({ conversations: [{ id: 'cnv_1' }], nextCursor: null }));
    const page = await ot.messages.listConversations({ filter: 'proposal', unreadOnly: true });
    expect(page.items).toEqual([{ id: 'cnv_1' }]);
    expect(fetch.sent[0]?.url.search).toBe('?filter=proposal&unreadOnly=true');
  });

  it('takes the messages under whichever name the platform lists them', async () => {
    const { ot } = client(json({ items: [{ id: 'msg_1' }], nextCursor: null }));
    expect(await ot.messages.list('cnv_1').toArray()).toEqual([{ id: 'msg_1' }]);
  });

  it('keeps the conversation on every page', async () => {
    const { ot, fetch } = client(
      json({ messages: [{ id: 'msg_2' }], nextCursor: 'c1' }),
      json({ messages: [{ id: 'msg_1' }], nextCursor: null }),
    );
    expect(await ot.messages.list('cnv_1').toArray()).toHaveLength(2);
    expect(fetch.sent[1]?.url.search).toBe('?conversationId=cnv_1&cursor=c1');
  });

  it('refuses an empty conversation id, which would list conversations', async () => {
    const { ot, fetch } = client(json({}));
    await expect(ot.messages.list('')).rejects.toThrow('conversationId');
    expect(fetch.sent).toEqual([]);
  });
});

describe('jobs.changes', () => {
  it('refuses a date that is none before anything is sent', async () => {
    const { ot, fetch } = client(json({}));
    await expect(ot.jobs.changes({ since: new Date('soon') })).rejects.toThrow('since');
    expect(fetch.sent).toEqual([]);
  });
});
