import { expect, it } from 'vitest';
import { addClientCommand } from '../../../src/cli/client-command.ts';
import { Group } from '../../../src/cli/group.ts';

/** What a command of two subjects is given by a line. */
async function given(...args: string[]): Promise<object | undefined> {
  const root = new Group('trainyard').exitOverride().configureOutput({ writeErr() {} });
  let seen: object | undefined;
  addClientCommand(root, {
    words: 'seats move',
    summary: 'move a seat',
    subjects: ['seat-id', 'tenant-id'],
    flags: [['--note <text>', 'why']],
    examples: ['s1 t1'],
    async perform(flags) {
      seen = flags;
    },
  });
  await root.parseAsync(['seats', 'move', ...args], { from: 'user' });
  return seen;
}

const both = { seatId: 's1', tenantId: 't1' };

it.each([
  [['s1', 't1']],
  [['--seat-id', 's1', '--tenant-id', 't1']],
  [['s1', '--tenant-id', 't1']],
  [['s1', 't1', '--seat-id', 's1']],
])('reads its subjects from %j', async (args) => {
  expect(await given(...args)).toEqual(both);
  expect(await given(...args, '--note', 'x')).toEqual({ ...both, note: 'x' });
});

it.each([
  [['s1'], /--tenant-id is needed/],
  [['', 't1'], /--seat-id is needed/],
  [[], /--seat-id is needed/],
  [['s1', 't1', '--seat-id', 's2'], /--seat-id is given twice: s2 and s1/],
  [['s1', 't1', 'more'], /too many arguments/],
])('refuses %j', async (args, message) => {
  await expect(given(...args)).rejects.toThrow(message);
});
