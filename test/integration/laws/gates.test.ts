import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { document } from '../../../generated/opentrain/document.ts';
import { type OperationId, operations } from '../../../generated/opentrain/operations.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { featureKeys } from '../../../src/sandbox/opentrain/accounts/features.ts';
import { allScopes } from '../../../src/sandbox/opentrain/accounts/scopes.ts';
import type { DraftFields } from '../../../src/sandbox/opentrain/drafting/fields.ts';
import { openMarket } from './market.ts';
import { patience, thousand } from './runs.ts';

const market = openMarket();
const { controls, kernel, world } = market;
const guarded = Object.values<Operation>(operations).filter(({ tokenless }) => !tokenless);

/** A draft that can be published. */
const readyFields: DraftFields = {
  jobTitle: 'Street scene annotation',
  jobDescription: 'Draw boxes around cars and pedestrians in street photos.',
  paymentType: 'FIXED_PRICE',
  fixedPrice: 4_500,
  experienceLevel: 'INTERMEDIATE',
  dataVolume: 20_000,
  dataVolumeUnit: 'NUMBER_OF_FILES',
  headcount: 2,
  languages: ['Spanish'],
  countries: ['MX'],
  dataType: 'IMAGE',
  labelTypes: ['BOUNDING_BOX'],
};

/** An employer with one thing of every kind, so that calls that get through have something to do. */
function settle() {
  const { accountId } = controls.createAccount({ card: true, creditsUsd: 2_000 });
  const { token, tokenId } = controls.mintToken(accountId);
  const jobId = market.job(accountId);
  const draft = world.jobs.create({ accountId, fields: readyFields });
  const hired = market.proposal(accountId, jobId);
  const proposalId = market.proposal(accountId, jobId);
  const actor = {
    id: tokenId,
    accountId,
    userId: '',
    scopes: allScopes,
    features: new Set<string>(),
    claimed: true,
  };
  const { id: approvalId } = world.approvals.request(actor, {
    type: 'proposal_hire',
    jobId,
    proposalId: hired,
    contractId: null,
    milestoneId: null,
    terms: { name: 'First', description: null, amountCents: 10_000, dueDate: null },
  });
  controls.approvals.confirm(approvalId);
  const { id: contractId } = world.contracts.byProposal(hired)!;
  const milestone = {
    description: 'More',
    name: null,
    amountCents: 500,
    volume: null,
    dueDate: null,
  };
  const { id: milestoneId } = world.milestones.create(world.contracts.get(contractId)!, milestone);
  const { id: conversationId } = world.conversations.openForProposal(
    world.proposals.require(hired),
  );
  const { id: topUpId } = world.topUps.create(accountId, 5_000);
  const { id: webhookId } = world.webhooks.create(accountId, 'https://example.com/hook', [
    'approval.confirmed',
  ]);
  const ids = { jobId, proposalId, contractId, milestoneId, approvalId, topUpId, webhookId };
  const [funded] = world.milestones.of(contractId);
  const { trainerId } = controls.createTrainer();
  return {
    accountId,
    token,
    ids: { ...ids, tokenId, idOrSlug: trainerId },
    draft,
    funded,
    conversationId,
  };
}

/** What the body asks for needs scopes too: those of a new token, those of a webhook's events. */
const askMore = new Set(['tokens.create', 'webhooks.create']);

const home = settle();
const settled = kernel.snapshot();

/** The spec's own example of a body, made to fit this employer. */
function bodyOf({ id, path, method }: Operation): unknown {
  const spec = JSON.parse(document).paths[path][method.toLowerCase()];
  const content = Object.values<{
    example?: unknown;
    examples?: Record<string, { value: unknown }>;
  }>(spec.requestBody?.content ?? {})[0];
  const example = content?.example ?? Object.values(content?.examples ?? {})[0]?.value;
  if (id === 'messages.send') return { conversationId: home.conversationId, content: 'Hello' };
  if (id === 'jobs.invite') return { ...(example as object), freelancerId: home.ids.idOrSlug };
  return example;
}

const bodies = new Map(guarded.map((operation) => [operation.id, bodyOf(operation)]));

