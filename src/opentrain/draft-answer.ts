import type { JobDraftUpdate, MissingField } from '../../generated/opentrain/types.ts';
import type { DraftErrors } from './complete-draft.ts';
import type { DraftAnswer } from './job-drafts.ts';

/** Turns an answer into the change it stands for, or refuses it before anything is sent. */
export function readAnswer(
  field: MissingField,
  answer: NonNullable<DraftAnswer>,
  { InvalidArgumentError, tooLong }: DraftErrors,
): Record<string, unknown> {
  const { type, enumValues, updateKeys } = field;
  const key = updateKeys.includes(field.field) ? field.field : (updateKeys[0] ?? field.field);
  const refuse = (why: string) => new InvalidArgumentError(key, why);
  if (isChange(answer)) return { ...answer };
  const wrong = tooLong(key, answer);
  if (wrong) throw wrong;

  let value: unknown = answer;
  if (type === 'number') {
    value = typeof answer === 'string' && answer.trim() === '' ? Number.NaN : Number(answer);
    if (!Number.isFinite(value)) throw refuse(`a number is needed, got "${answer}".`);
  } else if (type === 'array' && typeof answer === 'string') {
    value = answer.split(',').map((part) => part.trim());
  }
  if (enumValues) {
    for (const each of [value].flat()) {
      if (!enumValues.includes(String(each))) {
        throw refuse(`"${each}" is not one of ${enumValues.join(', ')}.`);
      }
    }
  }
  return { [key]: value };
}

function isChange(answer: NonNullable<DraftAnswer>): answer is JobDraftUpdate {
  return typeof answer === 'object' && !Array.isArray(answer);
}
