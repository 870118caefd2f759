import { checkFieldValue, isPriceKey } from './field-value.ts';
import { type DraftFields, type FieldKey, type FieldSpec, fieldSpec, priceKeys } from './fields.ts';

/** A value that is there but cannot be published. */
export interface ValidationIssue {
  readonly field: FieldKey;
  readonly code: string;
  readonly message: string;
}

/** The `validation` block of draft answers and of a refused publish. */
export interface DraftValidation {
  readonly publishReady: boolean;
  readonly issueCount: number;
  readonly missingFieldCount: number;
  /** Names of the gaps; their details are in the top-level list. */
  readonly missingFields: string[];
  readonly issues: ValidationIssue[];
}

/** One gap that keeps a draft from being published. */
export interface MissingField {
  readonly field: string;
  readonly label: string;
  readonly message: string;
  readonly code: string;
  readonly prompt: string;
  readonly type: string;
  readonly enumValues: string[] | null;
  readonly updateKeys: string[];
  readonly example: string | null;
  readonly hint: string | null;
}

/** What must be set before a draft may be published, besides the price. The full set is not published. */
export const publishRequired: readonly FieldKey[] = [
  'jobTitle',
  'jobDescription',
  'paymentType',
  'experienceLevel',
  'dataVolumeUnit',
];

/**
 * Says what a draft still lacks.
 *
 * @param fields the draft's fields
 * @param options.required keys that must be set, in place of `publishRequired`; once a payment type is
 *   set its matching price is asked for in any case
 * @returns the `validation` block, and the work list with one entry a gap
 */
export function validateDraft(
  fields: DraftFields,
  options: { required?: readonly FieldKey[] } = {},
): { validation: DraftValidation; missingFields: MissingField[] } {
  const required = new Set(options.required ?? publishRequired);
  if (fields.paymentType) required.add(priceKeys[fields.paymentType]);
  const missingFields = [...required]
    .filter((key) => isBlank(fields[key]))
    .map((key) => missingField(fieldSpec(key) as FieldSpec, fields));
  const issues = (Object.keys(fields) as FieldKey[])
    .filter((key) => !isBlank(fields[key]))
    .flatMap((key) => issueOf(key, fields[key]) ?? []);
  return {
    validation: {
      publishReady: missingFields.length === 0 && issues.length === 0,
      issueCount: issues.length,
      missingFieldCount: missingFields.length,
      missingFields: missingFields.map((missing) => missing.field),
      issues,
    },
    missingFields,
  };
}

/** An empty list of countries is an answer ("anywhere"); so is an empty list of languages. */
function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  );
}

function missingField(field: FieldSpec, fields: DraftFields): MissingField {
  const because = isPriceKey(field.key) ? ` for ${fields.paymentType ?? 'the payment type'}` : '';
  return {
    field: field.key,
    label: field.label,
    message: `${field.label} is required${because} before the job can be published.`,
    code: 'missing_required_field',
    prompt: field.prompt,
    type: field.type === 'integer' ? 'number' : field.type,
    enumValues: field.enumValues ? [...field.enumValues] : null,
    updateKeys: [field.key],
    example: field.example,
    hint: field.hint ?? null,
  };
}

function issueOf(key: FieldKey, value: unknown): ValidationIssue | undefined {
  const wrong = checkFieldValue(key, value);
  if (wrong) return { field: key, code: wrong.code, message: wrong.message };
  const positive = isPriceKey(key) || key === 'headcount';
  if (positive && value === 0) {
    return {
      field: key,
      code: 'too_small',
      message: `${fieldSpec(key)?.label} must be above zero.`,
    };
  }
  return undefined;
}
