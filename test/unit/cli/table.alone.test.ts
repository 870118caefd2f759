import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { widthOf } from '../../../src/cli/output/plain.ts';
import { table } from '../../../src/cli/output/table.ts';
import '../../support/same-examples.ts';

/** What is printed on a terminal so many columns wide. */
function onTerminal(columns: number, print: () => string): string[] {
  vi.stubGlobal('process', Object.create(process, { stdout: { value: { columns } } }));
  const text = print();
  vi.unstubAllGlobals();
  return text.split('\n');
}

describe('a table', () => {
  it('keeps to the terminal in any script, and never cuts a letter in two', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 50, max: 120 }), (title, note, columns) => {
        const rows = [{ id: 'job_1', title: `日本 ${title}`, status: 'OPEN', note }];
        const lines = onTerminal(columns, () => table(rows));
        expect(lines[0]).toMatch(/^ID +TITLE/);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(() => encodeURIComponent(lines.join(''))).not.toThrow();
      }),
    );
  });

  it('shows what differs, leaves out what is empty, and cuts neither times nor money where it can', () => {
    const row = {
      ...{ id: 'led_nqvr9fqm5s0u2z9hppfu', type: 'ADJUSTMENT', amountCents: 123_456 },
      ...{ createdAt: '2026-06-01T09:00:00.000Z', holdEntryId: null, tags: ['a', 'b'], parts: {} },
      ...{ note: 'Credits to begin with' },
    };
    const [head, line] = onTerminal(120, () => table([row]));
    expect(head).toMatch(/^ID +TYPE +AMOUNT CENTS +CREATED AT +TAGS +NOTE$/);
    expect(line).toContain('123456 (1,234.56)');
    const [narrow, whole] = onTerminal(80, () => table([row]));
    expect(narrow).not.toContain('NOTE');
    expect(whole).toContain('123456 (1,234.56)  2026-06-01 09:00Z');
    expect(onTerminal(20, () => table([row]))[0]).toBe('ID            led_nqvr9fqm5s0u2z9hppfu');
  });
});
