import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import createClient from 'openapi-fetch';
import { race } from '../bench/race.ts';
import { atMost, type Finding } from './finding.ts';

const budgetUs = 25;
const partOfBare = 0.4;

const job = { id: 'job_1', title: 'Label images', skills: ['boxes'], description: 'x'.repeat(400) };
const answer = JSON.stringify(job);
const init = { headers: { 'content-type': 'application/json' } };
const fetch = async () => new Response(answer, init);
const token = `ot_pat_${'0'.repeat(32)}`;

/** What a call costs over the same one made with openapi-fetch alone, no network beneath either. */
export async function callCost(directory: string): Promise<Finding[]> {
  const resolve = createRequire(join(directory, 'package.json')).resolve;
  const { OpenTrain } = await import(pathToFileURL(resolve('trainyard/opentrain')).href);
  const ours = new OpenTrain({ token, baseUrl: 'https://app.opentrain.ai', fetch });
  const bare = createClient<Record<string, Record<'get', object>>>({
    baseUrl: 'https://app.opentrain.ai',
    fetch,
    headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
  });
  const path = '/api/public/v1/jobs/{id}';
  const [beneath, whole] = await race(
    {
      bare: () => bare.GET(path, { params: { path: { id: 'job_1' } } } as never),
      ours: () => ours.jobs.get('job_1'),
    },
    { rounds: 800, calls: 10 },
  );
  if (!beneath || !whole) throw new Error('The race has no result.');
  // On a machine that is slow or busy everything takes longer, the difference too.
  const limit = Math.round(Math.max(budgetUs, partOfBare * beneath.us));
  const over = Number(Math.max(0, whole.us - beneath.us).toFixed(1));
  const note = `${whole.us.toFixed(0)} over ${beneath.us.toFixed(0)}`;
  return [atMost('a call, over openapi-fetch alone', over, limit, 'µs', note)];
}
