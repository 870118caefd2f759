import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WebhookEventType } from '../../../generated/opentrain/types.ts';
import { scopeOf } from '../../../src/sandbox/opentrain/events/events.ts';
import { openShop } from './opentrain-money-fixture.ts';

const data = {
  'proposal.received': { proposalId: 'prp_1', jobId: 'job_1' },
  'message.received': { conversationId: 'cnv_1', messageId: 'msg_1' },
  'approval.confirmed': { approvalId: 'apr_1', status: 'declined' },
} as const;
const types = ['proposal.received', 'message.received', 'approval.confirmed'] as const;

function shop() {
  const open = openShop();
  const { id } = open.account();
  const emit = (type: (typeof types)[number] = 'approval.confirmed', accountId = id) =>
    open.world.events.emit(accountId, type, { resourceId: 'x_1', jobId: 'job_1', data: data[type] })
      .id;
  const poll = async (query: Record<string, string> = {}, token?: string) =>
    open.call('updates.poll', { query, ...(token && { token }) });
  const ids = async (query: Record<string, string> = {}, token?: string) =>
    (await poll(query, token)).body.events.map((event: { id: string }) => event.id);
  return { ...open, id, emit, poll, ids };
}

describe('the updates feed', () => {
  it('begins empty, and its cursor can be used', async () => {
    const { emit, poll, ids } = shop();
    const { body } = await poll();
    expect(body).toEqual({ events: [], nextCursor: '0', hasMore: false });
    const event = emit();
    expect(await ids({ cursor: body.nextCursor })).toEqual([event]);
  });

  it('holds the documented record', async () => {
    const { poll, world, id } = shop();
    world.events.emit(id, 'approval.confirmed', {
      resourceId: 'apr_1',
      jobId: null,
      data: { approvalId: 'apr_1', status: 'expired' },
    });
    expect((await poll()).body.events).toEqual([
      {
        id: '1',
        type: 'approval.confirmed',
        apiVersion: 'v1',
        createdAt: '2026-06-01T09:00:00.000Z',
        resourceId: 'apr_1',
        jobId: null,
        data: { approvalId: 'apr_1', status: 'expired' },
      },
    ]);
  });

  it('goes on after the cursor, oldest first, and says when there is more', async () => {
    const { emit, poll } = shop();
    for (let i = 0; i < 5; i += 1) emit();
    const one = (await poll({ limit: '2' })).body;
    expect(one).toMatchObject({
      events: [{ id: '1' }, { id: '2' }],
      nextCursor: '2',
      hasMore: true,
    });
    const two = (await poll({ limit: '3', cursor: '2' })).body;
    expect(two).toMatchObject({ nextCursor: '5', hasMore: false });
    expect((await poll({ cursor: '5' })).body).toEqual({
      events: [],
      nextCursor: '5',
      hasMore: false,
    });
    expect((await poll({ cursor: '99' })).body.nextCursor).toBe('99');
  });

  it('leaves out what the token cannot read, without an error', async () => {
    const { account, emit, id, ids, token } = shop();
    const other = account();
    emit('proposal.received');
    emit('message.received');
    emit('approval.confirmed', other.id);
    emit('approval.confirmed');
    const as = (...scopes: string[]) => ids({}, token(id, scopes));
    expect(await ids()).toEqual(['1', '2', '4']);
    expect(await as('messages:read')).toEqual(['2']);
    expect(await as('payments:write', 'proposals:read')).toEqual(['1', '4']);
    expect(await ids({}, other.token)).toEqual(['3']);
  });

  it('needs one of three scopes', async () => {
    const { id, poll, token } = shop();
    expect(await poll({}, token(id, ['jobs:write', 'team:read']))).toMatchObject({
      status: 403,
      body: {
        details: { requiredScopes: ['proposals:read', 'messages:read', 'payments:read'] },
      },
    });
  });

  it.each([
    [{ limit: '0' }, 'limit'],
    [{ limit: '201' }, 'limit'],
    [{ cursor: 'abc' }, 'cursor'],
    [{ cursor: '-1' }, 'cursor'],
    [{ cursor: '1.5' }, 'cursor'],
  ])('turns down %j', async (query, field) => {
    expect(await shop().poll(query)).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', details: { field } },
    });
  });

  it('loses and repeats nothing, whatever the pages and scopes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...types), { maxLength: 40 }),
        fc.subarray(['proposals:read', 'messages:read', 'payments:read'], { minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        async (history, scopes, limit) => {
          const { emit, id, world } = shop();
          for (const type of history) emit(type);
          const seen: string[] = [];
          let cursor: string | undefined;
          for (;;) {
            const page = world.events.page(id, scopes, { cursor, limit });
            seen.push(...page.events.map((event) => event.id));
            cursor = page.nextCursor;
            if (!page.hasMore) break;
          }
          const readable = history.flatMap((type: WebhookEventType, index) =>
            scopes.includes(scopeOf(type)) ? [String(index + 1)] : [],
          );
          expect(seen).toEqual(readable);
        },
      ),
      { numRuns: 50 },
    );
  });
});
