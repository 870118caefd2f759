import { appendFileSync, readFileSync } from 'node:fs';
import type { Ran } from './bin.ts';

/** A run of the bin, whichever test it was in. */
export interface RunRecord {
  readonly args: readonly string[];
  readonly code: number | null;
  /** Whether stdout held JSON and nothing else: a document, or one a line. */
  readonly json: boolean;
}

/** Every test's runs end up in one file, which the last test reads. */
const file = () => process.env.TRAINYARD_RUNS ?? '';

export function record(args: readonly string[], { code, stdout }: Ran): void {
  const run: RunRecord = { args, code, json: isJson(stdout) };
  appendFileSync(file(), `${JSON.stringify(run)}\n`);
}

export function recordedRuns(): RunRecord[] {
  const lines = readFileSync(file(), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as RunRecord);
}

function isJson(text: string): boolean {
  const parses = (one: string) => {
    try {
      JSON.parse(one);
      return true;
    } catch {
      return false;
    }
  };
  return parses(text) || text.trim().split('\n').every(parses);
}
