import type { OpenTrainTool } from '../tool.ts';

export const messageTools: readonly OpenTrainTool[] = [
  {
    name: 'opentrain_read_messages',
    title: 'Read messages',
    description: 'List conversations; with conversationId, its messages. Marks nothing as read.',
    toolset: 'messages',
    operation: 'messages.list',
  },
  {
    name: 'opentrain_send_message',
    title: 'Send a message',
    description: 'Send plain text into an open conversation. A repeat sends again.',
    toolset: 'messages',
    operation: 'messages.send',
    openWorld: true,
  },
  {
    name: 'opentrain_start_proposal_conversation',
    title: 'Open a conversation',
    description: 'Open the conversation with a candidate, or get the open one.',
    toolset: 'messages',
    operation: 'proposals.openConversation',
    tell: ({ conversationId }) =>
      `Conversation ${conversationId}; write with opentrain_send_message.`,
  },
];
