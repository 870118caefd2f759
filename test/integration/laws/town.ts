import { operations as openTrain } from '../../../generated/opentrain/operations.ts';
import { operations as platform } from '../../../generated/platform/operations.ts';
import { operations as trainar } from '../../../generated/trainar/operations.ts';
import { tools } from '../../../generated/trainar/tools.ts';
import type { Operation, ToolFacts } from '../../../src/core/operation.ts';
import { createKernel } from '../../../src/sandbox/kernel/kernel.ts';
import { createWorld } from '../../../src/sandbox/opentrain/create-world.ts';
import { createPartners } from '../../../src/sandbox/opentrain/platform/create-partners.ts';
import { createOpenTrain } from '../../../src/sandbox/opentrain/product.ts';
import { ownTools } from '../../../src/sandbox/trainar/mcp/own-tools.ts';
import { createTrainAR } from '../../../src/sandbox/trainar/product.ts';
import { publishableJob } from '../../support/publishable-job.ts';

export type Product = 'opentrain' | 'platform' | 'trainar';
const origins: Record<Product, string> = {
  opentrain: 'https://app.opentrain.ai',
  platform: 'https://app.opentrain.ai',
  trainar: 'https://api.trainar.ai/v1',
};

/** One call, an id of which is still to be put in. */
export interface Slot {
  readonly product: Product | typeof ownTools;
  readonly operation: Operation;
  readonly place: 'path' | 'query' | 'body';
  readonly name: string;
}

/** Fields of bodies that hold an id; the spec gives bodies no such mark. */
const idFields: Record<string, readonly string[]> = {
  'messages.send': ['conversationId'],
  'projectLinks.create': ['jobId'],
  'webhookEndpoints.redeliver': ['deliveryId'],
  'skills.execute': ['skill_id'],
  'tasks.create': ['assigned_to'],
  get_session: ['session_id'],
  get_task: ['task_id'],
  get_skill: ['skill_id'],
};
const notIds = new Set(['limit', 'status', 'direction', 'filter', 'unreadOnly', '_source']);

/** What each call says, as far as it needs to. */
export const bodies: Record<string, object> = {
  'tokens.create': {},
  'jobDrafts.create': { rawJobDescription: 'Draw boxes' },
  'jobDrafts.update': { jobTitle: 'Mine now' },
  'jobs.update': { jobTitle: 'Mine now' },
  'jobs.invite': { freelancerId: 'usr_nobody' },
  'proposals.hire': { milestone: { name: 'First', amount: 20 } },
  'messages.send': { content: 'Hello' },
  'contracts.createMilestone': { description: 'More', volume: 1 },
  'credits.createTopUp': { amountUsd: 10 },
  'webhooks.create': { url: 'https://b.example/hook', eventTypes: ['proposal.received'] },
  'team.invite': { email: 'new@b.example' },
  'projectLinks.create': { externalProjectId: 'project of b' },
  'contracts.reportUsage': { entries: [{ workDate: '2026-06-01', totalSeconds: 60 }] },
  'webhookEndpoints.create': { url: 'https://b.example/hook', eventTypes: ['contract.started'] },
  'webhookEndpoints.update': { status: 'DISABLED' },
  'webhookEndpoints.redeliver': {},
  'tasks.create': { title: 'Mine' },
  'tasks.update': { status: 'cancelled' },
  'skills.execute': { arguments: {}, session_context: { seat_id: 'none' } },
  'users.invite': { email: 'c@b.example', full_name: 'C', roles: ['trainer'] },
  'webhooks.subscribe': { url: 'https://b.example/hook', events: ['task.created'] },
};

/** Every operation, by who answers it. */
export const operationsOf: Record<Slot['product'], readonly Operation[]> = {
  opentrain: Object.values<Operation>(openTrain),
  platform: Object.values<Operation>(platform),
  trainar: Object.values<Operation>(trainar),
  [ownTools]: Object.values<ToolFacts>(tools)
    .filter(({ operationId }) => operationId === undefined)
    .map(({ name }) => ({ id: name, method: 'POST', path: '', body: 'json', success: [200] })),
};

/** Those that need a key. */
export const guarded = Object.entries(operationsOf).flatMap(([product, operations]) =>
  operations
    .filter(({ tokenless }) => !tokenless)
    .map((operation) => ({ product: product as Slot['product'], operation })),
);

/** Every place of every call that an id goes into. */
export const slots: Slot[] = guarded.flatMap(({ product, operation }) => {
  const at = (place: Slot['place'], names: readonly string[] = []) =>
    names
      .filter((name) => !notIds.has(name))
      .map((name) => ({ product, operation, place, name }) as const);
  return [
    ...at('path', operation.pathParams),
    ...at('query', operation.query),
    ...at('body', idFields[operation.id]),
  ];
});

