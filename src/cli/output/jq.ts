import { UsageError } from '../usage-error.ts';
import { asJson } from './json.ts';
import { plain } from './plain.ts';

/** A jq filter: what it makes of one value. */
export type Filter = (value: unknown) => Iterable<unknown>;

/** Reads a jq filter; loaded only when there is one. */
export async function readFilter(text: string): Promise<Filter> {
  const { compile } = await import('@michaelhomer/jqjs');
  try {
    return compile(text) as Filter;
  } catch (error) {
    throw new UsageError(`--jq: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** As jq's own `-r` prints it: text as it is (on a terminal without what would steer it), anything else as JSON. */
export function printed(value: unknown, indent?: number): string {
  if (typeof value !== 'string') return asJson(value, indent);
  return process.stdout.isTTY ? plain(value) : value;
}
