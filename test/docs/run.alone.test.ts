import { beforeAll, describe, expect, it } from 'vitest';
import { type Block, needsStore, placeOf, programs } from './blocks.ts';
import { examples, type Names, withImports } from './examples.ts';
import { namesAtRunTime } from './public-names.ts';
import { runBlock } from './run.ts';
import { openTheatre } from './theatre.ts';

const theatre = openTheatre();
const elsewhere = programs.filter(needsStore);
const here = programs.filter((block) => !needsStore(block));

describe('code in the texts', () => {
  it.each(here.map((block) => ({ place: placeOf(block), block })))(
    'runs as it stands: $place',
    async ({ block }) => {
      await runBlock(block, theatre());
    },
  );

  it('is left to another command only where it needs a real store', () => {
    for (const block of elsewhere) console.info(`${placeOf(block)} is run by npm run test:stores`);
    expect(here.length).toBeGreaterThan(45);
    expect(elsewhere.length).toBeLessThan(here.length / 8);
  });
});

describe('an example in a docstring', () => {
  let names: Names;
  beforeAll(async () => {
    names = await namesAtRunTime();
  });

  it.each(
    examples
      .filter((block) => !needsStore(block))
      .map((block) => ({ place: placeOf(block), block })),
  )('runs: $place', async ({ block }) => {
    await runBlock(withImports(block, names), theatre());
  });
});

describe('a block', () => {
  it.each([
    [7, 'await ot.auth.me();\nthrow new Error("no");', '', 'Error: no'],
    [7, 'await ot.auth.me();\nawait ot.jobs.get("none");', '', 'NotFoundError'],
    [7, 'console.log(1);\nnobody();', '', 'nobody is not defined'],
    [7, "console.log(1);\nawait fetch('https://example.com/');", '', 'Failed to fetch'],
    [7, 'console.log(1);\nawait new Promise(() => {});', '', 'never ends'],
    [7, 'await ot.auth.me();\nconsole.log(1);', 'endless', 'ends, though'],
    [6, 'function lonely() {\n  return 1;\n}', '', 'nobody calls lonely'],
    [6, 'export const POST = async () => new Response();\n', '', 'does with a forged delivery'],
    [
      6,
      'export const POST = async () => Response.error();\n',
      '',
      'answers 0 to a genuine delivery',
    ],
  ])('that does not run is told with page and line %i: %s', async (line, code, info, words) => {
    const block: Block = { doc: 'wrong.md', line: 6, language: 'ts', info, code };
    // All others end by themselves, however slow the machine is.
    const patienceMs = words === 'never ends' ? 500 : theatre().patienceMs;
    const running = runBlock(block, { ...theatre(), patienceMs });
    await expect(running).rejects.toThrow(`wrong.md:${line}: `);
    await expect(running).rejects.toThrow(words);
  });

  it('prints to nobody, and starts from the same each time', async () => {
    const code =
      'console.log((await ot.jobs.listProposals(jobId)).items.length);\nawait ot.jobs.close(jobId);';
    const block: Block = { doc: 'right.md', line: 1, language: 'ts', info: '', code };
    expect(await runBlock(block, theatre())).toEqual(['12']);
    expect(await runBlock(block, theatre())).toEqual(['12']);
  });
});
