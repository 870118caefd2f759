import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { listen } from '../../src/sandbox/node/listen.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';

const run = promisify(execFile);
/** A program starts a compiler, and sometimes others like itself. */
const patience = 300_000;

/** Runs an example as it stands; rejects when it ends with an error, as it does when a fact does not hold. */
async function output(example: string, args: string[] = [], env: Record<string, string> = {}) {
  const { OT_API_TOKEN: _, OT_API_BASE_URL: __, ...others } = process.env;
  const { stdout, stderr } = await run(
    process.execPath,
    ['--import', 'tsx', `examples/${example}.ts`, ...args],
    { env: { ...others, NO_COLOR: '1', ...env }, timeout: patience },
  );
  return { stdout, stderr };
}

const facts = (stdout: string) => stdout.match(/^ {2}✓ .*$/gm)?.map((line) => line.slice(4)) ?? [];

describe('an example', () => {
  it('hires and pays, and its ledger adds up', { timeout: patience }, async () => {
    const { stdout, stderr } = await output('hire-and-pay');
    expect(stderr).toBe('');
    expect(facts(stdout).slice(-3)).toEqual([
      'adds up to the balance',
      'and all that is gone is what the pilot cost',
      'nothing is held any more',
    ]);
    const entries = stdout.match(/^ {2}(TOP_UP|HOLD|CAPTURE|HOLD_RELEASE) /gm);
    expect(entries?.map((line) => line.trim())).toEqual([
      ...['TOP_UP', 'HOLD', 'HOLD', 'CAPTURE', 'HOLD_RELEASE'],
    ]);
  });

  it('keeps books though it is killed twice', { timeout: patience }, async () => {
    const { stdout, stderr } = await output('polling-sync');
    expect(stderr).toBe('');
    expect(facts(stdout)).toEqual([
      'it went on where it was',
      'each event is in the books once',
      'every proposal has its status',
      'and every milestone',
    ]);
  });

  it('ranks who applied, by what they said as well', { timeout: patience }, async () => {
    const { stdout, stderr } = await output('candidate-ranking');
    expect(stderr).toBe('');
    expect(facts(stdout).at(-1)).toBe('three pages held sixty-four applicants');
    const rows = stdout.match(/^ +\d+ +\d+\.\d .*$/gm) ?? [];
    expect(rows.length).toBe(10);
    const points = rows.map((row) => Number(row.trim().split(/ +/)[1]));
    expect([...points].sort((a, b) => b - a)).toEqual(points);
    expect(stdout).toMatch(/asks, checks/);
  });

  it('runs at any deployment that the environment names', { timeout: patience }, async () => {
    const sandbox = createSandbox();
    const { token, accountId } = sandbox.opentrain.createAccount();
    const { jobIds } = sandbox.opentrain.seedJobs(1, { accountId });
    sandbox.opentrain.apply(jobIds[0]!, { count: 7 });
    await using server = await listen(sandbox);
    const env = { OT_API_TOKEN: token, OT_API_BASE_URL: server.url };
    const { stdout } = await output('candidate-ranking', [jobIds[0]!, '12'], env);
    expect(stdout).toMatch(/7 applicants, \d of them interviewed; pages read: 1/);
    expect(sandbox.requests.list({ operationId: 'proposals.interview' }).length).toBe(7);
  });
});
