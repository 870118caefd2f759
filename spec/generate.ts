/**
 * Makes generated/ from the specs, and the table of operations in docs/ from what is generated.
 *
 *     npm run generate                     every product
 *     npm run generate -- trainar          one product
 *     npm run generate -- --check          changes nothing; fails when generated/ is not current
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadSpec } from './generate/document.ts';
import { renderEvents } from './generate/events.ts';
import { renderExamples } from './generate/examples.ts';
import { renderJsonSchemas } from './generate/json-schemas.ts';
import { renderLimits } from './generate/limits.ts';
import { renderCalls, renderOperations } from './generate/operations.ts';
import { renderSchemas } from './generate/schemas.ts';
import { renderServed } from './generate/served.ts';
import { finish } from './generate/source.ts';
import { renderTools } from './generate/tools.ts';
import { renderTypes } from './generate/types.ts';

const products = ['trainar', 'opentrain', 'platform'];
/** Those that serve their own contract. */
const served = new Set(['opentrain', 'platform']);

/** The generated files of one product, by path. */
async function generate(product: string): Promise<Map<string, string>> {
  const spec = `spec/${product}.yaml`;
  const document = await loadSpec(spec);
  const folder = `generated/${product}`;
  const files = new Map([
    [`${folder}/types.ts`, finish(await renderTypes(document), spec)],
    [`${folder}/schemas.ts`, finish(await renderSchemas(document), spec)],
    [`${folder}/operations.ts`, finish(renderOperations(document), spec)],
    [`${folder}/calls.ts`, finish(renderCalls(document), spec)],
    [`${folder}/events.ts`, finish(renderEvents(document), spec)],
    [`${folder}/json-schemas.ts`, finish(renderJsonSchemas(document), spec)],
    [`${folder}/examples.ts`, finish(renderExamples(document), spec)],
  ]);
  const limits = renderLimits(document);
  if (limits !== undefined) files.set(`${folder}/limits.ts`, finish(limits, spec));
  const tools = renderTools(document);
  if (tools !== undefined) files.set(`${folder}/tools.ts`, finish(tools, spec));
  if (served.has(product)) {
    files.set(`${folder}/document.ts`, finish(renderServed(document), spec));
  }
  return files;
}

async function main(args: string[]): Promise<void> {
  const check = args.includes('--check');
  const named = args.filter((arg) => !arg.startsWith('--'));
  const unknown = named.filter((name) => !products.includes(name));
  if (unknown.length > 0) throw new Error(`No such product: ${unknown.join(', ')}`);
  const wanted =
    named.length > 0 ? named : products.filter((name) => existsSync(`spec/${name}.yaml`));
  const stale: string[] = [];
  const keep = async (file: string, source: string): Promise<void> => {
    const current = existsSync(file) ? await readFile(file, 'utf8') : undefined;
    if (current === source) return;
    stale.push(file);
    if (check) return;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, source);
  };
  for (const product of wanted) {
    for (const [file, source] of await generate(product)) await keep(file, source);
  }
  // Loaded last: it reads what was written just now, as command line and MCP servers do.
  const { renderOperationTable } = await import('./generate/operation-table.ts');
  await keep('docs/reference/operations.md', renderOperationTable());
  for (const file of stale)
    console.error(check ? `Stale: ${file}. Run npm run generate.` : `Wrote ${file}`);
  if (check && stale.length > 0) process.exitCode = 1;
}

await main(process.argv.slice(2));
