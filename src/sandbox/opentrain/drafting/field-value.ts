import {
  type DraftFields,
  type FieldKey,
  type FieldSpec,
  fieldSpec,
  maxTextLength,
  priceKeys,
} from './fields.ts';

/** One thing that is wrong with a PATCH body, in the form of a zod issue. */
export interface FieldIssue {
  readonly code: 'unrecognized_keys' | 'invalid_type' | 'invalid_value' | 'too_big' | 'too_small';
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const maxListLength = 250;

/**
 * Checks one value against the table of fields. Limits beyond type and enum are inferred.
 *
 * @param key a key of a PATCH body
 * @param value its value
 * @returns what is wrong, or nothing
 * @example checkFieldValue('paymentType', 'HOURLY')?.code // 'invalid_value'
 */
export function checkFieldValue(key: string, value: unknown): FieldIssue | undefined {
  const field = fieldSpec(key);
  if (!field) {
    return { code: 'unrecognized_keys', path: [key], message: `Unrecognized key: "${clip(key)}"` };
  }
  switch (field.type) {
    case 'enum':
      return checkEnum(field, value);
    case 'number':
    case 'integer':
      return checkNumber(field, value);
    case 'array':
      return checkList(field, value);
    default:
      return field.orList && Array.isArray(value)
        ? checkList(field, value)
        : checkText(value, [key]);
  }
}

/** Whether a key takes a value. */
export function isFieldValue<K extends FieldKey>(
  key: K,
  value: unknown,
): value is NonNullable<DraftFields[K]> {
  return checkFieldValue(key, value) === undefined;
}

/** Checks a whole PATCH body; an empty list means that it may be stored. */
export function checkFields(body: Readonly<Record<string, unknown>>): FieldIssue[] {
  return Object.keys(body).flatMap((key) => checkFieldValue(key, body[key]) ?? []);
}

function checkEnum(field: FieldSpec, value: unknown): FieldIssue | undefined {
  if (typeof value === 'string' && field.enumValues?.includes(value)) return undefined;
  const options = field.enumValues?.map((option) => `"${option}"`).join(' | ');
  return { code: 'invalid_value', path: [field.key], message: `Expected one of ${options}` };
}

function checkNumber(field: FieldSpec, value: unknown): FieldIssue | undefined {
  const path = [field.key];
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return { code: 'invalid_type', path, message: `Expected number, received ${nameOf(value)}` };
  }
  if (field.type === 'integer' && !Number.isSafeInteger(value)) {
    return { code: 'invalid_type', path, message: 'Expected a whole number' };
  }
  if (value < 0) return { code: 'too_small', path, message: 'Must not be negative' };
  if (value > 1e12)
    return { code: 'too_big', path, message: 'Must not be above 1,000,000,000,000' };
  return undefined;
}

function checkList(field: FieldSpec, value: unknown): FieldIssue | undefined {
  const path = [field.key];
  if (!Array.isArray(value)) {
    return { code: 'invalid_type', path, message: `Expected array, received ${nameOf(value)}` };
  }
  if (value.length > maxListLength) {
    return { code: 'too_big', path, message: `At most ${maxListLength} entries` };
  }
  for (const [index, entry] of value.entries()) {
    const issue = checkText(entry, [field.key, index]);
    if (issue) return issue;
    if (String(entry).trim() === '') {
      return { code: 'too_small', path: [field.key, index], message: 'Must not be empty' };
    }
  }
  return undefined;
}

function checkText(value: unknown, path: readonly (string | number)[]): FieldIssue | undefined {
  if (typeof value !== 'string') {
    return { code: 'invalid_type', path, message: `Expected string, received ${nameOf(value)}` };
  }
  if (value.length <= maxTextLength) return undefined;
  return { code: 'too_big', path, message: `At most ${maxTextLength} characters` };
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function clip(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}…` : key;
}

/** Whether a key holds a price, which must be above zero to publish. */
export function isPriceKey(key: FieldKey): boolean {
  return (Object.values(priceKeys) as FieldKey[]).includes(key);
}
