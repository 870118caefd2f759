import { CsvError, parse } from 'csv-parse/sync';
import { inputs } from '../../../../generated/platform/json-schemas.ts';
import type { UsageEntry } from '../../../../generated/platform/types.ts';
import type { JsonSchema } from '../../../core/json-schema.ts';
import { readValue } from '../../derive/read-value.ts';
import { UsageError } from '../../usage-error.ts';

const { properties }: JsonSchema = inputs['contracts.reportUsage'];
const fields = properties?.entries?.items?.properties ?? {};

/** Usage entries out of a CSV file: its header names the fields, an empty cell leaves one out. */
export function readUsage(csv: string): UsageEntry[] {
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(csv, {
      columns: header,
      bom: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    });
  } catch (error) {
    if (error instanceof CsvError)
      throw new UsageError(`The CSV file can't be read: ${error.message}`);
    throw error;
  }
  if (rows.length === 0) throw new UsageError('The CSV file has no entries.');
  return rows.map(({ record, info }) => entry(record, info.lines));
}

function header(names: string[]): string[] {
  for (const name of names) {
    if (fields[name]) continue;
    const known = Object.keys(fields).join(', ');
    throw new UsageError(`The CSV file has a column "${name}"; the fields are ${known}.`);
  }
  return names;
}

function entry(record: Record<string, string>, line: number): UsageEntry {
  const given = Object.entries(record).filter(([, text]) => text !== '');
  try {
    const read = given.map(([name, text]) => [name, readValue(name, text, fields[name] ?? {})]);
    return Object.fromEntries(read) as UsageEntry;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`Line ${line}, ${error.message.replace(/^--/, '')}`);
  }
}
