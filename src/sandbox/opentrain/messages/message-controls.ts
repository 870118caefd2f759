import type { Market } from '../market.ts';

/** The trainer's side of threads, and what the app does to them. */
export function messageControls({ conversations, messages }: Market) {
  return {
    /**
     * The trainer writes. As in the app, the employer has to have written first.
     *
     * @example
     * ```ts
     * sandbox.opentrain.reply(conversationId, 'I could start on Monday.');
     * ```
     */
    reply(conversationId: string, text: string): { messageId: string } {
      const thread = conversations.require(conversationId);
      messages.checkOpen(thread, 'trainer');
      return { messageId: messages.add(thread, 'trainer', thread.trainerId, text).id };
    },

    /** The employer reads a thread in the app: nothing in it is unread any more. */
    markRead(conversationId: string): void {
      const { unread, readUpTo, lastMessageId } = conversations.require(conversationId);
      const number = messages.get(lastMessageId ?? '')?.number ?? 0;
      conversations.update(conversationId, {
        unread: { ...unread, employer: 0 },
        readUpTo: { ...readUpTo, employer: number },
      });
    },

    /** Closes a thread to writing. */
    closeConversation(conversationId: string): void {
      conversations.update(conversationId, { state: 'read_only' });
    },

    /** Blocks every further message of a thread. */
    blockConversation(conversationId: string): void {
      conversations.update(conversationId, { state: 'blocked' });
    },

    /** Lets messages through again. */
    openConversation(conversationId: string): void {
      conversations.update(conversationId, { state: 'open' });
    },
  };
}
