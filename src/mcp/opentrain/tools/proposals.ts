import { requestApproval, tellApproval, waitSeconds } from '../approvals.ts';
import type { OpenTrainTool } from '../tool.ts';

export const proposalTools: readonly OpenTrainTool[] = [
  {
    name: 'opentrain_list_proposals',
    title: 'List proposals for a job',
    description: 'List candidates for an own job, newest first. Names are masked.',
    toolset: 'proposals',
    operation: 'jobs.listProposals',
    rename: { id: 'jobId' },
  },
  {
    name: 'opentrain_get_proposal',
    title: 'Read a proposal',
    description: 'Read a proposal in full; with includeInterview, the interview transcript too.',
    toolset: 'proposals',
    operation: 'proposals.get',
    extra: {
      includeInterview: { type: 'boolean' },
      cursor: { type: 'string', description: 'Where to go on in the transcript' },
    },
    output: {
      type: 'object',
      properties: {
        proposal: { type: 'object' },
        interview: { type: ['object', 'null'] },
        nextCursor: { type: ['string', 'null'] },
      },
      required: ['proposal'],
    },
    async run({ args, request }) {
      const { includeInterview, cursor: _, ...rest } = args;
      const answer = await request('proposals.get', rest);
      if (!includeInterview) return answer;
      const { aiInterview } = answer.proposal as {
        aiInterview?: { transcriptAvailable?: boolean };
      };
      // Asking for one that is not there would be an error, and the proposal is an answer all the same.
      if (!aiInterview?.transcriptAvailable) return { ...answer, interview: null };
      return { ...answer, ...(await request('proposals.interview', rest)) };
    },
  },
  {
    name: 'opentrain_get_freelancer_profile',
    title: 'Read a profile',
    description: 'Read the masked public profile of an AI trainer, by user id or slug.',
    toolset: 'proposals',
    operation: 'freelancers.get',
  },
  {
    name: 'opentrain_invite_freelancer',
    title: 'Invite an AI trainer',
    description: 'Invite an AI trainer to a published job.',
    toolset: 'proposals',
    operation: 'jobs.invite',
    rename: { id: 'jobId' },
    openWorld: true,
  },
  {
    name: 'opentrain_hire_proposal',
    title: 'Ask to hire',
    description:
      'Ask a human to confirm a hire with its first milestone. Hires nobody by itself: show them approvalUrl.',
    toolset: 'proposals',
    operation: 'proposals.hire',
    extra: { waitSeconds },
    openWorld: true,
    run: requestApproval,
    tell: tellApproval,
  },
];
