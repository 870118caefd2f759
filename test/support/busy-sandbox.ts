import { OpenTrain } from '../../src/opentrain/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { TrainAR } from '../../src/trainar/index.ts';
import { publishableJob } from './publishable-job.ts';

/** What others may write wherever they may write something. */
export const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"'&\u202e`;

/** A sandbox in the middle of its work, with something on every page. */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly ot: OpenTrain;
  readonly accountId: string;
  readonly jobId: string;
  /** Proposals that nobody was hired for yet. */
  readonly proposalIds: string[];
  /** Bodies that the endpoint got, and what it answers. */
  readonly receiver: { bodies: string[]; status: number };
  /** Asks to hire one of the proposals. */
  hire(amount?: number): ReturnType<OpenTrain['proposals']['hire']>;
}

/** @param text stands in every name and description. */
export async function openScene(text = 'Harbor Robotics'): Promise<Scene> {
  const receiver = { bodies: [] as string[], status: 204 };
  const sandbox = createSandbox({
    deliver: async (input, init) => {
      receiver.bodies.push(await new Request(input, init).text());
      return new Response(null, { status: receiver.status });
    },
  });
  const { clock, fetch, opentrain, trainar } = sandbox;
  const { token, accountId } = opentrain.createAccount({
    name: text,
    email: 'mara@harbor.example',
    agentName: text === hostile ? hostile : 'Hiring agent',
    card: true,
    creditsUsd: 2_000,
  });
  opentrain.createAccount({ claimed: false, name: `${text} two`, agentName: text });
  const ot = new OpenTrain({ token, fetch, clock });
  await ot.webhooks.create({
    url: `https://hooks.example/opentrain?token=s3cret&name=${encodeURIComponent(text)}`,
    eventTypes: [
      'proposal.received',
      'proposal.status_changed',
      'contract.created',
      'approval.confirmed',
    ],
  });
  const { job } = publishableJob;
  const title = text === hostile ? hostile : job.title;
  const draft = await ot.jobDrafts.create({ ...publishableJob, job: { ...job, title } });
  await ot.jobs.publish(draft.jobId);
  const trainer = { firstName: text === hostile ? hostile : 'Ines', lastName: 'Moreira' };
  const applied = [
    ...opentrain.apply(draft.jobId, { trainer, bid: 0.06, score: 91 }),
    ...opentrain.apply(draft.jobId, { count: 6 }),
  ];
  const proposalIds = applied.map(({ id }) => id);

  const hire = (amount = 450) =>
    ot.proposals.hire(proposalIds.shift() ?? '', {
      milestone: {
        name: text,
        description: `${text}: the first batch`,
        amount,
        dueDate: '2026-07-01',
      },
    });
  const first = await hire(300);
  opentrain.approvals.confirm(first.approval.id, { source: 'credits' });
  const [contract] = (await ot.contracts.list()).items;
  const [paid] = contract?.milestones ?? [];
  opentrain.requestPayout(paid?.id ?? '');
  const payment = await ot.milestones.approve(paid?.id ?? '');
  opentrain.approvals.confirm(payment.approval.id);
  receiver.status = 500;
  const second = await ot.contracts.createMilestone(contract?.id ?? '', {
    name: text,
    description: 'The second batch',
    volume: 4_000,
  });
  const funding = await ot.milestones.fund(second.id);
  opentrain.approvals.confirm(funding.approval.id, { source: 'credits' });
  receiver.status = 204;
  await ot.credits.createTopUp({ amountUsd: 250 });
  await ot.jobs.get('job_none').catch(() => {});

  const { tenantId, apiKey } = trainar.createTenant({ name: text });
  const field = new TrainAR({ apiKey, fetch, clock });
  await field.webhooks.subscribe({
    url: 'https://hooks.example/trainar',
    events: ['task.created'],
  });
  const task = await field.tasks.create({ title: text, due_date: '2026-07-01T00:00:00Z' });
  const session = trainar.startSession({ tenantId, taskId: task.id });
  trainar.completeSession(session.id, { score: 88, summary: text });
  await field.tasks.create({ title: 'Check the pump' });
  sandbox.faults.inject({ operationId: 'jobs.search', status: 503, times: 2 });
  await sandbox.settled();
  return { sandbox, ot, accountId, jobId: draft.jobId, proposalIds, receiver, hire };
}
