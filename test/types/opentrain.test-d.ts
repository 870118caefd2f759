import { describe, expectTypeOf, it } from 'vitest';
import type { ApiPromise, ListPromise } from '../../src/core/public.ts';
import {
  ApprovalDeclinedError,
  type ApprovalOf,
  type ApprovalRequest,
  type ConfirmedApproval,
  type Contract,
  type ContractEndResult,
  type Conversation,
  type HireResult,
  type JobDraft,
  type JobDraftUpdateResult,
  type Message,
  type MessageReceivedEvent,
  type MilestoneApproveResult,
  type MilestoneFundResult,
  type MissingField,
  OpenTrain,
  type Proposal,
  type ProposalDetail,
  type ProposalPage,
  type PublicJob,
} from '../../src/opentrain/index.ts';
import type { OpenTrainWebhookEvent, UnknownOpenTrainEvent } from '../../src/webhooks/events.ts';

declare const ot: OpenTrain;
declare const draft: JobDraft;
const milestone = { name: 'Pilot', amount: 300 };

describe('a co-signed call', () => {
  it('yields the result of its own kind', async () => {
    expectTypeOf(
      (await ot.proposals.hire('p', { milestone })).wait(),
    ).resolves.toEqualTypeOf<HireResult>();
    expectTypeOf(
      (await ot.milestones.fund('m')).wait(),
    ).resolves.toEqualTypeOf<MilestoneFundResult>();
    expectTypeOf(
      (await ot.milestones.approve('m')).wait(),
    ).resolves.toEqualTypeOf<MilestoneApproveResult>();
  });

  it('has a request that knows its type, and fits wherever any request is taken', async () => {
    const request = await ot.proposals.hire('p', { milestone });
    expectTypeOf(request.status).toEqualTypeOf<'pending'>();
    expectTypeOf(request.approval.type).toEqualTypeOf<'proposal_hire'>();
    expectTypeOf(request).toExtend<ApprovalRequest>();
  });

  it('keeps the response at hand', () => {
    expectTypeOf(ot.milestones.fund('m')).toEqualTypeOf<
      ApiPromise<ApprovalRequest<'milestone_fund'>>
    >();
  });
});

describe('ending a contract', () => {
  it('narrows on status', async () => {
    const end = await ot.contracts.end('c');
    if (end.status === 'pending') {
      expectTypeOf(end).toEqualTypeOf<ApprovalRequest<'contract_end'>>();
      expectTypeOf(end.wait()).resolves.toEqualTypeOf<ContractEndResult>();
    } else {
      expectTypeOf(end.status).toEqualTypeOf<'ended'>();
      expectTypeOf(end.contractId).toEqualTypeOf<string>();
    }
  });
});

describe('an approval taken up by its id', () => {
  it('is any confirmed one, narrowed by type', async () => {
    const approval = await ot.approvals.wait('a');
    expectTypeOf(approval.status).toEqualTypeOf<'confirmed'>();
    if (approval.type === 'proposal_hire') {
      expectTypeOf(approval.result).toEqualTypeOf<HireResult>();
    } else if (approval.type === 'contract_end') {
      expectTypeOf(approval.result).toEqualTypeOf<ContractEndResult>();
    }
  });

  it('is of the type expected', async () => {
    expectTypeOf(ot.approvals.wait('a', { type: 'milestone_fund' })).resolves.toEqualTypeOf<
      ConfirmedApproval<'milestone_fund'>
    >();
    expectTypeOf(ot.approvals.wait<'proposal_hire'>('a')).resolves.toEqualTypeOf<
      ConfirmedApproval<'proposal_hire'>
    >();
  });

  it('may have no result yet when it is only read', async () => {
    const approval = await ot.approvals.get('a');
    expectTypeOf(approval).toEqualTypeOf<ApprovalOf>();
    if (approval.type === 'milestone_approve') {
      expectTypeOf(approval.result).toEqualTypeOf<MilestoneApproveResult | null>();
    }
  });

  it('is on the error of a wait', () => {
    const error: unknown = undefined;
    if (error instanceof ApprovalDeclinedError) {
      expectTypeOf(error.approval.proposalId).toEqualTypeOf<string | null>();
    }
  });
});

