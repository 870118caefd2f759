// Generated from spec/opentrain.yaml by npm run generate. Do not edit.

/** What each operation may be sent: its path, query and body in one object. */
export const inputExamples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'agent.register': {
    agent_name: 'Label Scout',
    organization_name: 'Meadow Robotics',
  },
  'agent.startClaim': {
    claim_token: 'ot_clm_example',
    email: 'ada@meadow.example',
  },
  'agent.pollClaim': {
    grant_type: 'urn:opentrain:agent-auth:grant-type:claim',
    claim_token: 'ot_clm_example',
  },
  'agent.revoke': {
    token: 'ot_pat_4k2m9x_example',
  },
  'auth.me': {},
  'tokens.list': {},
  'tokens.create': {
    name: 'nightly report',
    scopes: ['jobs:read', 'proposals:read'],
    expiresAt: '2026-12-31T00:00:00.000Z',
  },
  'tokens.revoke': {},
  'jobDrafts.capabilities': {},
  'jobDrafts.create': {
    rawJobDescription:
      'Two Spanish speakers to transcribe 40 hours of street interviews, 14 USD an hour.',
    idempotencyKey: 'street-interviews-1',
  },
  'jobDrafts.update': {
    jobId: 'job_71',
    experienceLevel: 'INTERMEDIATE',
    pricePerHour: 15,
  },
  'jobs.search': {
    language: 'Spanish',
    country: 'Spain',
    payType: 'PAY_PER_LABEL',
  },
  'jobs.facets': {},
  'jobs.changes': {
    since: '2026-07-01T00:00:00.000Z',
  },
  'jobs.listMine': {
    status: 'DRAFT',
  },
  'jobs.get': {
    id: 'job_71',
  },
  'jobs.update': {
    id: 'job_71',
    headcount: 3,
    pricePerHour: 16,
  },
  'jobs.publish': {
    id: 'job_71',
  },
  'jobs.close': {
    id: 'job_71',
  },
  'jobs.invite': {
    id: 'job_71',
    freelancerId: 'usr_204',
  },
  'jobs.listProposals': {
    id: 'job_71',
    status: 'UNREVIEWED',
  },
  'proposals.get': {
    proposalId: 'prp_30',
  },
  'proposals.interview': {
    proposalId: 'prp_30',
  },
  'proposals.openConversation': {
    proposalId: 'prp_30',
  },
  'proposals.hire': {
    proposalId: 'prp_30',
    milestone: {
      name: 'First ten hours',
      description: 'Transcribe interviews 1 to 10.',
      amount: 150,
      dueDate: '2026-07-20',
    },
  },
  'freelancers.get': {},
  'messages.list': {
    conversationId: 'cnv_14',
    direction: 'older',
    filter: 'all',
  },
  'messages.send': {
    conversationId: 'cnv_14',
    content: 'When could you start?',
  },
  'contracts.list': {
    jobId: 'job_4c2d',
    status: 'active',
  },
  'contracts.get': {
    contractId: 'ctr_3q5r',
  },
  'contracts.createMilestone': {
    contractId: 'ctr_5e6f',
    name: 'Second batch',
    description: '700 labelled frames',
    amountUsd: 420,
    dueDate: '2026-08-01',
  },
  'contracts.end': {
    contractId: 'ctr_5e6f',
  },
  'milestones.fund': {
    milestoneId: 'mls_4f6g',
  },
  'milestones.approve': {
    milestoneId: 'mls_2j4k',
  },
  'approvals.get': {
    approvalId: 'apr_7f3k',
  },
  'updates.poll': {
    cursor: '1042',
    limit: 50,
  },
  'credits.balance': {},
  'credits.ledger': {
    limit: 50,
  },
  'credits.createTopUp': {
    amountUsd: 1000,
  },
  'credits.getTopUp': {
    topUpId: 'top_2t4u',
  },
  'payments.pending': {},
  'webhooks.create': {
    url: 'https://hooks.example.com/opentrain',
    eventTypes: ['proposal.received', 'approval.confirmed'],
  },
  'webhooks.list': {},
  'webhooks.get': {
    webhookId: 'whk_3x5y',
  },
  'webhooks.delete': {
    webhookId: 'whk_3x5y',
  },
  'team.get': {},
  'team.invite': {
    email: 'jonas@harbor.example',
  },
};
