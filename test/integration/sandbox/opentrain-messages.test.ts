import { describe, expect, it } from 'vitest';
import { openTrain } from './opentrain-fixture.ts';

async function thread(options: Parameters<typeof openTrain>[0] = {}) {
  const sandbox = openTrain(options);
  const owner = await sandbox.employer();
  const open = async (): Promise<{
    conversationId: string;
    trainerId: string;
    proposalId: string;
  }> => {
    const [proposal] = sandbox.opentrain.apply(owner.jobId);
    const { body } = await owner.as('POST', `/proposals/${proposal!.id}/conversation`);
    const { conversationId } = body;
    return { conversationId, trainerId: proposal!.candidate.id, proposalId: proposal!.id };
  };
  const opened = await open();
  const send = (content: unknown, conversationId: unknown = opened.conversationId) =>
    owner.as('POST', '/messages', { body: { conversationId, content } });
  const read = async (query = '') =>
    (await owner.as('GET', `/messages?conversationId=${opened.conversationId}${query}`)).body;
  const list = async (query = '') => (await owner.as('GET', `/messages?${query}`)).body;
  return { ...sandbox, ...owner, ...opened, open, send, read, list };
}

const contents = (page: { messages: { content: string }[] }) =>
  page.messages.map(({ content }) => content);
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('sending', () => {
  it('answers the message', async () => {
    const { send, conversationId, userId } = await thread();
    const { status, body } = await send(' When could you start? ');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ok: true,
      message: {
        conversationId,
        senderUserId: userId,
        isFromViewer: true,
        content: 'When could you start?',
        jobId: null,
        messageType: null,
        hasUnreadFlag: false,
      },
    });
  });

  it.each([
    ['no text', undefined],
    ['an empty text', ''],
    ['blanks', '  '],
    ['a text of 10,001 characters', 'x'.repeat(10_001)],
    ['a number', 7],
  ])('refuses %s with issues', async (_, content) => {
    const { status, body } = await (await thread()).send(content);
    expect([status, body.code]).toEqual([400, 'BAD_REQUEST']);
    expect(body.details.issues[0].path).toEqual(['content']);
  });

  it('takes 10,000 characters', async () => {
    expect((await (await thread()).send('x'.repeat(10_000))).status).toBe(201);
  });

  it('refuses bad JSON and unknown threads', async () => {
    const { as, send } = await thread();
    expect((await as('POST', '/messages', { raw: 'hello' })).body.code).toBe('BAD_REQUEST');
    expect((await send('hello', 'cnv_none')).body.code).toBe('NOT_FOUND');
  });

  it('is for those who take part', async () => {
    const { call, opentrain, conversationId } = await thread();
    const { token } = opentrain.createAccount();
    const body = { conversationId, content: 'Hello' };
    const sent = await call('POST', '/messages', { token, body });
    expect([sent.status, sent.body.code]).toEqual([403, 'FORBIDDEN']);
    const read = await call('GET', `/messages?conversationId=${conversationId}`, { token });
    expect([read.status, read.body.code]).toEqual([403, 'FORBIDDEN']);
    const none = await call('GET', '/messages?conversationId=cnv_none', { token });
    expect([none.status, none.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('waits for the employer to write first', async () => {
    const { call, opentrain, conversationId, trainerId, send } = await thread();
    const { token } = opentrain.mintTrainerToken(trainerId);
    const body = { conversationId, content: 'Hello' };
    const early = await call('POST', '/messages', { token, body });
    expect([early.status, early.body.details.reason]).toEqual([
      409,
      'employer_first_message_required',
    ]);
    expect(() => opentrain.reply(conversationId, 'Hello')).toThrow('employer writes first');
    await send('Hello');
    const late = await call('POST', '/messages', { token, body });
    expect(late.status).toBe(201);
    expect(late.body.message.senderUserId).toBe(trainerId);
  });

  it('stops at a closed and at a blocked thread', async () => {
    const { opentrain, conversationId, send } = await thread();
    opentrain.closeConversation(conversationId);
    const closed = await send('Hello');
    expect([closed.status, closed.body.details.reason]).toEqual([409, 'read_only_conversation']);
    opentrain.blockConversation(conversationId);
    const blocked = await send('Hello');
    expect([blocked.status, blocked.body.details.reason]).toEqual([409, 'message_blocked']);
    opentrain.openConversation(conversationId);
    expect((await send('Hello')).status).toBe(201);
  });

  it.each([
    'Write to ada@meadow.example',
    'Call +34 600 123 456',
    'Call (212) 555-0147 tonight',
    'I am on Telegram: @adafield',
    'see t.me/adafield',
  ])('passes no contact details on: %s', async (content) => {
    const { status, body } = await (await thread()).send(content);
    expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
    expect(body.details).toEqual({ reason: 'message_policy_blocked', policy: 'contact_details' });
  });

  it.each([
    '20,000 images between 2026-06-01 and 2026-08-31, 0.05 USD each.',
    'Version 1.2.3 of 10 000 files at 14:30.',
    'Meet @ noon? The telegram archive has 120 boxes.',
  ])('takes numbers for numbers: %s', async (content) => {
    expect((await (await thread()).send(content)).status).toBe(201);
  });

  it('is limited, and says for how long', async () => {
    const { send, kernel } = await thread({ limits: { 'opentrain.messagesPerMinute': 2 } });
    await send('one');
    await kernel.clock.advance('20s');
    await send('two');
    const { status, body } = await send('three');
    expect([status, body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(body.details).toEqual({ retryAfterSeconds: 40 });
    await kernel.clock.advance('40s');
    expect((await send('three')).status).toBe(201);
  });
});

describe('reading a thread', () => {
  it('pages older by default, newer on demand', async () => {
    const { send, read } = await thread();
    for (const text of ['1', '2', '3', '4', '5']) await send(text);
    const older = await read('&limit=2');
    expect(contents(older)).toEqual(['5', '4']);
    expect(contents(await read(`&limit=2&cursor=${older.nextCursor}`))).toEqual(['3', '2']);
    const newer = await read('&direction=newer&limit=3');
    expect(contents(newer)).toEqual(['1', '2', '3']);
    const rest = await read(`&direction=newer&limit=3&cursor=${newer.nextCursor}`);
    expect(contents(rest)).toEqual(['4', '5']);
    expect(rest.nextCursor).toBeNull();
  });

  it('flags what is unread, and marks nothing as read', async () => {
    const { send, read, opentrain, conversationId, list } = await thread();
    await send('Hello');
    opentrain.reply(conversationId, 'Hi');
    for (let i = 0; i < 2; i += 1) {
      const { messages } = await read();
      expect(messages.map((row: { hasUnreadFlag: boolean }) => row.hasUnreadFlag)).toEqual([
        true,
        false,
      ]);
    }
    opentrain.markRead(conversationId);
    expect((await read()).messages[0].hasUnreadFlag).toBe(false);
    expect((await list()).conversations[0]).toMatchObject({ unreadCount: 0, needsReplyCount: 1 });
  });
});

describe('listing threads', () => {
  it('puts the latest activity first, even within one moment', async () => {
    const { open, send, list, conversationId } = await thread();
    const other = await open();
    expect(ids((await list()).conversations)).toEqual([other.conversationId, conversationId]);
    await send('Hello');
    expect(ids((await list()).conversations)).toEqual([conversationId, other.conversationId]);
    const one = await list('limit=1');
    expect(ids((await list(`limit=1&cursor=${one.nextCursor}`)).conversations)).toEqual([
      other.conversationId,
    ]);
  });

  it('counts what waits for the reader', async () => {
    const { send, list, opentrain, conversationId, proposalId, told, token } = await thread();
    expect((await list()).conversations[0]).toMatchObject({ lastMessage: null, unreadCount: 0 });
    await send('Hello');
    opentrain.reply(conversationId, 'Hi');
    const { messageId } = opentrain.reply(conversationId, 'Monday?');
    expect((await list('unreadOnly=1')).conversations).toMatchObject([
      {
        id: conversationId,
        type: 'DIRECT_MESSAGE',
        bucket: 'proposal',
        proposalId,
        jobId: null,
        lastMessage: { id: messageId, content: 'Monday?', isFromViewer: false },
        unreadCount: 2,
        needsReplyCount: 2,
      },
    ]);
    const heard = (await told(token)).filter(({ type }) => type === 'message.received');
    expect(heard).toHaveLength(2);
    expect(heard[1]?.data).toEqual({ conversationId, messageId });
    await send('Yes');
    expect((await list('unreadOnly=true')).conversations).toEqual([]);
  });

  it('tells threads before a hire from those after it', async () => {
    const { list, opentrain, as, accountId, proposalId, jobId } = await thread();
    opentrain.setCard(accountId, true);
    const body = { milestone: { name: 'First', amount: 100 } };
    const { approval } = (await as('POST', `/proposals/${proposalId}/hire`, { body })).body;
    opentrain.approvals.confirm(approval.id);
    const after = (await list('filter=job')).conversations;
    expect(after).toMatchObject([{ bucket: 'job', jobId, proposalId }]);
    expect((await list('filter=proposal')).conversations).toMatchObject([{ bucket: 'proposal' }]);
    expect((await list('filter=all')).conversations).toHaveLength(2);
  });

  it("shows a trainer the trainer's side", async () => {
    const { call, send, opentrain, trainerId } = await thread();
    await send('Hello');
    const { token } = opentrain.mintTrainerToken(trainerId);
    const { body } = await call('GET', '/messages?unreadOnly=true', { token });
    expect(body.conversations).toMatchObject([
      { unreadCount: 1, lastMessage: { content: 'Hello', isFromViewer: false } },
    ]);
  });

  it.each(['limit=0', 'limit=101', 'direction=up', 'filter=hired', 'unreadOnly=yes', 'cursor=x'])(
    'refuses %s with issues',
    async (query) => {
      const { body } = await (await thread()).as('GET', `/messages?${query}`);
      expect(body.code).toBe('BAD_REQUEST');
      expect(body.details.issues[0].path).toEqual([query.split('=')[0]]);
    },
  );
});
