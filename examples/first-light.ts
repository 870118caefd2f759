/**
 * The main job of both platforms, from nothing to done, over HTTP against the sandbox:
 * `npm run demo`.
 */
import { readFile } from 'node:fs/promises';
import { createSandbox } from 'trainyard/sandbox';
import { listen } from 'trainyard/sandbox/node';
import { draftToHire } from './first-light/draft-to-hire.ts';
import { human } from './first-light/human.ts';
import { taskToWebhook } from './first-light/task-to-webhook.ts';
import { chapter, checked, show } from './narrator.ts';

const started = performance.now();
const server = await listen(createSandbox({ seed: 'first light' }));
try {
  chapter('The sandbox: both platforms on one port, on a clock of their own');
  show('listening at', server.url);
  const person = human(server.url);
  const brief = await readFile(new URL('./data/job-brief.md', import.meta.url), 'utf8');
  await draftToHire(server.url, person, brief);
  await taskToWebhook(server.url, person);
} finally {
  await server.close();
}
chapter(`${checked()} facts checked in ${((performance.now() - started) / 1000).toFixed(1)} s`);
