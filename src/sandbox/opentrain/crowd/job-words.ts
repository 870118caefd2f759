import { displayText } from '../drafting/words/kinds.ts';
import type { CrowdJob } from './types.ts';

const listFormat = new Intl.ListFormat('en', { type: 'conjunction' });

/** The job's label types; any job has labels of some kind. */
export function labelTypesOf(job: CrowdJob): readonly string[] {
  return job.labelTypes?.length ? job.labelTypes : ['CLASSIFICATION'];
}

export function dataTypeOf(job: CrowdJob): string {
  return job.dataType || 'TEXT';
}

export function subjectsOf(job: CrowdJob): string[] {
  const { subjectMatter } = job;
  return typeof subjectMatter === 'string' ? [subjectMatter] : [...(subjectMatter ?? [])];
}

export function softwareOf(job: CrowdJob): string[] {
  return (job.labelingSoftware ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Label or data types as they are spoken of: "bounding box", "NER". */
export function labelNames(types: readonly string[]): string[] {
  return types.map((type) => {
    const text = displayText(type);
    return text === text.toUpperCase() ? text : text.toLowerCase();
  });
}

/** "bounding box, polygon, and keypoint". */
export function listed(words: readonly string[]): string {
  return listFormat.format(words);
}

/** Labels that mean little without their data: `TEXT_CLASSIFICATION`. */
const broad = new Set(['CLASSIFICATION', 'SEGMENTATION']);

/** Skill tags of a profile, upper snake. */
export function tagsOf(labelTypes: readonly string[], dataTypes: readonly string[]): string[] {
  const data = dataTypes[0] ?? 'DATA';
  return labelTypes.map((type) => (broad.has(type) ? `${data}_${type}` : type));
}
