import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { limits as openTrainLimits } from '../../generated/opentrain/limits.ts';
import { errorReasons as openTrainErrors, scopes } from '../../generated/opentrain/operations.ts';
import { limits as platformLimits } from '../../generated/platform/limits.ts';
import { errorReasons as platformErrors } from '../../generated/platform/operations.ts';
import type { ErrorReason, LimitFacts } from '../../src/core/operation.ts';
import { ApiError, OpenTrain } from '../../src/opentrain/index.ts';
import { OpenTrainPlatform } from '../../src/platform/index.ts';
import { receivingSandbox } from '../support/sandbox-receiver.ts';
import { conversation, milestone, proposal, readyDraft, unfunded } from './opentrain/setting.ts';

const url = 'https://receiver.example.com/hooks';
const hourMs = 3_600_000;

/** A sandbox that nobody gave limits of their own, its employer and an install of an app at it. */
function open({ claimed = true, status = 204 } = {}) {
  const { sandbox } = receivingSandbox({}, () => new Response(null, { status }));
  const { opentrain, fetch, clock } = sandbox;
  const account = opentrain.createAccount({ claimed, scopes, creditsUsd: 10_000 });
  const options = { fetch, clock, maxRetries: 0 };
  const owner = new OpenTrain({ token: account.token, ...options });
  const install = () => {
    opentrain.platform.registerApp({ name: 'Label Loft', slug: 'label-loft', scopes: appScopes });
    const { token } = opentrain.platform.connect('label-loft', { accountId: account.accountId });
    return new OpenTrainPlatform({ token, ...options });
  };
  return { sandbox, owner, install };
}

const appScopes = ['contracts:read', 'project-links:write', 'webhooks:manage'] as const;

type Errors = Readonly<Record<string, readonly ErrorReason[]>>;

