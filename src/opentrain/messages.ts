import { calls } from '../../generated/opentrain/calls.ts';
import type {
  Conversation,
  ConversationPage,
  Message,
  MessageCreate,
  MessagePage,
  MessageSendResult,
} from '../../generated/opentrain/types.ts';
import type { ApiPromise } from '../core/api-promise.ts';
import { list } from '../core/list.ts';
import type { ListPromise } from '../core/pagination.ts';
import type { RequestOptions } from '../core/request-options.ts';
import type { Transport } from '../core/transport.ts';
import type { Query } from './query.ts';

/** Filters of `messages.listConversations`. */
export interface ConversationQuery
  extends Omit<Query<'messages.list'>, 'conversationId' | 'direction'> {}
/** Which way and how far `messages.list` reads. */
export interface MessageQuery
  extends Pick<Query<'messages.list'>, 'limit' | 'cursor' | 'direction'> {}

/** Conversations with AI trainers, before a hire and after. */
export class Messages {
  readonly #api: Transport;

  /** @internal */
  constructor(api: Transport) {
    this.#api = api;
  }

  /**
   * Lists the conversations you are part of, latest activity first. Marks nothing as read. Needs
   * `messages:read`. Source: documented.
   *
   * @param query.filter `proposal`: before a hire; `job`: after it, and channels
   * @param query.limit conversations a page, 20 unless told, 1 to 100
   * @throws BadRequestError when a filter is malformed
   *
   * @example
   * ```ts
   * for await (const thread of ot.messages.listConversations({ unreadOnly: true })) {
   *   console.log(thread.id, thread.lastMessage?.content);
   * }
   * ```
   */
  listConversations(
    query?: ConversationQuery,
    options?: RequestOptions,
  ): ListPromise<Conversation, ConversationPage> {
    return list(this.#api, calls['messages.list'], { query }, options);
  }

  /**
   * Lists the messages of a conversation. Marks nothing as read. Needs `messages:read`. Source:
   * documented; the name of the list in the answer is inferred, so whichever list is in it is taken.
   *
   * @param query.direction `older` (default) or `newer`; keep it with its cursor
   * @param query.limit messages a page, 20 unless told, 1 to 100
   * @throws PermissionDeniedError when you are not part of the conversation
   * @throws NotFoundError when there is none
   */
  list(
    conversationId: string,
    query?: MessageQuery,
    options?: RequestOptions,
  ): ListPromise<Message, MessagePage> {
    return list<Message, MessagePage>(
      this.#api,
      // Without an id the platform would list conversations.
      { ...calls['messages.list'], requiredQuery: ['conversationId'] },
      { query: { ...query, conversationId } },
      options,
      (body) => body.messages ?? Object.values(body).find(Array.isArray),
    );
  }

  /**
   * Sends plain text into a conversation you are part of; open one with `proposals.openConversation`.
   * Needs `messages:write` and a claimed account. Never repeated by itself: a repeat sends again.
   * Source: documented.
   *
   * @param body.content 1 to 10,000 characters
   * @throws PermissionDeniedError with reason `message_policy_blocked` when the content is refused
   * @throws ConflictError with reason `read_only_conversation`, `message_blocked` or
   *   `employer_first_message_required`
   * @throws RateLimitError with `retryAfterSeconds`
   * @throws ClaimRequiredError when no human has claimed the account
   */
  send(body: MessageCreate, options?: RequestOptions): ApiPromise<MessageSendResult> {
    return this.#api.call(calls['messages.send'], { body }, options);
  }
}
