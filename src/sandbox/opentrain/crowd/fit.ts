import { dataTypeOf, labelTypesOf, softwareOf } from './job-words.ts';
import type { CrowdJob, Trainer } from './types.ts';

const levels = ['ENTRY_LEVEL', 'INTERMEDIATE', 'EXPERT'];

/**
 * How well a trainer fits a job: languages and labels weigh most, then experience, data, country and
 * tools.
 *
 * @returns 0 to 1
 */
export function fitOf(trainer: Trainer, job: CrowdJob): number {
  const spoken = trainer.languages.map((entry) => entry.language);
  const parts: readonly (readonly [weight: number, share: number])[] = [
    [0.35, share(job.languages ?? [], spoken)],
    [0.3, share(labelTypesOf(job), trainer.skills.labelTypes)],
    [0.15, experienceShare(trainer, job)],
    [0.1, share([dataTypeOf(job)], trainer.skills.dataTypes)],
    [0.05, job.countries?.length ? share([trainer.countryCode ?? ''], job.countries) : 1],
    [0.05, share(softwareOf(job), trainer.skills.software)],
  ];
  return parts.reduce((sum, [weight, part]) => sum + weight * part, 0);
}

/** Which part of what is wanted is there; all of it when nothing is wanted. */
function share(wanted: readonly string[], there: readonly string[]): number {
  if (wanted.length === 0) return 1;
  return wanted.filter((value) => there.includes(value)).length / wanted.length;
}

function experienceShare(trainer: Trainer, job: CrowdJob): number {
  const wanted = levels.indexOf(job.experienceLevel ?? '');
  const there = levels.indexOf(trainer.expertiseLevel ?? '');
  return wanted < 0 || there >= wanted ? 1 : 0.5 / (wanted - there);
}
