/**
 * The packed package in every runtime it is meant for: `npm run test:runtimes`, or with names of
 * lanes for some of them. What this machine can't have is skipped by name; `RUNTIMES_REQUIRED`
 * (`all`, or names with commas between) turns such a skip into a failure.
 */
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pack } from '../package/packed.ts';
import { browserOn, unbundled } from './browser.ts';
import { bundled, toCommonJs } from './bundlers.ts';
import { type Lane, Unavailable } from './lane.ts';
import { runtimes } from './runtimes.ts';
import { workerRecipe } from './worker-recipe.ts';

const story = 'call pages draft approval webhooks errors drift document';
const required = (process.env.RUNTIMES_REQUIRED ?? '').toLowerCase().split(',').filter(Boolean);
const wanted = process.argv.slice(2).map((name) => name.toLowerCase());

const packed = await pack();
try {
  const { consumer } = packed;
  await cp(fileURLToPath(new URL('./consumer', import.meta.url)), consumer, { recursive: true });
  await toCommonJs(consumer, ['story.js', 'on-node.js']);
  const browser = await browserOn(consumer);
  const all = [...runtimes, ...bundled(browser), workerRecipe, unbundled(browser)];
  const lanes = all.filter(
    ({ name }) => wanted.length === 0 || wanted.some((wish) => name.toLowerCase().startsWith(wish)),
  );
  if (lanes.length === 0) throw new Error(`No lane is called ${wanted.join(' or ')}.`);
  try {
    const todo = [...lanes];
    await Promise.all([work(todo, consumer), work(todo, consumer)]);
  } finally {
    await browser.close();
  }
} finally {
  await packed.remove();
}

async function work(todo: Lane[], consumer: string): Promise<void> {
  for (let lane = todo.shift(); lane; lane = todo.shift()) await tell(lane, consumer);
}

async function tell(
  { name, run, prints = `done: ${story}` }: Lane,
  consumer: string,
): Promise<void> {
  const started = performance.now();
  try {
    const printed = await run(consumer);
    if (!printed.includes(prints)) throw new Error(`It printed:\n${printed}`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`passed   ${name.padEnd(20)} ${seconds.padStart(5)} s`);
  } catch (error) {
    if (error instanceof Unavailable && !isRequired(name)) {
      console.log(`SKIPPED  ${name.padEnd(20)} ${error.message}`);
      return;
    }
    process.exitCode = 1;
    console.log(`FAILED   ${name}\n${error instanceof Error ? error.message : error}\n`);
  }
}

function isRequired(name: string): boolean {
  return required.some((wish) => wish === 'all' || name.toLowerCase().startsWith(wish));
}
