import type {
  JobDraftUpdate,
  JobDraftUpdateResult,
  MissingField,
} from '../../generated/opentrain/types.ts';
import type { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import type { RequestOptions } from '../core/request-options.ts';
import { readAnswer } from './draft-answer.ts';
import type { DraftIncompleteError } from './draft-incomplete-error.ts';
import type { tooLong } from './draft-text.ts';
import type { AnswerField, JobDrafts } from './job-drafts.ts';

/**
 * What refuses, handed in: imported here, where all is loaded late, it would be cut out of the client's own
 * file by a splitting bundler.
 */
export interface DraftErrors {
  DraftIncompleteError: typeof DraftIncompleteError;
  InvalidArgumentError: typeof InvalidArgumentError;
  tooLong: typeof tooLong;
}

/** See `jobDrafts.complete`. */
export async function completeDraft(
  drafts: JobDrafts,
  draft: JobDraftUpdateResult,
  answer: AnswerField,
  options: RequestOptions | undefined,
  errors: DraftErrors,
): Promise<JobDraftUpdateResult> {
  const { DraftIncompleteError } = errors;
  const known = new Map<string, MissingField>();
  const before = new Set<string>();
  while (!draft.validation.publishReady) {
    const missing = await missingFields(drafts, draft, known, options);
    const names = missing.map(({ field }) => field);
    if (!names.length) {
      throw new DraftIncompleteError(`${issues(draft)}, and it names no missing field`, [], draft);
    }
    // A set seen before means that the answers changed nothing, or run in a circle.
    const round = [...names].sort().join();
    if (before.has(round)) {
      throw new DraftIncompleteError(`after the answers it still misses ${names}`, names, draft);
    }
    before.add(round);

    const unanswered: string[] = [];
    const changes: JobDraftUpdate = {};
    for (const field of missing) {
      options?.signal?.throwIfAborted();
      const value = await answer(field);
      if (value === undefined || value === null) unanswered.push(field.field);
      else Object.assign(changes, readAnswer(field, value, errors));
    }
    options?.signal?.throwIfAborted();
    if (Object.keys(changes).length) draft = await drafts.update(draft.jobId, changes, options);
    if (unanswered.length && !draft.validation.publishReady) {
      throw new DraftIncompleteError(`there is no answer for ${unanswered}`, unanswered, draft);
    }
  }
  return draft;
}

/** What is missing, described as well as any answer so far allows. */
async function missingFields(
  drafts: JobDrafts,
  { missingFields = [], validation }: JobDraftUpdateResult,
  known: Map<string, MissingField>,
  options?: RequestOptions,
): Promise<MissingField[]> {
  for (const field of missingFields) known.set(field.field, field);
  if (missingFields.length) return missingFields;
  // One page shows whole descriptions here instead of names.
  const names: (string | MissingField)[] = validation.missingFields;
  const strange = names.some((name) => typeof name === 'string' && !known.has(name));
  const enums = strange ? (await drafts.capabilities(options)).draft.enums : {};
  return names.map((name) =>
    typeof name === 'string' ? (known.get(name) ?? describe(name, enums[name])) : name,
  );
}

function describe(field: string, enumValues: string[] | undefined): MissingField {
  let type = 'string';
  if (enumValues) type = 'enum';
  else if (/^(price|fixedPrice|dataVolume|headcount)/.test(field)) type = 'number';
  else if (/^(countries|languages|labelTypes)$/.test(field)) type = 'array';
  return {
    field,
    label: field,
    message: 'Needed before the job can be published.',
    code: 'missing_required_field',
    prompt: `${field}?`,
    type,
    enumValues: enumValues ?? null,
    updateKeys: [field],
    example: null,
    hint: null,
  };
}

function issues({ validation: { issueCount, issues } }: JobDraftUpdateResult): string {
  const found = issues.map(({ field, message, code }) => [field, message ?? code].join(' '));
  return found.join('; ') || `the platform counts ${issueCount} issues`;
}
