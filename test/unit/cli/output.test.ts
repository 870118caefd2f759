import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUsage } from '../../../src/cli/commands/platform/usage-csv.ts';
import { readDelivery, readLog } from '../../../src/cli/commands/webhooks/delivery.ts';
import { dryRunOf, spell, unsent } from '../../../src/cli/dry-run.ts';
import { readFilter } from '../../../src/cli/output/jq.ts';
import { coloured } from '../../../src/cli/output/paint.ts';
import { panel } from '../../../src/cli/output/panel.ts';
import { plain } from '../../../src/cli/output/plain.ts';
import { table } from '../../../src/cli/output/table.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const escapes = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

describe('text of strangers', () => {
  it('never moves the cursor, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plain(text)).not.toMatch(escapes);
        expect(table([{ id: 'job_1', title: text }])).not.toMatch(escapes);
        expect(panel({ [text]: { title: text } })).not.toMatch(escapes);
      }),
    );
    expect(plain('\u001b]0;title\u0007\u001b[31mred')).toBe('red');
  });
});

describe('colour', () => {
  it.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: false }, {}, false],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{ isTTY: true }, { TERM: 'dumb' }, false],
    [{}, { FORCE_COLOR: '1' }, true],
    [{}, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('%o in %o: %s', (stream, env, expected) => {
    expect(coloured(stream, env)).toBe(expected);
  });
});

describe('jq', () => {
  it('filters, and refuses what is no filter', async () => {
    const filter = await readFilter('.jobs[] | select(.n > 1) | .id');
    expect([...filter({ jobs: [{ n: 1 }, { n: 2, id: 'b' }] })]).toEqual(['b']);
    await expect(readFilter('.jobs[')).rejects.toThrow('--jq: ');
  });
});

describe('a dry run', () => {
  it('shows the request and no key', async () => {
    const error = await unsent('https://app.example.com/api?x=1', {
      method: 'POST',
      headers: { authorization: 'Bearer ot_pat_a_S3cret' },
      body: JSON.stringify({ claim_token: 'ot_clm_S3cret' }),
    }).catch((reason: unknown) => new Error('wrapped', { cause: reason }));
    const dryRun = dryRunOf(error);
    const text = spell(dryRun?.request ?? { method: '', url: '', headers: {}, body: '' });
    expect(text).toMatch(
      /^POST \/api\?x=1 HTTP\/1\.1\nHost: app\.example\.com\nAuthorization: Bearer ot_pat_\*\*\*/,
    );
    expect(text).not.toContain('S3cret');
  });
});

describe('usage from CSV', () => {
  it('reads entries by their header', () => {
    const csv =
      '\ufeffworkDate,totalSeconds,tasksCompleted\r\n2026-06-01,27300,41\r\n\r\n2026-06-02,60,\r\n';
    expect(readUsage(csv)).toEqual([
      { workDate: '2026-06-01', totalSeconds: 27_300, tasksCompleted: 41 },
      { workDate: '2026-06-02', totalSeconds: 60 },
    ]);
  });

  it.each([
    ['', 'has no entries'],
    ['workDate,hours\n2026-06-01,3\n', 'a column "hours"; the fields are '],
    ['workDate,totalSeconds\n2026-06-01,many\n', 'Line 2, totalSeconds: a '],
    ['workDate,totalSeconds\n2026-06-01\n', "can't be read"],
  ])('refuses %j', (csv, message) => {
    expect(() => readUsage(csv)).toThrow(message);
  });
});

describe('a saved delivery', () => {
  it('is read from JSON and from the request as it travelled, byte for byte', () => {
    const body = '{"type":"proposal.received"}\n';
    const headers = { 'X-OpenTrain-Signature': 't=1,v1=ab' };
    expect(readDelivery(JSON.stringify({ headers, body }))).toEqual({ headers, body });
    const text = `POST /hooks HTTP/1.1\r\nX-OpenTrain-Signature: t=1,v1=ab\r\n\r\n${body}`;
    expect(readDelivery(text)).toEqual({ headers, body });
    expect(() => readDelivery('nothing')).toThrow('no saved delivery');
    expect(() => readLog(`${JSON.stringify({ headers, body })}\n{}\n`)).toThrow('Line 2');
  });
});
