import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operations as opentrain } from '../../generated/opentrain/operations.ts';
import { operations as platform } from '../../generated/platform/operations.ts';
import { operations as trainar } from '../../generated/trainar/operations.ts';
import type { Operation } from '../../src/core/operation.ts';
import { root } from './blocks.ts';

const text = readFileSync(new URL('docs/concepts/retries.md', root), 'utf8');
const writes: Operation[] = [opentrain, platform, trainar]
  .flatMap((table): Operation[] => Object.values(table))
  .filter(({ method }) => method !== 'GET');
const safe = writes.filter(({ idempotent }) => idempotent).map(({ id }) => id);

describe('what the text on retries says of a repeat', () => {
  const [, repeatable = '', twice = ''] = text.split(/\n\| call \|/);

  it('names every write that the contract calls repeatable, and the draft, which the client makes so', () => {
    expect(callsOf(repeatable)).toEqual([...new Set([...safe, 'jobDrafts.create'])].sort());
  });

  it('warns of none that is', () => {
    const warned = callsOf(twice);
    expect(warned.length).toBeGreaterThan(8);
    expect(warned.filter((id) => safe.includes(id))).toEqual([]);
    expect(warned.filter((id) => !writes.some((operation) => operation.id === id))).toEqual([]);
  });
});

/** The calls in the first column of a table. */
function callsOf(table: string): string[] {
  const [rows = ''] = table.split('\n\n');
  return rows
    .split('\n')
    .filter((row) => row.startsWith('| `'))
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-zA-Z]+\.[a-zA-Z]+)`/g)])
    .map(([, id = '']) => id)
    .sort();
}
