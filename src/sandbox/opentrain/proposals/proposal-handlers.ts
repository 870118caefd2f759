import type {
  InterviewResponse,
  ProposalConversation,
  ProposalPage,
  ProposalResponse,
} from '../../../../generated/opentrain/types.ts';
import { type Handler, reply } from '../../kernel/handler.ts';
import { invalid, Refusal } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import type { Market } from '../market.ts';
import { conflict } from '../refusals.ts';
import { proposalDetail, proposalView } from './proposal-view.ts';
import { type ProposalRow, type ProposalStatusName, proposalStatuses } from './proposals.ts';

/** Reading proposals and opening the thread of one. */
export function proposalHandlers(market: Market) {
  const { jobs, proposals, interviews, trainers, conversations } = market;

  const ownProposal = (actor: OpenTrainActor, id = ''): ProposalRow => {
    const proposal = existing(id);
    if (proposal.accountId !== actor.accountId) throw foreign();
    return proposal;
  };

  const existing = (id: string): ProposalRow => {
    if (id.trim() === '') throw invalid('path', ['proposalId'], 'Required');
    const proposal = proposals.get(id);
    if (!proposal) throw missing('No such proposal.', { proposalId: id });
    return proposal;
  };

  const list: Handler<OpenTrainActor> = ({ actor, params, query }) => {
    const job = jobs.get(params.id ?? '');
    if (!job) throw missing('No such job.');
    if (job.accountId !== actor.accountId) throw foreign();
    const after = query.string('cursor');
    if (after !== undefined && proposals.get(after)?.jobId !== job.id) {
      throw invalid('query', ['cursor'], 'Not a cursor of this list');
    }
    const page = proposals.pageOf(job.id, {
      status: readStatus(query.string('status')),
      // That too large a page is cut, not refused, is inferred.
      limit: query.integer('limit', { clamp: true }),
      after,
    });
    return reply(200, {
      proposals: page.rows.map((row) => proposalView(row, market)),
      nextCursor: page.nextCursor,
    } satisfies ProposalPage);
  };

  const get: Handler<OpenTrainActor> = ({ actor, params }) => {
    const proposal = proposalDetail(ownProposal(actor, params.proposalId), market);
    return reply(200, { proposal } satisfies ProposalResponse);
  };

  const interview: Handler<OpenTrainActor> = ({ actor, params }) => {
    const { id: proposalId } = ownProposal(actor, params.proposalId);
    const found = interviews.get(proposalId);
    if (!found) throw missing('No interview was recorded.', { proposalId });
    return reply(200, { interview: found } satisfies InterviewResponse);
  };

  const openConversation: Handler<OpenTrainActor> = ({ actor, params }) => {
    const proposal = existing(params.proposalId ?? '');
    if (proposal.trainerId === actor.userId) {
      const details = { reason: 'employer_first_message_required' };
      throw new Refusal(403, 'FORBIDDEN', 'The employer opens this thread.', { details });
    }
    if (proposal.accountId !== actor.accountId) throw foreign();
    if (!trainers.get(proposal.trainerId)?.registered) {
      const text = 'Nobody can be written to yet: the candidate has no account.';
      throw conflict('proposal_not_ready_for_messaging', text);
    }
    const { id, created } = conversations.openForProposal(proposal);
    return reply(200, {
      ok: true,
      conversationId: id,
      proposalId: proposal.id,
      jobId: proposal.jobId,
      created,
    } satisfies ProposalConversation);
  };

  return {
    'jobs.listProposals': list,
    'proposals.get': get,
    'proposals.interview': interview,
    'proposals.openConversation': openConversation,
  };
}

/** Takes any case, and spaces or hyphens for underscores. */
function readStatus(text: string | undefined): ProposalStatusName | undefined {
  if (text === undefined) return undefined;
  const name = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  const status = proposalStatuses.find((known) => known === name);
  if (status) return status;
  throw new Refusal(400, 'BAD_REQUEST', `${text} is not a proposal status.`, {
    details: { supportedStatuses: [...proposalStatuses] },
  });
}

function missing(message: string, details?: Record<string, unknown>): Refusal {
  return new Refusal(404, 'NOT_FOUND', message, details && { details });
}

function foreign(): Refusal {
  return new Refusal(403, 'FORBIDDEN', 'This job belongs to another account.');
}
