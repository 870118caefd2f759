import type { ColumnChoice } from './columns.ts';
import { draftText } from './draft.ts';

/** How an answer is shown where the general rule would not do. */
export interface View {
  /** Columns of a list, by their place in a record. */
  readonly columns?: readonly ColumnChoice[] | ((row: unknown) => readonly ColumnChoice[]);
  text?(answer: unknown): string;
}

/** By product and operation. */
export const views: Readonly<Record<string, View>> = {
  'opentrain jobs.search': {
    columns: ['id', 'title', 'pay.paymentType', 'languages', 'datePosted'],
  },
  'opentrain jobs.listMine': {
    columns: [
      ...['id', 'title', 'status'],
      ['proposalCounts.total', 'PROPOSALS'],
      ['proposalCounts.unreviewed', 'UNREVIEWED'],
    ],
  },
  'opentrain jobs.listProposals': {
    columns: [
      ['id', 'ID'],
      ['candidate.displayName', 'TRAINER'],
      ['status.label', 'STATUS'],
      ['bid.amountUsd', 'BID USD'],
      ...['bid.unit', 'metrics.matchScore'],
      ['metrics.interviewScore', 'AI SCORE'],
    ],
  },
  'opentrain jobDrafts.update': { text: draftText },
  'opentrain contracts.list': {
    columns: ['id', ['freelancer.displayName', 'TRAINER'], ...['status', 'jobId', 'createdAt']],
  },
  // One call lists conversations, or the messages of one.
  'opentrain messages.list': {
    columns: (row) =>
      'content' in Object(row)
        ? ['createdAt', ['isFromViewer', 'OWN'], 'content']
        : ['id', ['unreadCount', 'UNREAD'], 'updatedAt', ['lastMessage.content', 'LAST MESSAGE']],
  },
  'opentrain updates.poll': { columns: ['id', 'type', 'resourceId', 'jobId', 'createdAt'] },
};
