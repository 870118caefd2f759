import { Gated, invalid } from '../../kernel/refusal.ts';
import { draftFromCanonical } from '../drafting/canonical.ts';
import { checkFields } from '../drafting/field-value.ts';
import type { DraftFields } from '../drafting/fields.ts';
import { draftFromJsonLd } from '../drafting/json-ld.ts';
import type { DraftReading } from '../drafting/reading.ts';
import { DraftSourceError } from '../drafting/source-error.ts';
import { draftFromText } from '../drafting/text.ts';
import { draftFromXml } from '../drafting/xml.ts';

type Loose = Readonly<Record<string, unknown>>;

/** Formats that a draft can be made from. */
export const importFormats = [
  'text',
  'opentrain_canonical',
  'schema_org_job_posting',
  'indeed_xml',
  'hr_xml',
] as const;

type Format = (typeof importFormats)[number];

const payloadKeys: Record<Format, string> = {
  text: 'text',
  opentrain_canonical: 'job',
  schema_org_job_posting: 'jsonLd',
  indeed_xml: 'xml',
  hr_xml: 'xml',
};

/** A source of a draft, before it is read. */
export interface DraftSource {
  readonly externalId: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** Reads it; a source that can't be read is a 400. */
  read(): DraftReading;
}

/** A body of fields to change: at least one, each known and of its type. */
export function readFields(body: unknown): DraftFields {
  const fields = object(body, []);
  if (Object.keys(fields).length === 0) throw invalid('body', [], 'Name at least one field');
  const issues = checkFields(fields).map((issue) => ({ ...issue, path: [...issue.path] }));
  if (issues.length > 0) throw new Gated({ gate: 'invalid', place: 'body', issues });
  return fields as DraftFields;
}

/** Finds the source in a body of any of the documented shapes. */
export function readSource(body: unknown): DraftSource {
  const top = object(body, []);
  const source = top.source === undefined ? undefined : object(top.source, ['source']);
  return {
    externalId: text(source ?? {}, 'externalId', ['source']) ?? text(top, 'externalId', []),
    idempotencyKey:
      text(source ?? {}, 'idempotencyKey', ['source']) ?? text(top, 'idempotencyKey', []),
    read: readerOf(top, source),
  };
}

function readerOf(top: Loose, source: Loose | undefined): () => DraftReading {
  if (source) return payloadReader(source, 'type', ['source']);
  if (top.format !== undefined) return payloadReader(top, 'format', []);
  const raw = text(top, 'rawJobDescription', []);
  if (raw === undefined) {
    throw invalid('body', [], 'Send rawJobDescription, a source, or a format with its payload');
  }
  return reader(['rawJobDescription'], () => draftFromText(raw));
}

function payloadReader(holder: Loose, kindKey: string, path: string[]): () => DraftReading {
  const format = importFormats.find((name) => name === holder[kindKey]);
  if (!format) {
    throw invalid('body', [...path, kindKey], `Expected one of ${importFormats.join(', ')}`);
  }
  const key = payloadKeys[format];
  const at = [...path, key];
  switch (format) {
    case 'opentrain_canonical': {
      const job = object(holder[key], at);
      return reader(at, () => draftFromCanonical(job));
    }
    case 'schema_org_job_posting': {
      const jsonLd = object(holder[key], at);
      return reader(at, () => draftFromJsonLd(jsonLd));
    }
    default: {
      const value = text(holder, key, path);
      if (value === undefined) throw invalid('body', at, 'Required');
      return reader(at, () =>
        format === 'text' ? draftFromText(value) : draftFromXml(value, format),
      );
    }
  }
}

function reader(path: string[], read: () => DraftReading): () => DraftReading {
  return () => {
    try {
      return read();
    } catch (error) {
      if (error instanceof DraftSourceError)
        throw invalid('body', path, error.message, error.problem);
      throw error;
    }
  };
}

function object(value: unknown, path: string[]): Loose {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Loose;
  throw invalid('body', path, 'Expected an object', 'invalid_type');
}

/** A text that may be missing but not empty. */
function text(holder: Loose, key: string, path: string[]): string | undefined {
  const value = holder[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') {
    throw invalid('body', [...path, key], 'Expected a string', 'invalid_type');
  }
  if (value.trim() === '') throw invalid('body', [...path, key], 'Must not be empty', 'too_small');
  return value;
}
