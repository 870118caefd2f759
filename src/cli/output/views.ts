import { draftText } from './draft.ts';

/** How an answer is shown where the general rule would not do. */
export interface View {
  /** Columns of a list, by their place in a record. */
  readonly columns?: readonly string[];
  text?(answer: unknown): string;
}

/** By product and operation. */
export const views: Readonly<Record<string, View>> = {
  'opentrain jobs.search': {
    columns: ['id', 'title', 'pay.paymentType', 'languages', 'datePosted'],
  },
  'opentrain jobs.listMine': {
    columns: ['id', 'title', 'status', 'proposalCounts.total', 'proposalCounts.unreviewed'],
  },
  'opentrain jobs.listProposals': {
    columns: [
      ...['id', 'candidate.displayName', 'status.label', 'bid.amountUsd', 'bid.unit'],
      ...['metrics.matchScore', 'metrics.interviewScore'],
    ],
  },
  'opentrain jobDrafts.update': { text: draftText },
  'opentrain contracts.list': {
    columns: ['id', 'freelancer.displayName', 'status', 'jobId', 'createdAt'],
  },
  'opentrain updates.poll': { columns: ['id', 'type', 'resourceId', 'jobId', 'createdAt'] },
};
