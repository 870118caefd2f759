import { describe, expect, it } from 'vitest';
import { Group } from '../../../src/cli/group.ts';
import { leaves, moduleNames } from '../../cli/support/leaves.ts';

/** What commander makes of a line: the flag's text, and what is left for arguments. */
function read(args: string[]) {
  const command = new Group('hire')
    .argument('[id]')
    .option('--sure [boolean]')
    .option('--name <text>')
    .option('--json');
  const { operands } = command.parseOptions(args);
  return { ...command.opts(), operands };
}

describe('a flag that is on or off', () => {
  it.each([
    [['--sure', 'prp_1'], { sure: 'true', operands: ['prp_1'] }],
    [['prp_1', '--sure'], { sure: true, operands: ['prp_1'] }],
    [['--sure', 'false', 'prp_1'], { sure: 'false', operands: ['prp_1'] }],
    [['--sure', 'NO', 'prp_1'], { sure: 'NO', operands: ['prp_1'] }],
    [['--sure', 'null'], { sure: 'null', operands: [] }],
    [['--sure=prp_1'], { sure: 'prp_1', operands: [] }],
    [['--sure', 'truest'], { sure: 'true', operands: ['truest'] }],
    [['--sure', '--json', 'prp_1'], { sure: 'true', json: true, operands: ['prp_1'] }],
    [['--sure', '--', 'true'], { sure: 'true', operands: ['true'] }],
  ])('takes of %j what can be its value, and no more', (args, expected) => {
    expect(read(args)).toEqual(expected);
  });

  it('is the value of another where it stands for one, and a word after --', () => {
    expect(read(['--name', '--sure', 'prp_1'])).toEqual({ name: '--sure', operands: ['prp_1'] });
    expect(read(['--', '--sure', 'prp_1'])).toEqual({ operands: ['--sure', 'prp_1'] });
  });

  it('leaves the id that stands behind it to each command that has one', async () => {
    const all = (await Promise.all(moduleNames.map((name) => leaves(name)))).flat();
    const seen = all.flatMap(({ command }) =>
      command.options
        .filter(({ optional }) => optional)
        .map((option) => ({
          on: command.parseOptions([option.long ?? '', 'an_id']).operands,
          off: command.parseOptions([option.long ?? '', 'false', 'an_id']).operands,
        })),
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.map(() => ({ on: ['an_id'], off: ['an_id'] })));
  });
});
