import { type OperationId, operations } from '../../../generated/opentrain/operations.ts';
import { responses } from '../../../generated/opentrain/schemas.ts';
import { createKernel, type KernelOptions } from '../../../src/sandbox/kernel/kernel.ts';
import type { NewAccount } from '../../../src/sandbox/opentrain/accounts/accounts.ts';
import { allScopes } from '../../../src/sandbox/opentrain/accounts/scopes.ts';
import { createWorld } from '../../../src/sandbox/opentrain/create-world.ts';
import { createOpenTrain } from '../../../src/sandbox/opentrain/product.ts';
import type { NewTrainer } from '../../../src/sandbox/opentrain/proposals/trainers.ts';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every kind
  body: any;
}

/** What a call may carry. Without a token it is the first account's. */
export interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  token?: string;
  origin?: string;
}

/** What there is to hire from. */
export interface Offer {
  paymentType?: 'FIXED_PRICE' | 'PAY_PER_HOUR' | 'PAY_PER_LABEL';
  bidAmountUsd?: number | null;
  trainer?: NewTrainer;
}

/** A sandboxed OpenTrain with its services laid open, and short ways to what money stories start from. */
export function openShop(options: KernelOptions = {}) {
  const kernel = createKernel(options);
  const world = createWorld(kernel);
  const controls = createOpenTrain(kernel, world);
  let firstToken = '';

  const token = (accountId: string, scopes: readonly string[] = allScopes): string =>
    controls.mintToken(accountId, { scopes }).token;

  /** An account that may do anything and has a card. */
  const account = (facts: NewAccount & { scopes?: readonly string[] } = {}) => {
    const { scopes = allScopes, ...rest } = facts;
    const { id } = world.accounts.create({
      name: 'Harbor Robotics',
      ownerName: 'Mara Lindqvist',
      ownerEmail: `mara.${kernel.store.next('test.accounts')}@harbor.example`,
      claimed: true,
      card: true,
      ...rest,
    });
    const minted = token(id, scopes);
    firstToken ||= minted;
    return { id, token: minted };
  };

  /** A proposal on a job of its own, which nobody was told of. */
  const proposal = (accountId: string, offer: Offer = {}): string => {
    const { paymentType = 'FIXED_PRICE', bidAmountUsd = null, trainer } = offer;
    const fields = { jobTitle: 'Polygon labelling', paymentType };
    const job = world.jobs.create({ accountId, fields });
    const { id: trainerId } = world.trainers.create({
      firstName: 'Ines',
      lastName: 'Moreira',
      countryCode: 'PT',
      ...trainer,
    });
    const status = 'SHORTLISTED';
    return world.proposals.insert({ jobId: job.id, accountId, trainerId, status, bidAmountUsd }).id;
  };

  /** Calls an operation; every answer has to be what the contract says. */
  const call = async (operationId: OperationId, sent: Sent = {}): Promise<Answer> => {
    const { method, path } = operations[operationId];
    const { params = {}, query = {}, body, token: bearer = firstToken } = sent;
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
    const url = new URL(filled, sent.origin ?? 'https://app.opentrain.ai');
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const response = await kernel.fetch(url, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answered: unknown = await response.json();
    const { status } = response;
    const schemas = responses[operationId] as Record<
      number,
      { safeParse(value: unknown): { success: boolean } }
    >;
    if (!schemas[status]?.safeParse(answered).success) {
      throw new Error(`${operationId} ${status} is off contract: ${JSON.stringify(answered)}`);
    }
    return { status, body: answered };
  };

  /** A confirmed hire. */
  const hired = async (accountId: string, amount = 300, offer: Offer = {}) => {
    const proposalId = proposal(accountId, offer);
    const body = { milestone: { name: 'First batch', amount } };
    const bearer = token(accountId);
    const asked = await call('proposals.hire', { params: { proposalId }, body, token: bearer });
    const { result } = controls.approvals.confirm(asked.body.approval.id);
    const { contractId } = result as { contractId: string };
    const [first] = world.milestones.of(contractId);
    return { proposalId, contractId, milestoneId: first!.id };
  };

  /** Every event of an account, as type and the telling part of its data. */
  const told = (accountId: string): string[] =>
    world.events.page(accountId, allScopes, { limit: 1e6 }).events.map(({ type, data }) => {
      const { status, state } = data as { status?: string; state?: string };
      return [type, status ?? state].filter(Boolean).join(' ');
    });

  return { kernel, world, controls, account, token, proposal, call, hired, told };
}
