// Compiled, never run: every subpath as a strict user types it. Also compiled as CommonJS.
import {
  ApprovalDeclinedError,
  ConflictError,
  DraftIncompleteError,
  MissingScopeError,
  OAuthError,
  OpenTrain,
  RateLimitError,
  type RequestOptions,
  signWebhook,
  TopUpNotCompletedError,
  TrainAR,
  TrainyardError,
  verifyWebhook,
  WebhookVerificationError,
} from 'trainyard';
import type {
  Approval,
  ApprovalRequest,
  HireResult,
  MissingField,
  PublicJob,
} from 'trainyard/opentrain';
import { OpenTrainPlatform } from 'trainyard/platform';
import { createSandbox, type Sandbox } from 'trainyard/sandbox';
import type { ListedTask, Task } from 'trainyard/trainar';
import { type OpenTrainWebhookEvent, verifyRequest, type WebhookHeaders } from 'trainyard/webhooks';
import { webhookFixture } from 'trainyard/webhooks/fixtures';

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <A, B>(same: Same<A, B>) => same;

export const sandbox: Sandbox = createSandbox({ seed: 'types', time: 'auto' });

const ot = new OpenTrain({ token: 'ot_pat_1', fetch: sandbox.fetch, clock: sandbox.clock });
const tasks = new TrainAR({ apiKey: 'tak_1', baseUrl: undefined }).tasks;

export async function calls(options: RequestOptions) {
  const task = await tasks.create({ title: 'Replace the filter', priority: 'high' }, options);
  is<typeof task, Task>(true);
  const { data, response, requestId } = await tasks.list({ limit: 5 }).withResponse();
  is<(typeof data.items)[number], ListedTask>(true);
  is<typeof response, Response>(true);
  is<typeof requestId, string | undefined>(true);
  // @ts-expect-error: what is sent is a closed list
  await tasks.create({ title: 'Replace the filter', priority: 'whenever' });
  // @ts-expect-error: the id is missing
  await tasks.start();
}

export async function lists(): Promise<string[]> {
  const titles: string[] = [];
  for await (const job of ot.jobs.search({ q: 'audio', limit: 2 })) {
    is<typeof job, PublicJob>(true);
    titles.push(job.title);
  }
  const page = await ot.jobs.listMine();
  is<typeof page.nextCursor, string | null>(true);
  return titles;
}

export async function approvals(proposalId: string, contractId: string) {
  const request = await ot.proposals.hire(proposalId, { milestone: { name: 'Pilot', amount: 90 } });
  is<typeof request, ApprovalRequest<'proposal_hire'>>(true);
  is<typeof request.status, 'pending'>(true);
  const hired: HireResult = await request.wait({ timeoutMs: 1_000 });
  const end = await ot.contracts.end(contractId);
  if (end.status === 'ended') is<typeof end.contractId, string>(true);
  else await end.wait();
  const approval = await ot.approvals.wait(request.approval.id);
  if (approval.type === 'proposal_hire') is<typeof approval.result, HireResult>(true);
  const wire: Approval | undefined = undefined;
  return { hired, wire };
}

export function drafts(jobText: string) {
  const answer = (field: MissingField) => field.enumValues?.[0] ?? field.example ?? undefined;
  return ot.jobDrafts
    .create({ text: jobText })
    .then((draft) => ot.jobDrafts.complete(draft, answer));
}

export async function webhooks(request: Request, headers: WebhookHeaders, secret: string) {
  const event: OpenTrainWebhookEvent = await ot.webhooks.verify(request, { secret });
  switch (event.type) {
    case 'proposal.received':
      is<typeof event.data.proposalId, string>(true);
      break;
    default:
      is<typeof event.id, string>(true);
  }
  const other = await verifyRequest('trainar', request, { secret });
  if (other.event === 'task.completed') is<typeof other.data.task_id, string>(true);
  const fixture = webhookFixture('trainar', 'task.created', { data: { title: 'Sweep' } });
  is<typeof fixture.data.title, string>(true);
  await signWebhook({ platform: 'trainar', event: fixture, secret });
  const signed = await signWebhook({ platform: 'opentrain', event, secret });
  return verifyWebhook({ platform: 'opentrain', body: signed.body, headers, secret });
}

export async function platform(installId: string) {
  const client = new OpenTrainPlatform({ token: installId });
  const { items } = await client.contracts.list();
  const install = await client.installs.current();
  return { items, install };
}

export function errors(error: unknown): string {
  if (error instanceof RateLimitError) return `${error.retryAfterSeconds}`;
  if (error instanceof MissingScopeError) return error.requiredScopes.join();
  if (error instanceof ConflictError) return error.reason ?? error.code ?? '';
  if (error instanceof OAuthError) return error.code ?? '';
  if (error instanceof DraftIncompleteError) return error.fields.join();
  if (error instanceof TopUpNotCompletedError) return error.topUp.status;
  if (error instanceof ApprovalDeclinedError) return error.approval.id;
  if (error instanceof WebhookVerificationError) return error.code;
  return error instanceof TrainyardError ? error.message : 'unknown';
}
