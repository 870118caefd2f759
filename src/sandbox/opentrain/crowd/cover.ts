import { dataTypeOf, labelNames, labelTypesOf, listed } from './job-words.ts';
import { maskName } from './mask.ts';
import { pick, type Random } from './random.ts';
import type { CrowdJob, Trainer } from './types.ts';

/** Draws the letter that comes with a proposal; it is signed with the masked name. */
export function drawCover(random: Random, job: CrowdJob, trainer: Trainer): string {
  const labels = labelNames(labelTypesOf(job));
  const known = labels.filter((_, index) =>
    trainer.skills.labelTypes.includes(labelTypesOf(job)[index] ?? ''),
  );
  const data = labelNames([dataTypeOf(job)])[0];
  const hello = pick(random, ['Hello,', 'Hi there,', 'Good day,'] as const);
  const interest = job.jobTitle ? `your job "${job.jobTitle}"` : `your ${data} job`;
  const why =
    known.length > 0
      ? `I have worked with ${listed(known)} labels before`
      : `I want to move from ${labelNames(trainer.skills.labelTypes.slice(0, 1))[0] ?? 'other'} work to ${labels[0]}`;
  const languages = trainer.languages.map((entry) => entry.language);
  const when = trainer.availability === 'FULL_TIME' ? 'full time' : 'part time';
  const { displayName } = maskName(trainer);
  return `${hello}\n\n${interest[0]?.toUpperCase()}${interest.slice(1)} caught my eye: ${why}, and I speak ${listed(languages)}. I can start this week, ${when}.\n\n${displayName}`;
}
