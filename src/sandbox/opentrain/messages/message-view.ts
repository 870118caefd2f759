import type { Conversation, Message } from '../../../../generated/opentrain/types.ts';
import type { ConversationRow, Side } from './conversations.ts';
import type { MessageRow } from './messages.ts';

/** A thread as one side sees it. */
export function conversationView(
  thread: ConversationRow,
  side: Side,
  last: MessageRow | undefined,
): Conversation {
  return {
    id: thread.id,
    type: 'DIRECT_MESSAGE',
    bucket: thread.bucket,
    jobId: thread.jobId,
    proposalId: thread.proposalId,
    channelName: null,
    updatedAt: thread.updatedAt,
    lastMessage: last
      ? {
          id: last.id,
          content: last.content,
          senderUserId: last.senderUserId,
          isFromViewer: last.side === side,
          createdAt: last.createdAt,
        }
      : null,
    unreadCount: thread.unread[side],
    needsReplyCount: thread.unanswered[side],
  };
}

/** A message as one side sees it. */
export function messageView(row: MessageRow, thread: ConversationRow, side: Side): Message {
  const isFromViewer = row.side === side;
  return {
    id: row.id,
    conversationId: row.conversationId,
    createdAt: row.createdAt,
    updatedAt: row.createdAt,
    jobId: thread.jobId,
    senderUserId: row.senderUserId,
    isFromViewer,
    content: row.content,
    messageType: null,
    system: false,
    hasUnreadFlag: !isFromViewer && row.number > thread.readUpTo[side],
    attachmentCount: 0,
    hasAudio: false,
    editedAt: null,
    reactionCount: 0,
  };
}
