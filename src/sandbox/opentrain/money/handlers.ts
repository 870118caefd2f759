import { inputs } from '../../../../generated/opentrain/json-schemas.ts';
import type {
  HireRequest,
  MilestoneCreate,
  TopUpCreate,
} from '../../../../generated/opentrain/types.ts';
import { bound } from '../../kernel/bound.ts';
import { type Call, type Handler, type Reply, reply } from '../../kernel/handler.ts';
import { invalid, Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { appOrigin } from '../auth/oauth.ts';
import { notFound } from '../refusals.ts';
import type { World } from '../world.ts';
import { type ApprovalRow, approvalView } from './approvals.ts';
import { centsOf } from './cents.ts';
import { createMilestone, endContract, ownContract } from './contract-requests.ts';
import { contractDetailView, contractView } from './contract-view.ts';
import { type BalanceRow, ledgerView } from './credits.ts';
import { requestHire } from './hiring.ts';
import { pendingPaymentView } from './invoices.ts';
import { requestFunding, requestPayment } from './milestone-requests.ts';
import { milestoneView } from './milestones.ts';
import { type TopUpRow, topUpView } from './top-ups.ts';

type OpenTrainCall<Body = unknown> = Call<OpenTrainActor, Body>;

/** The body that its handler checks itself, for the alias that the schema does not know. */
export const moneyRequests = { 'credits.createTopUp': {} };

const leastTopUp = bound(inputs['credits.createTopUp'], 'amountUsd', 'minimum');
const mostTopUp = bound(inputs['credits.createTopUp'], 'amountUsd', 'maximum');

/** Hires, contracts, milestones, approvals, credits and payments. */
export function moneyHandlers(world: World) {
  return {
    ...contractHandlers(world),
    ...approvalHandlers(world),
    ...creditHandlers(world),
  } satisfies Record<string, Handler<OpenTrainActor>>;
}

function contractHandlers(world: World) {
  return {
    'contracts.list': ({ actor, query }) => {
      const status = query.oneOf('status');
      const jobId = query.string('jobId');
      if (jobId !== undefined) requireOwnJob(world, actor, jobId);
      const { accountId } = actor;
      const rows =
        jobId === undefined ? world.contracts.list(accountId) : world.contracts.ofJob(jobId);
      const contracts = rows
        .filter((row) => status === undefined || row.status === status)
        .map((row) => contractView(row, world));
      return reply(200, { contracts });
    },

    'contracts.get': ({ actor, params: { contractId = '' } }) => {
      const contract = ownContract(world, actor.accountId, contractId);
      return reply(200, { contract: contractDetailView(contract, world) });
    },

    'contracts.createMilestone': ({ actor, params, body }: OpenTrainCall<MilestoneCreate>) => {
      const { contractId = '' } = params;
      const milestone = createMilestone(world, actor.accountId, contractId, body);
      return reply(201, { milestone: milestoneView(milestone, world) });
    },

    'payments.pending': ({ actor }) => {
      const invoices = world.invoices.pending(actor.accountId, actor.userId);
      return reply(200, { payments: invoices.map((row) => pendingPaymentView(row, world)) });
    },
  } satisfies Record<string, Handler<OpenTrainActor>>;
}

function approvalHandlers(world: World) {
  return {
    'approvals.get': ({ actor, url, params: { approvalId = '' } }) => {
      const found = world.approvals.read(approvalId);
      if (!found || (found.accountId !== actor.accountId && found.tokenId !== actor.id)) {
        throw notFound('approvals', 'approvalId', approvalId, 'approval');
      }
      return reply(200, { approval: approvalView(found, url.origin) });
    },

    'proposals.hire': ({ actor, url, params, body }: OpenTrainCall<HireRequest>) => {
      const { proposalId = '' } = params;
      const approval = requestHire(world, actor, proposalId, body, url.origin);
      return cosigned(approval, url, 'A signed-in person must confirm this hire.');
    },

    'milestones.fund': ({ actor, url, params: { milestoneId = '' } }) => {
      const approval = requestFunding(world, actor, milestoneId, url.origin);
      return cosigned(approval, url, 'A signed-in person must confirm to fund this milestone.');
    },

    'milestones.approve': ({ actor, url, params: { milestoneId = '' } }) => {
      const approval = requestPayment(world, actor, milestoneId);
      return cosigned(approval, url, 'A signed-in person must confirm to pay this milestone.');
    },

    'contracts.end': ({ actor, url, params: { contractId = '' } }) => {
      if (contractId.trim() === '') throw invalid('path', ['contractId'], 'Required');
      const approval = endContract(world, actor, contractId);
      if (!approval) return reply(200, { ok: true, contractId, status: 'ended' });
      return cosigned(approval, url, 'A signed-in person must confirm the end of this contract.');
    },
  } satisfies Record<string, Handler<OpenTrainActor>>;
}

function creditHandlers(world: World) {
  const { credits, topUps } = world;
  return {
    'credits.balance': ({ actor: { accountId } }) => {
      const { availableCents, reservedCents }: BalanceRow = credits.balance(accountId);
      const recentEntries = credits.page(accountId, 10).rows.map(ledgerView);
      return reply(200, {
        credits: { availableCents, reservedCents, currency: 'usd', recentEntries },
      });
    },

    'credits.ledger': ({ actor, query }) => {
      const limit = query.integer('limit');
      const page = credits.page(actor.accountId, limit, query.string('cursor'));
      return reply(200, { entries: page.rows.map(ledgerView), nextCursor: page.nextCursor });
    },

    'credits.createTopUp': ({ actor, url, body }) => {
      const row = topUps.create(actor.accountId, topUpCents(body));
      return reply(201, {
        topUpId: row.id,
        checkoutUrl: checkoutUrl(row, url),
        expiresAt: row.expiresAt,
        topUp: topUpView(row),
        message: 'Nothing is charged yet: have a person open the checkout page and pay.',
      });
    },

    'credits.getTopUp': ({ actor, params: { topUpId = '' } }) => {
      const row = topUps.read(topUpId);
      if (row?.accountId !== actor.accountId) {
        throw notFound('credit-top-ups', 'topUpId', topUpId, 'top-up');
      }
      return reply(200, { topUp: topUpView(row) });
    },
  } satisfies Record<string, Handler<OpenTrainActor>>;
}

function cosigned(approval: ApprovalRow, { origin }: URL, message: string): Reply {
  return reply(202, { approval: approvalView(approval, origin), message });
}

function requireOwnJob({ jobs }: World, { accountId }: OpenTrainActor, jobId: string): void {
  const job = jobs.get(jobId);
  if (!job) throw notFound('jobs', 'jobId', jobId, 'job');
  if (job.accountId !== accountId) {
    throw new Refusal(403, 'FORBIDDEN', 'This is a job of another account.');
  }
}

function topUpCents(body: unknown): number {
  const { amountUsd, amount = undefined } = (body ?? {}) as Partial<TopUpCreate> & {
    amount?: unknown;
  };
  const dollars: unknown = amountUsd ?? amount;
  if (typeof dollars !== 'number' || !(dollars >= leastTopUp && dollars <= mostTopUp)) {
    throw invalid('body', ['amountUsd'], `Must be a number from ${leastTopUp} to ${mostTopUp}`);
  }
  return centsOf(dollars);
}

/** The vendor's is a page of Stripe; a sandbox on a port has its own. */
function checkoutUrl({ id, checkoutId }: TopUpRow, { origin }: URL): string {
  if (origin === appOrigin) return `https://checkout.stripe.com/c/pay/${checkoutId}`;
  return `${origin}/checkout/${id}`;
}
