import { describe, expect, it } from 'vitest';
import { leaves, moduleNames } from './support/leaves.ts';
import { recordedRuns } from './support/runs.ts';

const tree = (await Promise.all(moduleNames.map((name) => leaves(name)))).flat();
const longestFirst = tree.map(({ words }) => words).sort((a, b) => b.length - a.length);
const runs = recordedRuns()
  .filter(({ args }) => !args.includes('--dry-run'))
  .map((run) => {
    const line = `${run.args.join(' ')} `;
    const words = longestFirst.find((one) => line.startsWith(`${one} `));
    return { ...run, words, asJson: run.args.includes('--json') };
  });

/** Every command that there is, held against what the other tests ran: a new one without a test fails here. */
describe('the tests', () => {
  it.each(tree)('run $words to success and to failure, for people and for programs', (leaf) => {
    const own = runs.filter(({ words }) => words === leaf.words);
    const forms = leaf.command.options.some(({ long }) => long === '--json')
      ? [false, true]
      : [false];
    for (const asJson of forms) {
      const seen = own.filter((run) => run.asJson === asJson).map(({ code }) => code === 0);
      const form = asJson ? 'with --json' : 'as text';
      expect(seen, `${form}: true is success, false is failure`).toEqual(
        expect.arrayContaining([true, false]),
      );
    }
  });

  it('never saw a program get anything but JSON', () => {
    const wrong = runs.filter(({ asJson, json }) => asJson && !json);
    expect(wrong.map(({ args, code }) => ({ args, code }))).toEqual([]);
  });
});