/** Makes a call as often as the spec allows, and once more, which it has to refuse as the spec says. */
async function takes(
  { operation, value }: LimitFacts,
  errors: Errors,
  call: (nth: number) => Promise<unknown>,
  { already = 0 } = {},
): Promise<void> {
  for (let nth = already; nth < value; nth += 1) await call(nth);
  const error = await call(value).then(
    () => expect.fail(`${operation} took ${value + 1}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw error;
  expect([409, 429]).toContain(error.status);
  expect(errors[operation]?.map(({ status }) => status)).toContain(error.status);
}

const apart = (from: string, to: string | null) => Date.parse(to ?? '') - Date.parse(from);

/** How far the balance falls when a human confirms, which the employer's credits pay. */
async function charged(
  { sandbox, owner }: ReturnType<typeof open>,
  ask: () => Promise<{ approval: { id: string } }>,
): Promise<number> {
  const { approval } = await ask();
  const before = await owner.credits.balance();
  sandbox.opentrain.approvals.confirm(approval.id);
  return before.availableCents - (await owner.credits.balance()).availableCents;
}

/** Deliveries that fail, one after another, until the subscription ends. */
async function untilDisabled(
  { sandbox }: ReturnType<typeof open>,
  isActive: () => Promise<boolean>,
  cause: () => Promise<unknown>,
): Promise<number> {
  for (let failed = 1; failed <= 30; failed += 1) {
    await cause();
    await sandbox.clock.advance('3h');
    if (!(await isActive())) return failed;
  }
  return expect.fail('It is never disabled.');
}

const publish = async (
  name: 'publishPerDay' | 'publishPerDayUnclaimed',
  claimed: boolean,
): Promise<void> => {
  const { sandbox, owner } = open({ claimed });
  const again = async () => owner.jobs.publish(await readyDraft(owner));
  await takes(openTrainLimits[name], openTrainErrors, again);
  const { windowSeconds } = openTrainLimits[name];
  await sandbox.clock.advance(windowSeconds * 1000 - 1);
  await expect(again()).rejects.toThrow(ApiError);
  await sandbox.clock.advance(1);
  await again();
};

const openTrainChecks = {
  publishPerDay: () => publish('publishPerDay', true),
  publishPerDayUnclaimed: () => publish('publishPerDayUnclaimed', false),
  webhooks: () => {
    const { owner } = open();
    const eventTypes = ['proposal.received' as const];
    return takes(openTrainLimits.webhooks, openTrainErrors, () =>
      owner.webhooks.create({ url, eventTypes }),
    );
  },
  webhookFailures: async () => {
    const world = open({ status: 500 });
    const { owner } = world;
    const { webhook } = await owner.webhooks.create({ url, eventTypes: ['proposal.received'] });
    const isActive = async () => (await owner.webhooks.get(webhook.id)).status === 'ACTIVE';
    const cause = () => proposal(world);
    expect(await untilDisabled(world, isActive, cause)).toBe(openTrainLimits.webhookFailures.value);
  },
  activeTokens: () => {
    const { owner } = open();
    const another = (nth: number) => owner.tokens.create({ name: `token ${nth}` });
    return takes(openTrainLimits.activeTokens, openTrainErrors, another, { already: 1 });
  },
  messagesPerMinute: async () => {
    const world = open();
    const { conversationId } = await conversation(world);
    const send = (nth: number) =>
      world.owner.messages.send({ conversationId, content: `Message ${nth}` });
    await takes(openTrainLimits.messagesPerMinute, openTrainErrors, send);
    await world.sandbox.clock.advance(openTrainLimits.messagesPerMinute.windowSeconds * 1000);
    await send(0);
  },
  hireFeePercent: () => expectHireCharge(),
  initiationFeeCents: () => expectHireCharge(),
  fundingFeePercent: async () => {
    const world = open();
    const { milestoneId } = await unfunded(world);
    const cents = await charged(world, () => world.owner.milestones.fund(milestoneId));
    expect(cents).toBe(300 * (100 + openTrainLimits.fundingFeePercent.value));
  },
  approvalHours: async () => {
    const world = open();
    const { proposalId } = await proposal(world);
    const { approval } = await world.owner.proposals.hire(proposalId, { milestone });
    const { value } = openTrainLimits.approvalHours;
    expect(apart(approval.createdAt, approval.expiresAt)).toBe(value * hourMs);
    await world.sandbox.clock.advance(value * hourMs);
    expect((await world.owner.approvals.get(approval.id)).status).toBe('expired');
  },
  topUpHours: async () => {
    const { owner, sandbox } = open();
    const { topUp } = await owner.credits.createTopUp({ amountUsd: 10 });
    await sandbox.clock.advance(openTrainLimits.topUpHours.value * hourMs - 1);
    expect((await owner.credits.getTopUp(topUp.id)).status).toBe('PENDING');
    await sandbox.clock.advance(1);
    expect((await owner.credits.getTopUp(topUp.id)).status).toBe('EXPIRED');
  },
  inviteDays: async () => {
    const { owner } = open();
    await owner.team.invite({ email: 'new.member@example.com' });
    const [invite] = (await owner.team.get()).invites;
    const days = apart(invite?.createdAt ?? '', invite?.expiresAt ?? '') / (24 * hourMs);
    expect(days).toBe(openTrainLimits.inviteDays.value);
  },
  claimWindowHours: async () => {
    const { owner, sandbox } = open();
    const { claim_token_expires_at } = await owner.agent.register({});
    const left = Date.parse(claim_token_expires_at) - sandbox.clock.now();
    expect(left).toBe(openTrainLimits.claimWindowHours.value * hourMs);
  },
  claimAttemptSeconds: async () =>
    expect((await startedClaim()).expires_in).toBe(openTrainLimits.claimAttemptSeconds.value),
  claimPollSeconds: async () =>
    expect((await startedClaim()).interval).toBe(openTrainLimits.claimPollSeconds.value),
} satisfies Record<keyof typeof openTrainLimits, () => unknown>;

async function startedClaim() {
  const { owner } = open();
  const { claim_token } = await owner.agent.register({});
  return owner.agent.startClaim({ claim_token, email: 'somebody.new@example.com' });
}

async function expectHireCharge() {
  const world = open();
  const { proposalId } = await proposal(world);
  const cents = await charged(world, () => world.owner.proposals.hire(proposalId, { milestone }));
  const { hireFeePercent, initiationFeeCents } = openTrainLimits;
  const withFee = milestone.amount * (100 + hireFeePercent.value);
  expect(cents).toBe(withFee + initiationFeeCents.value);
}

const platformChecks = {
  endpointsPerInstall: () => {
    const partner = open().install();
    return takes(platformLimits.endpointsPerInstall, platformErrors, () =>
      partner.webhookEndpoints.create({ url, eventTypes: ['contract.started'] }),
    );
  },
  linksPerInstall: () => {
    const partner = open().install();
    return takes(platformLimits.linksPerInstall, platformErrors, (nth) =>
      partner.projectLinks.create({ externalProjectId: `project-${nth}` }),
    );
  },
  webhookFailures: async () => {
    const world = open({ status: 500 });
    const partner = world.install();
    const { webhookEndpoint } = await partner.webhookEndpoints.create({
      url,
      eventTypes: ['project_link.created'],
    });
    for (let nth = 0; nth < 5; nth += 1) {
      await partner.projectLinks.create({ externalProjectId: `project-${nth}` });
    }
    await world.sandbox.clock.advance('3h');
    const { status, consecutiveFailures } = await partner.webhookEndpoints.get(webhookEndpoint.id);
    const { value } = platformLimits.webhookFailures;
    expect([status, consecutiveFailures]).toEqual(['DISABLED', value]);
  },
} satisfies Record<keyof typeof platformLimits, () => unknown>;

describe('what the spec says how many, how long and how dear', () => {
  it.each(Object.entries(openTrainChecks))('OpenTrain keeps to: %s', async (_, check) => {
    await check();
  });

  it.each(Object.entries(platformChecks))('the Platform API keeps to: %s', async (_, check) => {
    await check();
  });

  it('is typed nowhere in the sandbox', () => {
    const names = [...Object.keys(openTrainLimits), ...Object.keys(platformLimits)];
    const typed = new RegExp(`limit\\(\\s*['"\`](opentrain|platform)\\.(${names.join('|')})['"\`]`);
    const files = readdirSync('src/sandbox', { recursive: true, encoding: 'utf8' });
    const read = files.filter((file) => file.endsWith('.ts'));
    expect(read.length).toBeGreaterThan(100);
    expect(read.filter((f) => typed.test(readFileSync(`src/sandbox/${f}`, 'utf8')))).toEqual([]);
  });
});