describe('lists', () => {
  it('hold items of their own, page and walk alike', async () => {
    expectTypeOf(ot.jobs.listProposals('j')).toEqualTypeOf<ListPromise<Proposal, ProposalPage>>();
    expectTypeOf((await ot.jobs.search()).items).toEqualTypeOf<PublicJob[]>();
    expectTypeOf(ot.contracts.list().toArray()).resolves.toEqualTypeOf<Contract[]>();
    for await (const message of ot.messages.list('c')) {
      expectTypeOf(message).toEqualTypeOf<Message>();
    }
    for await (const thread of ot.messages.listConversations()) {
      expectTypeOf(thread).toEqualTypeOf<Conversation>();
    }
  });

  it('take filters that may be undefined, and only those that exist', () => {
    ot.jobs.search({ q: undefined, payType: 'FIXED_PRICE' });
    // @ts-expect-error: no payment type
    ot.jobs.search({ payType: 'PAY_PER_YEAR' });
    // @ts-expect-error: the id is the first argument
    ot.messages.listConversations({ conversationId: 'c' });
  });
});

describe('the feed', () => {
  it('gives events that narrow, and unknown ones', async () => {
    for await (const event of ot.updates.stream()) {
      expectTypeOf(event).toEqualTypeOf<OpenTrainWebhookEvent>();
      expectTypeOf(event.id).toEqualTypeOf<string>();
      if (event.type === 'message.received') {
        expectTypeOf(event).toEqualTypeOf<MessageReceivedEvent>();
      }
    }
    const { events } = await ot.updates.poll();
    expectTypeOf(events).toEqualTypeOf<OpenTrainWebhookEvent[]>();
    expectTypeOf<UnknownOpenTrainEvent>().toExtend<(typeof events)[number]>();
  });
});

describe('single things', () => {
  it('come without their wrapper', () => {
    expectTypeOf(ot.proposals.get('p')).toEqualTypeOf<ApiPromise<ProposalDetail>>();
  });
});

describe('drafts', () => {
  it('are made of text or of any form the platform takes', () => {
    ot.jobDrafts.create({ text: 'Label.' });
    ot.jobDrafts.create({ rawJobDescription: 'Label.', externalId: 'x' });
    ot.jobDrafts.create({ source: { type: 'text', text: 'Label.' } });
    ot.jobDrafts.create({ format: 'hr_xml', xml: '<job/>' });
    // What is undefined is never written, so that what may be missing is passed on as it is.
    const maybe = undefined as string | undefined;
    ot.jobDrafts.create({ text: 'Label.', externalId: maybe });
    ot.jobDrafts.update('job_1', { jobTitle: maybe, languages: undefined });
    // @ts-expect-error: what must be sent must be there
    ot.jobDrafts.create({ text: maybe });
    // @ts-expect-error: a format goes with its own payload
    ot.jobDrafts.create({ format: 'hr_xml', job: {} });
    // @ts-expect-error: nothing to read
    ot.jobDrafts.create({ externalId: 'x' });
  });

  it('are completed by answers, given now or later', () => {
    expectTypeOf(
      ot.jobDrafts.complete(draft, () => 'x'),
    ).resolves.toEqualTypeOf<JobDraftUpdateResult>();
    ot.jobDrafts.complete(draft, async (field) => {
      expectTypeOf(field).toEqualTypeOf<MissingField>();
      return field.type === 'number' ? 1 : undefined;
    });
    // @ts-expect-error: a date is no answer
    ot.jobDrafts.complete(draft, () => new Date());
  });
});

describe('the client', () => {
  it('needs nothing to be made', () => {
    new OpenTrain();
    new OpenTrain({ token: undefined });
    // @ts-expect-error: TrainAR's option
    new OpenTrain({ apiKey: 'x' });
  });
});
