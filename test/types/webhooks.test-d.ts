import { describe, expectTypeOf, it } from 'vitest';
import type {
  ApprovalConfirmedEvent,
  ProposalReceivedEvent,
} from '../../generated/opentrain/types.ts';
import type { ContractStartedEvent, MilestoneFundedEvent } from '../../generated/platform/types.ts';
import type { SkillExecutedEvent, TaskCreatedEvent } from '../../generated/trainar/types.ts';
import { webhookEventNames, webhookFixture } from '../../src/webhooks/fixtures.ts';
import {
  type OpenTrainWebhookEvent,
  type PlatformWebhookEvent,
  signWebhook,
  type TrainARWebhookEvent,
  type UnknownEventName,
  type UnknownOpenTrainEvent,
  type UnknownTrainAREvent,
  verifyRequest,
  verifyWebhook,
  type WebhookPlatform,
} from '../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../src/webhooks/node.ts';

declare const openTrainEvent: OpenTrainWebhookEvent;
declare const platformEvent: PlatformWebhookEvent;
declare const trainAREvent: TrainARWebhookEvent;
declare const headers: Headers;
declare const request: Request;
const secret = 'whsec_x';
const body = '{}';

describe('the event a platform literal selects', () => {
  it('is that platform’s union, async, sync and from a request', () => {
    expectTypeOf(
      verifyWebhook({ platform: 'opentrain', body, headers, secret }),
    ).resolves.toEqualTypeOf<OpenTrainWebhookEvent>();
    expectTypeOf(
      verifyWebhook({ platform: 'trainar', body, headers, secret }),
    ).resolves.toEqualTypeOf<TrainARWebhookEvent>();
    expectTypeOf(
      verifyWebhook({ platform: 'platform', body, headers, secrets: [secret] }),
    ).resolves.toEqualTypeOf<PlatformWebhookEvent>();
    expectTypeOf(
      verifyWebhookSync({ platform: 'trainar', body, headers, secret }),
    ).toEqualTypeOf<TrainARWebhookEvent>();
    expectTypeOf(
      verifyRequest('opentrain', request, { secret }),
    ).resolves.toEqualTypeOf<OpenTrainWebhookEvent>();
  });

  it('is the union of all when the platform is known only when the program runs', () => {
    const platform = 'trainar' as WebhookPlatform;
    expectTypeOf(verifyWebhook({ platform, body, headers, secret })).resolves.toEqualTypeOf<
      OpenTrainWebhookEvent | TrainARWebhookEvent | PlatformWebhookEvent
    >();
  });
});

describe('switching on the name of an event', () => {
  it('narrows known OpenTrain events, and leaves the unknown one to default', () => {
    switch (openTrainEvent.type) {
      case 'proposal.received':
        expectTypeOf(openTrainEvent).toEqualTypeOf<ProposalReceivedEvent>();
        expectTypeOf(openTrainEvent.data.proposalId).toEqualTypeOf<string>();
        break;
      case 'approval.confirmed':
        expectTypeOf(openTrainEvent).toEqualTypeOf<ApprovalConfirmedEvent>();
        break;
      case 'proposal.status_changed':
      case 'message.received':
      case 'contract.created':
      case 'milestone.status_changed':
      case 'payment.pending':
      case 'contract.budget_state_changed':
        break;
      default:
        expectTypeOf(openTrainEvent).toEqualTypeOf<UnknownOpenTrainEvent>();
        expectTypeOf(openTrainEvent.type).toEqualTypeOf<UnknownEventName>();
        expectTypeOf(openTrainEvent.type).toExtend<string>();
    }
  });

  it('narrows known TrainAR events, and leaves the unknown one to default', () => {
    switch (trainAREvent.event) {
      case 'task.created':
        expectTypeOf(trainAREvent).toEqualTypeOf<TaskCreatedEvent>();
        expectTypeOf(trainAREvent.data.task_id).toEqualTypeOf<string>();
        break;
      case 'task.status_changed':
      case 'task.completed':
      case 'session.started':
      case 'session.completed':
      case 'skill.executed':
        break;
      default:
        expectTypeOf(trainAREvent).toEqualTypeOf<UnknownTrainAREvent>();
        expectTypeOf(trainAREvent.data.anything).toEqualTypeOf<unknown>();
    }
  });

  it('narrows known Platform events, and leaves the unknown one to default', () => {
    switch (platformEvent.type) {
      case 'contract.started':
        expectTypeOf(platformEvent).toEqualTypeOf<ContractStartedEvent>();
        expectTypeOf(platformEvent.data.freelancer.workEmail).toEqualTypeOf<string | undefined>();
        break;
      case 'milestone.funded':
        expectTypeOf(platformEvent).toEqualTypeOf<MilestoneFundedEvent>();
        break;
      case 'contract.ended':
      case 'project_link.created':
      case 'project_link.removed':
      case 'install.revoked':
      case 'milestone.budget_low':
      case 'milestone.budget_depleted':
        break;
      default:
        expectTypeOf(platformEvent).toEqualTypeOf<UnknownOpenTrainEvent>();
    }
  });

  it('narrows with if as well', () => {
    if (openTrainEvent.type === 'proposal.received') {
      expectTypeOf(openTrainEvent).toEqualTypeOf<ProposalReceivedEvent>();
    }
  });
});

