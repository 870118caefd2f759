import type { Command } from 'commander';
import { addCallFlags } from '../../common-flags.ts';
import { leafAt } from '../../derive/tree.ts';
import { addExamples } from '../../examples.ts';

/** `jobs draft create` and `jobs draft complete`. */
export function addJobDrafts(root: Command): void {
  const create = leafAt(root, 'jobs draft create', 'make a draft out of a job in plain words')
    .option('--description <text>', 'the job in your words')
    .option('--description-file <path>', 'the same from a file, or - for stdin')
    .option('--text <text>', 'the same as --description')
    .option('--external-id <id>', 'your own reference')
    .option('--idempotency-key <key>', 'the same key answers the same draft')
    .option('--input <file>', 'JSON in any form that the API takes, from a file or - for stdin');
  addCallFlags(create);
  addExamples(create, [
    "trainyard opentrain jobs draft create --description 'Label 20,000 street photos, 5 cents each.'",
    'trainyard opentrain jobs draft create --description-file job.md --idempotency-key street-1',
  ]);
  create.action(async (flags) => (await import('./draft-create.ts')).createDraft(flags));

  const complete = leafAt(
    root,
    'jobs draft complete',
    'fill the gaps of a draft, one question each',
  )
    .argument('[job-id]', 'in place of --job-id')
    .option('--job-id <id>', 'id of the draft (needed, here or as an argument)')
    .option(
      '--answers <file>',
      'JSON of values by field, from a file or - for stdin; asks for nothing',
    );
  addCallFlags(complete);
  addExamples(complete, [
    'trainyard opentrain jobs draft complete job_71',
    'trainyard opentrain jobs draft complete job_71 --answers answers.json',
  ]);
  complete.action(async (jobId, flags) =>
    (await import('./draft-complete.ts')).completeDraft({ jobId, ...flags }),
  );
}
