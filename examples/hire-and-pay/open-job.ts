import { readFile } from 'node:fs/promises';
import type { OpenTrain } from 'trainyard/opentrain';
import { answerFor } from '../first-light/answers.ts';

/** From a brief in plain English to a job on the marketplace. @returns its id. */
export async function openJob(ot: OpenTrain): Promise<string> {
  const text = await readFile(new URL('../data/job-brief.md', import.meta.url), 'utf8');
  const draft = await ot.jobDrafts.create({ text });
  await ot.jobDrafts.complete(draft, answerFor);
  await ot.jobs.publish(draft.jobId);
  return draft.jobId;
}
