/**
 * Reads every applicant of a job, interviews included, and ranks them by a rubric:
 * `npx tsx examples/candidate-ranking.ts`.
 *
 * With OT_API_TOKEN (and OT_API_BASE_URL) name the job: `… candidate-ranking.ts <jobId> [USD a unit]`.
 */
import { NotFoundError } from 'trainyard';
import type { Interview, OpenTrain } from 'trainyard/opentrain';
import { type Applicant, rank } from './candidate-ranking/rubric.ts';
import { printTable } from './candidate-ranking/table.ts';
import { openJob } from './hire-and-pay/open-job.ts';
import { chapter, check, checked, tell } from './narrator.ts';
import { openStage } from './stage.ts';

const [, , givenJob, givenBudget = '14'] = process.argv;
const { ot, people, close } = await openStage('candidate ranking');
try {
  const jobId = givenJob ?? (await openJob(ot));
  if (!givenJob) await people.apply(jobId, 64);

  chapter('Everybody who applied, page by page, with what they said');
  const applicants: Applicant[] = [];
  let pages = 0;
  for await (const { items } of ot.jobs.listProposals(jobId, { limit: 25 }).pages()) {
    pages += 1;
    // A page at a time: the next one is on its way while these are read.
    const interviews = await Promise.all(items.map(({ id }) => interviewOf(ot, id)));
    for (const [i, proposal] of items.entries()) {
      applicants.push({ proposal, interview: interviews[i] });
    }
  }
  const heard = applicants.filter(({ interview }) => interview !== undefined).length;
  tell(`${applicants.length} applicants, ${heard} of them interviewed; pages read: ${pages}`);

  chapter('The ten to talk to first');
  const ranked = rank(applicants, Number(givenBudget));
  printTable(ranked, 10);
  const [best] = ranked;
  const answer = best?.interview?.messages.find(({ role }) => role === 'candidate');
  if (best && answer) tell(`${best.proposal.candidate.displayName} said: “${answer.content}”`);

  check(
    'everybody was ranked, once',
    new Set(ranked.map(({ proposal }) => proposal.id)).size,
    applicants.length,
  );
  check(
    'nobody has a full name',
    ranked.filter(({ proposal }) => /\s\p{L}{2,}$/u.test(proposal.candidate.displayName)).length,
    0,
  );
  if (!givenJob)
    check('three pages held sixty-four applicants', [pages, applicants.length], [3, 64]);
  tell(`${checked()} facts checked`);
} finally {
  await close();
}

/** Not everybody was interviewed: that is an answer, not a failure. */
async function interviewOf(ot: OpenTrain, proposalId: string): Promise<Interview | undefined> {
  try {
    return await ot.proposals.interview(proposalId);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
