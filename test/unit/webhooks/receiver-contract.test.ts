import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { ProposalReceivedEvent } from '../../../generated/opentrain/types.ts';
import type { SessionCompletedEvent } from '../../../generated/trainar/types.ts';
import {
  createWebhookReceiver,
  type OpenTrainWebhookEvent,
  type WebhookMismatchReport,
} from '../../../src/webhooks/index.ts';
import { proposalReceived, secret } from './deliveries.ts';
import { openTrainReceiver } from './receiver-fixture.ts';

describe('an event that differs from the contract', () => {
  it('is reported, and worked all the same', async () => {
    const reports: WebhookMismatchReport[] = [];
    const handler = vi.fn();
    const { send } = openTrainReceiver({
      on: { 'proposal.received': handler },
      onMismatch: (report) => reports.push(report),
    });
    await send();
    expect(reports).toEqual([]);
    const different = { ...proposalReceived, id: '42', extra: 1, data: { proposalId: 7 } };
    expect((await send(different)).status).toBe(200);
    expect(handler).toHaveBeenCalledTimes(2);
    expect(reports).toMatchObject([{ platform: 'opentrain', event: 'proposal.received' }]);
    expect(reports[0]?.differences.map(({ path, kind }) => [path, kind])).toEqual([
      ['data.proposalId', 'different'],
      ['data.jobId', 'missing'],
      ['extra', 'unknown'],
    ]);
  });

  it('is reported when its very name is new', async () => {
    const reports: WebhookMismatchReport[] = [];
    const { send } = openTrainReceiver({ onMismatch: (report) => reports.push(report) });
    expect((await send({ ...proposalReceived, type: 'job.sung' })).status).toBe(200);
    expect(reports[0]?.differences).toEqual([
      { path: '', kind: 'unknown', message: 'job.sung is not in the contract' },
    ]);
  });

  it('is worked when the schemas can’t be loaded, which is reported', async () => {
    const reports: WebhookMismatchReport[] = [];
    const handler = vi.fn();
    const loadSchemas = vi.fn(() => Promise.reject(new Error('no such chunk')));
    const { send } = openTrainReceiver({
      on: { 'proposal.received': handler },
      onMismatch: (report) => reports.push(report),
      loadSchemas,
    });
    expect((await send()).status).toBe(200);
    expect(handler).toHaveBeenCalledTimes(1);
    expect(reports[0]?.differences[0]?.message).toBe('not checked: no such chunk');
    const unwatched = openTrainReceiver({ on: { 'proposal.received': handler }, loadSchemas });
    await unwatched.send();
    expect(loadSchemas).toHaveBeenCalledTimes(1);
  });
});

describe('options that can’t be right', () => {
  it.each([
    [{ secret: '' }, 'no_secret'],
    [{ platform: 'opentrian' }, 'unknown_platform'],
  ])('%j are refused when the receiver is made', (wrong, code) => {
    expect(() => openTrainReceiver(wrong as object)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [{ on: undefined }, 'on'],
    [{ on: { 'proposal.received': 'log' } }, "on['proposal.received']"],
    [{ deadlineMs: 0 }, 'deadlineMs'],
    [{ leaseMs: 9_000 }, 'leaseMs'],
    [{ toleranceSeconds: Number.NaN }, 'toleranceSeconds'],
    [{ maxBodyBytes: 0 }, 'maxBodyBytes'],
    [{ inbox: { claim: async () => 'fresh', done: async () => {} } }, 'inbox'],
  ])('%j are refused when the receiver is made', (wrong, argument) => {
    expect(() => openTrainReceiver(wrong as object)).toThrow(expect.objectContaining({ argument }));
  });
});

describe('types', () => {
  it('give each handler its own event, and refuse names that do not exist', async () => {
    createWebhookReceiver({
      platform: 'opentrain',
      secrets: [secret, 'whsec_new'],
      on: {
        'proposal.received': (event, { deliveryId, signal }) => {
          expectTypeOf(event).toEqualTypeOf<ProposalReceivedEvent>();
          expectTypeOf(deliveryId).toEqualTypeOf<string | undefined>();
          expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
        },
        // @ts-expect-error this platform has no such event: that is for onUnknown
        'session.completed': () => {},
      },
      onUnknown: (event) => expectTypeOf(event).toEqualTypeOf<OpenTrainWebhookEvent>(),
    });
    createWebhookReceiver({
      platform: 'trainar',
      secret,
      header: 'X-Sig',
      on: {
        'session.completed': async (event) => {
          expectTypeOf(event).toEqualTypeOf<SessionCompletedEvent>();
        },
      },
    });
    createWebhookReceiver({
      platform: 'platform',
      secret,
      on: {
        'milestone.funded': (event) => expectTypeOf(event.type).toEqualTypeOf<'milestone.funded'>(),
      },
    });
    // @ts-expect-error a secret is needed
    expect(() => createWebhookReceiver({ platform: 'trainar', on: {} })).toThrow(/secret/);
  });
});