describe('options', () => {
  it('ask for a secret, one way or the other', () => {
    // @ts-expect-error neither
    verifyWebhook({ platform: 'opentrain', body, headers });
    // @ts-expect-error both
    verifyWebhook({ platform: 'opentrain', body, headers, secret, secrets: [secret] });
    // @ts-expect-error an environment variable that may be missing
    verifyWebhook({ platform: 'opentrain', body, headers, secret: process.env.SECRET });
  });

  it('let only TrainAR name its headers', () => {
    verifyWebhook({ platform: 'trainar', body, headers, secret, header: 'X-Sig' });
    verifyWebhook({ platform: 'trainar', body, headers, secret, header: ['X-Sig'] });
    // @ts-expect-error OpenTrain documents its header
    verifyWebhook({ platform: 'opentrain', body, headers, secret, header: 'X-Sig' });
  });

  it('take Node’s headers and bytes, and refuse a parsed body', () => {
    const incoming = {} as import('node:http').IncomingHttpHeaders;
    const bytes = Buffer.from(body);
    verifyWebhook({ platform: 'opentrain', body: bytes, headers: incoming, secret });
    // @ts-expect-error an object that was parsed
    verifyWebhook({ platform: 'opentrain', body: { id: '1' }, headers, secret });
  });

  it('sign events that are known, and others that carry a name', () => {
    signWebhook({ platform: 'opentrain', secret, event: openTrainEvent });
    signWebhook({ platform: 'platform', secret, event: platformEvent });
    signWebhook({ platform: 'trainar', secret, event: { event: 'made.up' } });
    signWebhook({ platform: 'opentrain', secret, event: { type: 'made.up', id: '1', data: {} } });
    const platform = 'trainar' as WebhookPlatform;
    signWebhook({ platform, secret, event: { type: 'made.up' } });
    // @ts-expect-error TrainAR's events are named by `event`
    signWebhook({ platform: 'trainar', secret, event: { type: 'task.created' } });
  });
});

describe('a fixture', () => {
  it('is the event of its name, and takes parts of it', () => {
    expectTypeOf(webhookFixture('trainar', 'task.created')).toEqualTypeOf<TaskCreatedEvent>();
    expectTypeOf(
      webhookFixture('trainar', 'skill.executed', { data: { error: null, latency_ms: 3 } }),
    ).toEqualTypeOf<SkillExecutedEvent>();
    const funded = webhookFixture('platform', 'milestone.funded', {
      id: '1',
      data: { milestone: { volume: 3, status: 'NEW' }, projectLink: { externalProjectUrl: null } },
    });
    expectTypeOf(funded).toEqualTypeOf<MilestoneFundedEvent>();
    signWebhook({ platform: 'platform', secret, event: funded });
    // @ts-expect-error an event of another platform
    webhookFixture('trainar', 'proposal.received');
    // @ts-expect-error the name is given already
    webhookFixture('trainar', 'task.created', { event: 'task.created' });
    // @ts-expect-error no such field
    webhookFixture('trainar', 'task.created', { data: { taskId: '1' } });
    // @ts-expect-error of another type
    webhookFixture('trainar', 'task.created', { data: { title: 1 } });
  });

  it('is there for every name', () => {
    for (const name of webhookEventNames('opentrain')) {
      const event = webhookFixture('opentrain', name);
      expectTypeOf(event.resourceId).toEqualTypeOf<string>();
    }
  });
});
