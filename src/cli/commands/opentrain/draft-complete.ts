import type { OpenTrain } from '../../../opentrain/client.ts';
import { DraftIncompleteError } from '../../../opentrain/draft-incomplete-error.ts';
import type { AnswerField } from '../../../opentrain/job-drafts.ts';
import { isInteractive } from '../../ask.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { draftText } from '../../output/draft.ts';
import { Output } from '../../output/output.ts';
import { readInput } from '../../read-input.ts';
import { UsageError } from '../../usage-error.ts';
import { openTrainClient } from './client.ts';

export interface CompleteFlags extends CommonFlags {
  jobId: string;
  answers?: string;
}

/** Fills the gaps of a draft with answers from a file, or from whoever sits at the terminal. */
export async function completeDraft(flags: CompleteFlags): Promise<void> {
  const output = await Output.of(flags);
  const { jobId } = flags;
  const answers = flags.answers === undefined ? undefined : await readInput(flags.answers);
  if (!answers && !isInteractive() && !flags.dryRun) {
    throw new UsageError('--answers is needed where nobody can be asked.');
  }
  const client = await openTrainClient(flags);
  const { jobDrafts } = client;
  const draft = await jobDrafts.update(jobId, { jobTitle: await titleOf(client, jobId) });
  const answer = answers ? fromFile(answers) : (await import('../../ask-field.ts')).askField;
  try {
    const ready = await jobDrafts.complete(draft, answer);
    await output.answer(ready, () => draftText(ready));
  } catch (error) {
    if (error instanceof DraftIncompleteError && answers) throw new UsageError(error.message);
    throw error;
  }
}

/** No call reads a draft's gaps; setting the title that it has tells them and changes nothing. */
async function titleOf({ jobs }: OpenTrain, jobId: string): Promise<string> {
  for await (const { id, title } of jobs.listMine({ status: 'DRAFT' })) {
    if (id !== jobId) continue;
    if (title) return title;
    throw new UsageError(
      `${jobId} has no title yet: trainyard opentrain jobs draft update ${jobId} --job-title <text>`,
    );
  }
  throw new UsageError(
    `${jobId} is no draft of this account: trainyard opentrain jobs list --status DRAFT`,
  );
}

/** Answers by the field's name, or by a key that fills it. */
function fromFile(answers: Record<string, unknown>): AnswerField {
  return ({ field, updateKeys }) => {
    const key = [field, ...updateKeys].find((name) => answers[name] !== undefined);
    return key === undefined ? undefined : (answers[key] as ReturnType<AnswerField>);
  };
}
