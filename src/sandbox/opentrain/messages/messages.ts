import type { Kernel } from '../../kernel/kernel.ts';
import type { Page } from '../../kernel/table.ts';
import { conflict } from '../refusals.ts';
import type { World } from '../world.ts';
import type { ConversationRow, Conversations, Side } from './conversations.ts';

/** Something said in a thread. */
export interface MessageRow {
  readonly id: string;
  /** Rises over all threads. */
  readonly number: number;
  readonly conversationId: string;
  readonly senderUserId: string;
  readonly side: Side;
  readonly content: string;
  readonly createdAt: string;
}

/** Messages, by thread. */
export class Messages {
  readonly #table;
  readonly #kernel: Kernel;
  readonly #world: Pick<World, 'events'> & { conversations: Conversations };

  constructor(kernel: Kernel, world: Pick<World, 'events'> & { conversations: Conversations }) {
    this.#kernel = kernel;
    this.#world = world;
    this.#table = kernel.store.table('opentrain.messages', {
      key: (message: MessageRow) => message.id,
      indexes: { conversation: { on: (message) => message.conversationId } },
    });
  }

  get(id: string): MessageRow | undefined {
    return this.#table.get(id);
  }

  /** A page of a thread: `older` starts at its end, `newer` at its beginning. */
  pageOf(
    conversationId: string,
    query: { direction: 'older' | 'newer'; limit: number; after: string | undefined },
  ): Page<MessageRow> {
    const { direction, limit, after } = query;
    const order = direction === 'older' ? 'newest' : 'oldest';
    return this.#table.page({ index: 'conversation', key: conversationId, order, limit, after });
  }

  /**
   * What a side may not write into, whatever it says.
   *
   * @throws Refusal 409 `employer_first_message_required`, `read_only_conversation` or `message_blocked`.
   */
  checkOpen(thread: ConversationRow, side: Side): void {
    if (side === 'trainer' && !thread.employerWrote) {
      throw conflict('employer_first_message_required', 'The employer writes first.');
    }
    if (thread.state === 'read_only') {
      throw conflict('read_only_conversation', 'This conversation takes no more messages.');
    }
    if (thread.state === 'blocked') {
      throw conflict('message_blocked', 'This message was blocked.');
    }
  }

  /** Adds a message; the employer hears of a trainer's. */
  add(thread: ConversationRow, side: Side, senderUserId: string, content: string): MessageRow {
    const { clock, random, store } = this.#kernel;
    const row = this.#table.insert({
      id: random.stream('opentrain.messages').id('msg_'),
      number: store.next('opentrain.messages'),
      conversationId: thread.id,
      senderUserId,
      side,
      content,
      createdAt: clock.iso(),
    });
    this.#world.conversations.noteMessage(thread.id, side, row);
    if (side === 'trainer') {
      const { id: conversationId, accountId, jobId } = thread;
      this.#world.events.emit(accountId, 'message.received', {
        resourceId: row.id,
        jobId,
        data: { conversationId, messageId: row.id },
      });
    }
    return row;
  }
}
