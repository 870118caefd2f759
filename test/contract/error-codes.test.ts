import { expect, it } from 'vitest';
import { errorCodes as openTrain } from '../../generated/opentrain/operations.ts';
import { errorCodes as platform } from '../../generated/platform/operations.ts';
import { errorCodes as trainar } from '../../generated/trainar/operations.ts';
import { isObject, loadSpec, operationsOf, resolve } from '../../spec/generate/document.ts';

/** The status of an answer and the code in an example of it, for each that there is. */
async function examplesOf(product: string): Promise<Set<string>> {
  const document = await loadSpec(`spec/${product}.yaml`);
  const found = new Set<string>();
  for (const { node } of operationsOf(document)) {
    for (const [status, answer] of Object.entries(node.responses ?? {})) {
      const { content } = resolve(document, answer);
      const media = isObject(content) ? Object.values(content).filter(isObject) : [];
      for (const { example, examples = {} } of media) {
        const named = isObject(examples) ? Object.values(examples).filter(isObject) : [];
        for (const value of [example, ...named.map((each) => each.value)].filter(isObject)) {
          const code = value.code ?? value.error;
          if (Number(status) >= 400 && code !== undefined) found.add(`${status} ${code}`);
        }
      }
    }
  }
  return found;
}

it.each([
  ['opentrain', openTrain, []],
  ['platform', platform, []],
  ['trainar', trainar, ['403 INSUFFICIENT_PERMISSIONS', '400 NO_ACTIVE_SEAT']],
])(
  'the examples of %s have the code that stands beside their status',
  async (product, codes, own) => {
    const known = Object.entries(codes).map(([status, code]) => `${status} ${code}`);
    const found = [...(await examplesOf(product))];
    expect(found.length).toBeGreaterThan(4);
    // Besides errors of a kind of their own, and OAuth's, which are written small.
    const strange = found.filter((pair) => !known.includes(pair) && !own.includes(pair));
    expect(strange.filter((pair) => !/[a-z]/.test(pair))).toEqual([]);
  },
);
