import { draftBody } from '../draft-body.ts';
import type { Answer, OpenTrainTool } from '../tool.ts';

/** What a draft lacks, as a sentence. */
function tellDraft({ jobId, validation, missingFields }: Answer): string {
  if ((validation as { publishReady?: boolean } | undefined)?.publishReady) {
    return `Draft ${jobId} can be published: call opentrain_publish_job.`;
  }
  const missing = (missingFields ?? []) as { field: string; prompt: string }[];
  const asked = missing.map(({ field, prompt }) => `${field}: ${prompt}`).join('; ');
  return `Draft ${jobId} is not complete. Ask the human, then call opentrain_update_job_draft_fields. ${asked}`;
}

export const jobTools: readonly OpenTrainTool[] = [
  {
    name: 'opentrain_create_job_draft',
    title: 'Create a job draft',
    description:
      'Turn a plain-text job description into an unpublished draft; answers which fields are missing.',
    toolset: 'jobs',
    operation: 'jobDrafts.create',
    input: {
      type: 'object',
      properties: {
        jobDescription: { type: 'string', minLength: 1, maxLength: 60_000 },
        externalId: { type: 'string', description: 'Id of the job in your own system' },
        idempotencyKey: { type: 'string', description: 'The same key answers the same draft' },
      },
      required: ['jobDescription'],
    },
    idempotent: false,
    run: ({ args, request }) => request('jobDrafts.create', draftBody(args)),
    tell: tellDraft,
  },
  {
    name: 'opentrain_update_job_draft_fields',
    title: 'Fill in a draft',
    description: 'Set fields of a draft; answers what is still missing.',
    toolset: 'jobs',
    operation: 'jobDrafts.update',
    nest: 'fields',
    tell: tellDraft,
  },
  {
    name: 'opentrain_publish_job',
    title: 'Publish a draft',
    description: 'Put a complete draft on the marketplace. Repeating does no harm.',
    toolset: 'jobs',
    operation: 'jobs.publish',
    rename: { id: 'jobId' },
    openWorld: true,
    tell: ({ jobId, jobUrl }) => `Job ${jobId} is live: ${jobUrl}`,
  },
  {
    name: 'opentrain_update_published_job',
    title: 'Change a live job',
    description:
      'Change an OPEN job. Each edit is moderated; one that is rejected makes the job a draft again.',
    toolset: 'jobs',
    operation: 'jobs.update',
    rename: { id: 'jobId' },
    nest: 'fields',
    openWorld: true,
  },
  {
    name: 'opentrain_close_job',
    title: 'Close a job',
    description: 'Take a job off the marketplace for good. Its contracts go on.',
    toolset: 'jobs',
    operation: 'jobs.close',
    rename: { id: 'jobId' },
    destructive: true,
  },
  {
    name: 'opentrain_list_jobs',
    title: 'List own jobs',
    description: 'List the jobs of the account, drafts too, with proposal counts.',
    toolset: 'jobs',
    operation: 'jobs.listMine',
  },
  {
    name: 'opentrain_search_jobs',
    title: 'Search the marketplace',
    description: 'Search published jobs of all employers. Needs no token.',
    toolset: 'jobs',
    operation: 'jobs.search',
    openWorld: true,
  },
];