function requestOf({ id, method, path }: Operation, token: string | undefined): Request {
  const { ids, draft } = home;
  const jobId = id.startsWith('jobDrafts.') || id === 'jobs.publish' ? draft.id : ids.jobId;
  const milestoneId = id === 'milestones.approve' ? home.funded!.id : ids.milestoneId;
  const params: Record<string, string> = { ...ids, id: jobId, jobId, milestoneId };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'unknown');
  const query = id === 'messages.list' ? `?conversationId=${home.conversationId}` : '';
  const body = bodies.get(id);
  return new Request(`https://app.opentrain.ai${filled}${query}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(method !== 'GET' && body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** All state but what any call leaves behind: when a token was last used, and which request id is next. */
function state(): unknown {
  const { store, clock, faults } = kernel.snapshot();
  const tokens = store.tables['opentrain.tokens']!;
  const rows = tokens.rows.map(([seq, row]) => [seq, { ...(row as object), lastUsedAt: null }]);
  const tables = { ...store.tables, 'opentrain.tokens': { ...tokens, rows } };
  return { ...store, tables, clock, faults };
}

/** Whether granted scopes hold one, by the documented rule. */
const holds = (granted: readonly string[], scope: string) =>
  granted.includes(scope) || granted.includes(scope.replace(/:read$/, ':write'));

const callers = fc.record({
  operation: fc.constantFrom(...guarded),
  scopes: fc.oneof(fc.subarray([...allScopes]), fc.constant([...allScopes])),
  features: fc.oneof(fc.subarray([...featureKeys]), fc.constant([...featureKeys])),
  claimed: fc.boolean(),
  token: fc.constantFrom('good', 'good', 'good', 'good', 'none', 'unknown', 'revoked', 'expired'),
});
type Caller = typeof callers extends fc.Arbitrary<infer Value> ? Value : never;

/** Makes the account and a token of it as this caller has them. */
function tokenOf({ scopes, features, claimed, token }: Caller): string | undefined {
  world.accounts.update(home.accountId, { features, claimed });
  const expiresAt = token === 'expired' ? kernel.clock.iso(kernel.clock.now() - 1) : undefined;
  const minted = controls.mintToken(home.accountId, { scopes, ...(expiresAt && { expiresAt }) });
  if (token === 'revoked') world.tokens.revoke(minted.tokenId);
  if (token === 'none') return undefined;
  return token === 'unknown' ? minted.token.replace(/.$/, '_') : minted.token;
}

/** Every refusal that would be right: all the caller is short of. The order is nowhere documented. */
function shortfalls({ operation, scopes, features, claimed, token }: Caller): object[] {
  if (token !== 'good') return [{ status: 401, code: 'UNAUTHORIZED', details: undefined }];
  const { scope = [], scopeAny = [], feature, claimAction } = operation;
  const refused = (details: object) => ({ status: 403, code: 'FORBIDDEN', details });
  const found: object[] = [];
  const short = (requiredScopes: readonly string[]) =>
    found.push(refused({ requiredScopes, grantedScopes: scopes }));
  if (!scope.every((one) => holds(scopes, one))) short(scope);
  if (scopeAny.length > 0 && !scopeAny.some((one) => holds(scopes, one))) short(scopeAny);
  if (feature !== undefined && !features.includes(feature)) {
    found.push(refused({ featureKey: feature, mode: 'ALLOWLIST' }));
  }
  if (operation.claimed && !claimed) {
    const claimUrl = 'https://app.opentrain.ai/claim';
    found.push(refused({ reason: 'account_claim_required', action: claimAction, claimUrl }));
  }
  return found;
}

/** The account with everything on, and a token for all of it. */
const able: Omit<Caller, 'operation'> = {
  scopes: [...allScopes],
  features: [...featureKeys],
  claimed: true,
  token: 'good',
};

describe('gates', () => {
  it('refuse whoever falls short, say of what, and change nothing', patience, async () => {
    const counted = { refused: 0, passed: 0 };
    const law = fc.asyncProperty(callers, async (caller) => {
      kernel.restore(settled);
      const request = requestOf(caller.operation, tokenOf(caller));
      const due = shortfalls(caller);
      const before = due.length > 0 ? state() : undefined;
      const response = await kernel.fetch(request);
      const { error, code, details, requestId, ...rest } = await response.json();
      if (due.length > 0) {
        counted.refused += 1;
        expect(due).toContainEqual({ status: response.status, code, details });
        expect([typeof error, typeof requestId, rest]).toEqual(['string', 'string', {}]);
        if (!isDeepStrictEqual(state(), before)) throw new Error('something changed');
        return;
      }
      counted.passed += 1;
      const reasons = ['requiredScopes', 'featureKey', 'claimUrl'];
      const shut = Object.keys(details ?? {}).filter((name) => reasons.includes(name));
      if (!askMore.has(caller.operation.id)) expect(shut).toEqual([]);
      expect(response.status).not.toBe(401);
    });
    await fc.assert(law, thousand);
    expect(counted.refused).toBeGreaterThan(500);
    expect(counted.passed).toBeGreaterThan(100);
  });

  const writes = guarded.filter(({ method }) => method !== 'GET');
  it.each(writes.map(({ id }) => id))(
    'let %s change something when nothing is short',
    async (id) => {
      kernel.restore(settled);
      const operation = operations[id as OperationId];
      const request = requestOf(operation, tokenOf({ ...able, operation }));
      const before = state();
      expect((await kernel.fetch(request)).ok).toBe(true);
      expect(state()).not.toEqual(before);
    },
  );
});
