import { limits } from '../../../../generated/opentrain/limits.ts';
import type {
  ConversationPage,
  MessageCreate,
  MessagePage,
  MessageSendResult,
} from '../../../../generated/opentrain/types.ts';
import { type Call, type Handler, reply } from '../../kernel/handler.ts';
import { invalid, Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { openTrainLimit } from '../limits.ts';
import type { Market } from '../market.ts';
import { contactDetailsIn } from './contact-details.ts';
import { type ConversationRow, type Side, sideOf } from './conversations.ts';
import { conversationView, messageView } from './message-view.ts';

const windowMs = limits.messagesPerMinute.windowSeconds * 1000;

/** Reading threads and writing into them. */
export function messageHandlers(market: Market) {
  const { kernel, accounts, conversations, messages, quotas } = market;

  const ownThread = (
    actor: OpenTrainActor,
    id: string,
  ): { thread: ConversationRow; side: Side } => {
    const thread = conversations.get(id);
    if (!thread) throw new Refusal(404, 'NOT_FOUND', 'No such conversation.');
    const side = sideOf(thread, actor);
    if (side) return { thread, side };
    throw new Refusal(403, 'FORBIDDEN', 'You take no part in this conversation.');
  };

  const list: Handler<OpenTrainActor> = (call) => {
    const { actor, query } = call;
    const limit = query.integer('limit');
    const after = query.string('cursor');
    const direction = query.oneOf<'older' | 'newer'>('direction') ?? 'older';
    const bucket = query.oneOf<'all' | 'job' | 'proposal'>('filter') ?? 'all';
    const unreadOnly = query.boolean('unreadOnly') ?? false;
    const conversationId = query.string('conversationId');
    if (conversationId !== undefined) {
      const { thread, side } = ownThread(actor, conversationId);
      const page = messages.pageOf(thread.id, { direction, limit, after });
      return reply(200, {
        messages: page.rows.map((row) => messageView(row, thread, side)),
        nextCursor: page.nextCursor,
      } satisfies MessagePage);
    }
    const isTrainer = accounts.get(actor.accountId)?.kind === 'trainer';
    const party = isTrainer ? actor.userId : actor.accountId;
    const page = conversations.pageOf(party, { bucket, unreadOnly }, { limit, after });
    return reply(200, {
      conversations: page.rows.map((thread) =>
        conversationView(
          thread,
          isTrainer ? 'trainer' : 'employer',
          messages.get(thread.lastMessageId ?? ''),
        ),
      ),
      nextCursor: page.nextCursor,
    } satisfies ConversationPage);
  };

  const send: Handler<OpenTrainActor, MessageCreate> = ({
    actor,
    body,
  }: Call<OpenTrainActor, MessageCreate>) => {
    const content = body.content.trim();
    if (content === '') throw invalid('body', ['content'], 'Must not be empty', 'too_small');
    const { thread, side } = ownThread(actor, body.conversationId);
    messages.checkOpen(thread, side);
    const kinds = contactDetailsIn(content);
    if (kinds.length > 0) {
      const details = { reason: 'message_policy_blocked', policy: 'contact_details' };
      const text = `Contact details are not passed on: ${kinds.join(', ')}.`;
      throw new Refusal(403, 'FORBIDDEN', text, { details });
    }
    limited(actor.accountId);
    const row = messages.add(thread, side, actor.userId, content);
    return reply(201, {
      ok: true,
      message: messageView(row, conversations.require(thread.id), side),
    } satisfies MessageSendResult);
  };

  const limited = (accountId: string): void => {
    const quota = { limit: openTrainLimit(kernel.limit, 'messagesPerMinute'), windowMs };
    const bucket = `messages|${accountId}`;
    const wait = quotas.wait(bucket, quota);
    if (wait > 0) {
      const details = { retryAfterSeconds: Math.ceil(wait / 1000) };
      throw new Refusal(429, 'RATE_LIMITED', 'Too many messages: wait a little.', { details });
    }
    quotas.use(bucket, quota);
  };

  return { 'messages.list': list, 'messages.send': send };
}
