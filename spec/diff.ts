/**
 * Compares another OpenAPI document of a platform with ours, what breaks first.
 *
 *     npm run spec:diff -- vendor.json                         OpenTrain's, from a file
 *     npm run spec:diff -- https://app.opentrain.ai/api/public/v1/openapi.json
 *     npm run spec:diff -- tenant.yaml --product trainar
 *
 * Ends with 1 when something breaks, with 2 when there is nothing to compare.
 */
import { parseArgs } from 'node:util';
import { compareSpecs } from './diff/compare.ts';
import { printDifferences } from './diff/print.ts';
import { readDocument } from './diff/read.ts';
import { loadSpec } from './generate/document.ts';

const products = ['opentrain', 'platform', 'trainar'];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { product: { type: 'string', default: 'opentrain' } },
  });
  const [source] = positionals;
  if (source === undefined || positionals.length > 1) {
    throw new Error(`Usage: npm run spec:diff -- <file-or-url> [--product ${products.join('|')}]`);
  }
  if (!products.includes(values.product)) throw new Error(`No such product: ${values.product}`);
  const theirs = await readDocument(source);
  const differences = compareSpecs(await loadSpec(`spec/${values.product}.yaml`), theirs);
  console.log(printDifferences(differences));
  return differences.some(({ level }) => level === 'breaking') ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
