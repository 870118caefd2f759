import { describe, expect, it } from 'vitest';
import { safeParse, type ZodMiniType } from 'zod/mini';
import { opentrain, platform, trainar } from '../../../src/schemas.ts';
import {
  type FixtureOverrides,
  type WebhookPlatform,
  webhookEventNames,
  webhookFixture,
} from '../../../src/webhooks/fixtures.ts';
import {
  createWebhookReceiver,
  signWebhook,
  verifyWebhook,
  type WebhookReceiverOptions,
} from '../../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../../src/webhooks/node.ts';
import { secret } from './deliveries.ts';

const schemas = { trainar, opentrain, platform };
const platforms = ['trainar', 'opentrain', 'platform'] as const;
const all = platforms.flatMap((platform) =>
  webhookEventNames(platform).map((name) => ({ platform, name })),
);
const make = webhookFixture as (platform: WebhookPlatform, name: string) => { type: string };

describe.each(platforms)('the fixtures of %s', (platform) => {
  const events: Readonly<Record<string, ZodMiniType>> = schemas[platform].events;

  it('are there for every event of the contract', () => {
    expect(webhookEventNames(platform)).toEqual(Object.keys(events));
    expect(webhookEventNames(platform).length).toBe(platform === 'trainar' ? 6 : 8);
  });

  it.each(webhookEventNames(platform))('%s fits its schema, field by field', (name) => {
    const event = make(platform, name);
    const parsed = safeParse(events[name] as ZodMiniType, event);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data).toEqual(event);
  });

  it('each have an id of their own', () => {
    const ids = webhookEventNames(platform).map((name) => {
      const event = make(platform, name) as { id?: string; event_id?: string };
      return event.id ?? event.event_id;
    });
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a fixture that is signed', () => {
  it.each(all)('is verified and comes out whole: $platform $name', async ({ platform, name }) => {
    const event = make(platform, name);
    const options = { platform, secret, ...(await signWebhook({ platform, secret, event })) };
    expect(await verifyWebhook(options)).toEqual(event);
    expect(verifyWebhookSync(options)).toEqual(event);
  });

  it.each(all)('reaches its handler as documented: $platform $name', async (each) => {
    const { platform, name } = each;
    const event = make(platform, name);
    const worked: unknown[] = [];
    const mismatches: unknown[] = [];
    const options = {
      platform,
      secret,
      on: { [name]: (arrived: unknown) => worked.push(arrived) },
      onMismatch: (report) => mismatches.push(report),
    } satisfies WebhookReceiverOptions as WebhookReceiverOptions;
    const receiver = createWebhookReceiver(options);
    const { headers, body } = await signWebhook({ platform, secret, event });
    const request = () => new Request('http://localhost/', { method: 'POST', headers, body });
    expect(await (await receiver(request())).text()).toBe('done');
    expect(await (await receiver(request())).text()).toBe('duplicate');
    expect([worked, mismatches]).toEqual([[event], []]);
  });
});

describe('overrides', () => {
  const plain = webhookFixture('platform', 'milestone.funded');

  it('are merged object by object, and leave all else', () => {
    const event = webhookFixture('platform', 'milestone.funded', {
      id: '9',
      data: { milestone: { amountUsd: 10 }, budget: { activeMilestone: null } },
    });
    expect(event).toEqual({
      ...plain,
      id: '9',
      data: {
        ...plain.data,
        milestone: { ...plain.data.milestone, amountUsd: 10 },
        budget: { ...plain.data.budget, activeMilestone: null },
      },
    });
  });

  it('change nothing where they are undefined, and never the name', () => {
    const none = { id: undefined, data: undefined, type: 'contract.ended' } as object;
    const event = webhookFixture('platform', 'milestone.funded', none);
    expect(event).toEqual(plain);
  });

  it('may bring fields that the platform might add, and lists', () => {
    const more = { tags: ['a', 'b'], ['__proto__']: { polluted: true } } as FixtureOverrides<
      typeof plain
    >;
    const event = webhookFixture('platform', 'milestone.funded', more);
    expect(event).toMatchObject({ tags: ['a', 'b'] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('and fixtures share nothing with what was made before', () => {
    const data = { error: null };
    const first = webhookFixture('trainar', 'skill.executed', { data });
    first.data.skill_id = 'changed';
    first.data.success = false;
    const second = webhookFixture('trainar', 'skill.executed', { data });
    expect(second).not.toEqual(first);
    expect(second).toEqual(webhookFixture('trainar', 'skill.executed'));
    expect(data).toEqual({ error: null });
  });
});

describe('a fixture that does not exist', () => {
  it.each([
    ['trainer', 'task.created', 'platform: one of trainar, opentrain, platform.'],
    ['toString', 'task.created', 'platform: one of trainar, opentrain, platform.'],
    ['trainar', 'task.deleted', /^name: one of task\.created, .*skill\.executed\.$/],
    ['trainar', 'constructor', /^name: one of/],
  ])('%s %s is refused, with what there is', (platform, name, message) => {
    expect(() => make(platform as 'trainar', name)).toThrow(message);
  });
});
