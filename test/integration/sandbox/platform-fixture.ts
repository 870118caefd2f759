import { type OperationId, operations, scopes } from '../../../generated/platform/operations.ts';
import { events as eventSchemas, responses } from '../../../generated/platform/schemas.ts';
import type { WebhookEvent, WebhookEventType } from '../../../generated/platform/types.ts';
import type { KernelOptions } from '../../../src/sandbox/kernel/kernel.ts';
import type { AppForm } from '../../../src/sandbox/opentrain/platform/app-facts.ts';
import type { ConnectOptions } from '../../../src/sandbox/opentrain/platform/controls.ts';
import { type Answer, type Offer, openShop } from './opentrain-money-fixture.ts';

/** What a call to the Platform API carries; without a token it is the first install's. */
export interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** Sent as it stands, well-formed or not. */
  raw?: string;
  token?: string | null;
}

interface Schema {
  safeParse(value: unknown): { success: boolean };
}

/** A delivery as it arrived. */
export interface Arrived {
  url: string;
  headers: Headers;
  body: string;
}

/** Event types an endpoint can be told of. */
export const everyType = Object.keys(eventSchemas) as WebhookEventType[];

export const hook = 'https://hooks.example.com/platform';

/** An employer with an annotation platform, before anything is connected. */
export function openStudio(options: KernelOptions = {}) {
  const arrived: Arrived[] = [];
  const receiver = { status: 204 };
  const shop = openShop({
    deliver: async (input, init) => {
      const { url, headers, body } = {
        url: String(input),
        headers: new Headers(init?.headers),
        body: String(init?.body),
      };
      arrived.push({ url, headers, body });
      return new Response(null, { status: receiver.status });
    },
    ...options,
  });
  const { controls, kernel, world } = shop;
  const { platform } = controls;
  const customer = shop.account();
  let firstToken = '';

  const register = (form: Partial<AppForm> = {}) =>
    platform.registerApp({ name: 'Acme Label', slug: 'acme-label', scopes, ...form });

  /** Connects the app, which is registered if it is not yet. */
  const connect = (wish: ConnectOptions & { slug?: string } = {}) => {
    const { slug = 'acme-label', ...consent } = wish;
    try {
      register({ slug });
    } catch {
      // It is there already.
    }
    const connected = platform.connect(slug, { accountId: customer.id, ...consent });
    firstToken ||= connected.token;
    return connected;
  };

  /** Calls an operation; every answer has to be what the contract says. */
  const call = async (operationId: OperationId, sent: Sent = {}): Promise<Answer> => {
    const { method, path } = operations[operationId];
    const { params = {}, query = {}, body, raw, token = firstToken } = sent;
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'nothing');
    const url = new URL(filled, 'https://app.opentrain.ai');
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await kernel.fetch(url, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      ...(text !== undefined && { body: text }),
    });
    const answered: unknown = await response.json();
    const schemas = responses[operationId] as Record<number, Schema>;
    if (!schemas[response.status]?.safeParse(answered).success) {
      const { status } = response;
      throw new Error(`${operationId} ${status} is off contract: ${JSON.stringify(answered)}`);
    }
    return { status: response.status, body: answered };
  };

  /** A job of the customer with a proposal by a trainer. */
  const offer = (wish: Offer = {}) => {
    const proposalId = shop.proposal(customer.id, wish);
    const { jobId, trainerId } = world.proposals.get(proposalId)!;
    return { proposalId, jobId, trainerId };
  };

  /** Hires, which funds a first milestone. @returns the contract's id. */
  const hire = async (proposalId: string, amount = 200): Promise<string> => {
    const body = { milestone: { name: 'First batch', amount } };
    const asked = await shop.call('proposals.hire', { params: { proposalId }, body });
    const { result } = controls.approvals.confirm(asked.body.approval.id);
    return (result as { contractId: string }).contractId;
  };

  /** One more milestone, funded. @returns its id. */
  const fund = async (contractId: string, volume: number): Promise<string> => {
    const body = { description: 'More', volume };
    const made = await shop.call('contracts.createMilestone', { params: { contractId }, body });
    const milestoneId: string = made.body.milestone.id;
    const asked = await shop.call('milestones.fund', { params: { milestoneId } });
    controls.approvals.confirm(asked.body.approval.id);
    return milestoneId;
  };

  const end = async (contractId: string): Promise<void> => {
    const { body } = await shop.call('contracts.end', { params: { contractId } });
    if (body.approval) controls.approvals.confirm(body.approval.id);
  };

  const link = async (jobId?: string, externalProjectId = 'project-1', token?: string) => {
    const body = { externalProjectId, ...(jobId !== undefined && { jobId }) };
    const { body: made } = await call('projectLinks.create', { body, ...(token && { token }) });
    return made.projectLink;
  };

  /** A linked contract at 20 USD an hour, 10 hours funded. */
  const contract = async (wish: Offer = {}) => {
    const offered = offer({ paymentType: 'PAY_PER_HOUR', bidAmountUsd: 20, ...wish });
    const projectLink = await link(offered.jobId);
    return { ...offered, projectLink, contractId: await hire(offered.proposalId) };
  };

  const report = (contractId: string, entries: unknown, token?: string) =>
    call('contracts.reportUsage', {
      params: { contractId },
      body: { entries },
      ...(token && { token }),
    });

  const listen = async (eventTypes: readonly string[] = everyType, token?: string) => {
    const body = { url: hook, eventTypes };
    return (await call('webhookEndpoints.create', { body, ...(token && { token }) })).body;
  };

  /** Every event of an install, each as the contract says. */
  const told = (installId: string): WebhookEvent[] =>
    platform.events(installId).map((event) => {
      if (eventSchemas[event.type].safeParse(event).success) return event;
      throw new Error(`${event.type} is off contract: ${JSON.stringify(event)}`);
    });
  const typesTold = (installId: string) => told(installId).map(({ type }) => type);

  return {
    ...shop,
    publicCall: shop.call,
    platform,
    customer,
    arrived,
    receiver,
    register,
    connect,
    call,
    offer,
    hire,
    fund,
    end,
    link,
    contract,
    report,
    listen,
    told,
    typesTold,
  };
}

/** The first of June 2026, when a sandbox begins, and days around it. */
export const [yesterday, today, tomorrow] = ['2026-05-31', '2026-06-01', '2026-06-02'] as const;