/**
 * Both platforms with their services laid open, and households that have something of everything.
 *
 * @param seed another one makes other ids
 */
export function openTown(seed = 1) {
  const kernel = createKernel({ seed, deliver: async () => new Response(null, { status: 500 }) });
  const world = createWorld(kernel);
  const partners = createPartners(world);
  const controls = createOpenTrain(kernel, world, partners);
  const training = createTrainAR(kernel);

  async function send(
    product: Slot['product'],
    operation: Operation,
    key: string,
    sent: { about: string; query?: Record<string, string>; body?: object | undefined },
  ): Promise<{ status: number; text: string }> {
    const { about, query = {}, body = bodies[operation.id] ?? {} } = sent;
    const headers = { authorization: `Bearer ${key}` };
    const { method } = operation;
    const init = { method, headers, ...(operation.body && { body: JSON.stringify(body) }) };
    const path = operation.path.replace(/\{\w+\}/, encodeURIComponent(about));
    const response =
      product === ownTools
        ? await kernel.call(ownTools, operation.id, new Request('https://mcp.trainar.ai/x', init))
        : await kernel.fetch(`${origins[product]}${path}?${new URLSearchParams(query)}`, init);
    return { status: response.status, text: await response.text() };
  }

  /** Everything that an employer with an annotation platform and a TrainAR tenant can have. */
  async function settle(name: string) {
    const before = stored();
    const account = controls.createAccount({
      name: `${name} robotics`,
      email: `${name}@employer.example`,
      card: true,
      creditsUsd: 2_000,
    });
    const { slug } = controls.platform.registerApp({
      name: `${name} label`,
      slug: `${name}-label`,
      scopes: Object.values<Operation>(platform).flatMap(({ scope = [] }) => scope),
    });
    const { accountId } = account;
    const install = controls.platform.connect(slug, { accountId });
    const tenant = training.createTenant({ name: `${name} training` });
    const keys = {
      opentrain: account.token,
      platform: install.token,
      trainar: tenant.apiKey,
      [ownTools]: tenant.apiKey,
    };
    const ask = async (product: Product, id: string, about = '', body?: object) => {
      const operation = operationsOf[product].find((known) => known.id === id) as Operation;
      const answer = await send(product, operation, keys[product], { about, body });
      if (answer.status >= 400) throw new Error(`${id}: ${answer.text}`);
      return JSON.parse(answer.text);
    };
    await ask('opentrain', 'webhooks.create');
    await ask('opentrain', 'team.invite', '', { email: `new@${name}.example` });
    await ask('opentrain', 'credits.createTopUp');
    await ask('opentrain', 'jobDrafts.create');
    const { jobId } = await ask('opentrain', 'jobDrafts.create', '', publishableJob);
    await ask('opentrain', 'jobs.publish', jobId);
    await ask('platform', 'webhookEndpoints.create');
    await ask('platform', 'projectLinks.create', '', {
      jobId,
      externalProjectId: `${name} project`,
    });
    for (const isHired of [true, false]) {
      const { id } = controls.apply(jobId, { score: 80 })[0]!;
      const { conversationId } = await ask('opentrain', 'proposals.openConversation', id);
      const content = `This is for ${name} alone.`;
      await ask('opentrain', 'messages.send', '', { conversationId, content });
      controls.reply(conversationId, `And this is what ${name} gets to read.`);
      const { approval } = await ask('opentrain', 'proposals.hire', id);
      if (isHired) controls.approvals.confirm(approval.id, { source: 'credits' });
    }
    const [contract] = (await ask('opentrain', 'contracts.list')).contracts;
    const { milestone } = await ask('opentrain', 'contracts.createMilestone', contract.id);
    await ask('opentrain', 'milestones.fund', milestone.id);
    await ask('platform', 'contracts.reportUsage', contract.id);
    await ask('trainar', 'webhooks.subscribe');
    const task = training.createTask(tenant.tenantId, { title: `Only ${name} does this` });
    training.startSession({ tenantId: tenant.tenantId, taskId: task.id });
    training.createSkill({ tenantId: tenant.tenantId, name: `skill_of_${name}`, answer: name });
    await kernel.settled();
    const rows = new Map([...stored()].filter(([key]) => !before.has(key)));
    return { keys, rows };
  }

  /** Every row but profiles of trainers, which are open to everybody, by table and number. */
  function stored(): Map<string, { key: string; row: unknown }> {
    const { 'opentrain.trainers': _, ...tables } = kernel.store.snapshot().tables;
    return new Map(
      Object.entries(tables).flatMap(([table, { rows }]) =>
        rows.map(([seq, row]) => {
          const { id, accountId } = row as { id?: string; accountId?: string };
          return [`${table} ${seq}`, { key: id ?? accountId ?? '', row }] as const;
        }),
      ),
    );
  }

  return { kernel, send, settle, stored };
}
