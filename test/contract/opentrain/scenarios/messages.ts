import { expect } from 'vitest';
import { answers, refuses } from '../scenario.ts';
import { conversation, hired, nothing } from '../setting.ts';

const content = 'When could you start?';
const conversations = { via: 'messages.listConversations' };
const list = { via: 'messages.list' };

export const messages = [
  answers(
    'messages.list',
    'has conversations, latest activity first',
    async (world) => {
      const { conversationId, proposalId } = await conversation(world);
      await world.owner.messages.send({ conversationId, content });
      const { items } = await world.client.messages.listConversations();
      expect(items).toMatchObject([
        { id: conversationId, proposalId, bucket: 'proposal', lastMessage: { content } },
      ]);
    },
    conversations,
  ),
  answers(
    'messages.list',
    'keeps to unread ones of a kind, page by page',
    async (world) => {
      const { conversationId } = await conversation(world);
      await world.owner.messages.send({ conversationId, content });
      world.sandbox.opentrain.reply(conversationId, 'Tomorrow.');
      await conversation(world);
      const query = { unreadOnly: true, filter: 'proposal', limit: 1 } as const;
      const { items } = await world.client.messages.listConversations(query);
      expect(items).toMatchObject([{ id: conversationId, unreadCount: 1, needsReplyCount: 1 }]);
    },
    conversations,
  ),
  answers(
    'messages.list',
    'has the thread of a contract',
    async (world) => {
      const { jobId } = await hired(world);
      const { items } = await world.client.messages.listConversations({ filter: 'job' });
      expect(items).toMatchObject([{ bucket: 'job', jobId }]);
    },
    conversations,
  ),
  answers(
    'messages.list',
    'has messages, both ways and page by page',
    async (world) => {
      const { conversationId } = await conversation(world);
      await world.owner.messages.send({ conversationId, content });
      world.sandbox.opentrain.reply(conversationId, 'Tomorrow.');
      const direction = 'newer';
      const { nextCursor } = await world.owner.messages.list(conversationId, {
        direction,
        limit: 1,
      });
      const query = { direction, limit: 1, cursor: nextCursor ?? '' } as const;
      const { items } = await world.client.messages.list(conversationId, query);
      expect(items).toMatchObject([{ content: 'Tomorrow.', isFromViewer: false }]);
    },
    list,
  ),
  answers('messages.send', 'writes into a thread', async (world) => {
    const { conversationId } = await conversation(world);
    const { message } = await world.client.messages.send({ conversationId, content });
    expect(message).toMatchObject({ conversationId, content, isFromViewer: true });
  }),

  refuses('messages.list', 400, 'a parameter is invalid', ({ client }) =>
    client.messages.listConversations({ limit: 0 }),
  ),
  refuses('messages.list', 400, 'a parameter is invalid', ({ client }) =>
    client.messages.listConversations({ filter: 'lost' as never }),
  ),
  refuses('messages.list', 403, 'not part of', async (world) => {
    const { conversationId } = await conversation({ ...world, owner: world.stranger });
    return world.client.messages.list(conversationId);
  }),
  refuses('messages.list', 404, 'no such conversation', ({ client }) =>
    client.messages.list(nothing),
  ),
  refuses('messages.send', 400, 'bad fields', ({ client }) =>
    client.messages.send({ conversationId: nothing, content: '' }),
  ),
  refuses('messages.send', 400, 'empty body', ({ client }) => client.messages.send({} as never)),
  refuses('messages.send', 403, 'not part of', async (world) => {
    const { conversationId } = await conversation({ ...world, owner: world.stranger });
    return world.client.messages.send({ conversationId, content });
  }),
  refuses('messages.send', 403, 'message_policy_blocked', async (world) => {
    const { conversationId } = await conversation(world);
    return world.client.messages.send({ conversationId, content: 'Mail me: ada@example.com' });
  }),
  refuses('messages.send', 404, 'no such conversation', ({ client }) =>
    client.messages.send({ conversationId: nothing, content }),
  ),
  refuses('messages.send', 409, 'employer_first_message_required', async (world) => {
    const { conversationId, trainerId } = await conversation(world);
    const { token } = world.sandbox.opentrain.mintTrainerToken(trainerId);
    return world.as(token).messages.send({ conversationId, content: 'May I start?' });
  }),
  refuses('messages.send', 409, 'read_only_conversation', async (world) => {
    const { conversationId } = await conversation(world);
    world.sandbox.opentrain.closeConversation(conversationId);
    return world.client.messages.send({ conversationId, content });
  }),
  refuses('messages.send', 409, 'message_blocked', async (world) => {
    const { conversationId } = await conversation(world);
    world.sandbox.opentrain.blockConversation(conversationId);
    return world.client.messages.send({ conversationId, content });
  }),
  refuses('messages.send', 429, 'too many messages', async (world) => {
    const { conversationId } = await conversation(world);
    for (let sent = 0; sent < 60; sent++) {
      await world.owner.messages.send({ conversationId, content });
    }
    return world.client.messages.send({ conversationId, content });
  }),
];
