import type { Command } from 'commander';
import { addClientCommand } from '../../client-command.ts';
import type { CompleteFlags } from './draft-complete.ts';
import type { CreateFlags } from './draft-create.ts';

/** `jobs draft create` and `jobs draft complete`. */
export function addJobDrafts(root: Command): void {
  addClientCommand<CreateFlags>(root, {
    words: 'jobs draft create',
    summary: 'make a draft out of a job in plain words',
    flags: [
      ['--description <text>', 'the job in your words'],
      ['--description-file <path>', 'the same from a file, or - for stdin'],
      ['--text <text>', 'the same as --description'],
      ['--external-id <id>', 'your own reference'],
      ['--idempotency-key <key>', 'the same key answers the same draft'],
      ['--input <file>', 'JSON in any form that the API takes, from a file or - for stdin'],
    ],
    examples: [
      "--description 'Label 20,000 street photos, 5 cents each.'",
      '--description-file job.md --idempotency-key street-1',
    ],
    perform: async (flags) => (await import('./draft-create.ts')).createDraft(flags),
  });
  addClientCommand<CompleteFlags>(root, {
    words: 'jobs draft complete',
    summary: 'fill the gaps of a draft, one question each',
    subjects: ['job-id'],
    flags: [
      ['--answers <file>', 'JSON of values by field, from a file or - for stdin; asks for nothing'],
    ],
    examples: ['job_71', 'job_71 --answers answers.json'],
    perform: async (flags) => (await import('./draft-complete.ts')).completeDraft(flags),
  });
}
