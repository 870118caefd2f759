/**
 * `npm run test:sync-fleet`: four processes run one sync over a real Redis and a real PostgreSQL. Every tenth
 * webhook is lost, and the process that leads is killed twice. Every event's effect must be in the table
 * once, in order. `SYNC_FLEET_BREAK=transaction` or `lease` takes out what that rests on, and must fail. Needs `redis-server` and `postgres`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { OpenTrain } from 'trainyard/opentrain';
import { createSandbox } from 'trainyard/sandbox';
import { listen } from 'trainyard/sandbox/node';
import { postgresCursorMigration } from 'trainyard/webhooks/postgres';
import { publishableJob } from '../support/publishable-job.ts';
import { startPostgres } from '../support/servers/postgres.ts';
import { startRedis } from '../support/servers/redis.ts';
import { Fleet } from './fleet.ts';

const workers = 4;
const batches = 60;
const batch = 20;
const gapMs = 100;
const patienceMs = 150_000;

const [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
const pool = new Pool({ connectionString: postgres.url }).on('error', () => {});
let fleet: Fleet | undefined;
const sandbox = createSandbox({
  time: 'real',
  limits: { deliveryLog: 100_000 },
  deliver: (...args) => {
    if (!fleet) throw new TypeError('fetch failed');
    return fleet.deliver(...args);
  },
});
const server = await listen(sandbox);
try {
  await pool.query(postgresCursorMigration());
  await pool.query(`CREATE TABLE effects (
    seq bigserial, event_id text, worker int, created_at timestamptz, at timestamptz DEFAULT clock_timestamp()
  )`);
  const { token } = sandbox.opentrain.createAccount({ card: true });
  const ot = new OpenTrain({ token, baseUrl: server.url });
  const { jobId } = await ot.jobDrafts.create(publishableJob);
  await ot.jobs.publish(jobId);
  fleet = new Fleet({
    OT_API_TOKEN: token,
    OT_API_BASE_URL: server.url,
    REDIS_URL: redis.url,
    DATABASE_URL: postgres.url,
    BREAK: process.env.SYNC_FLEET_BREAK ?? '',
  });
  for (let i = 0; i < workers; i += 1) await fleet.start();
  sandbox.faults.inject({ delivery: 'lose', every: 10, times: 'always' });

  const began = Date.now();
  const due = batches * batch;
  await Promise.race([story(fleet, jobId), sleep(patienceMs, undefined, { ref: false })]);
  const tookMs = Date.now() - began;
  // They finish what they have in hand; whoever has ended works nothing twice any more.
  await fleet.stop();

  const { rows } = await pool.query(
    `SELECT event_id, worker, extract(epoch FROM at - created_at) * 1000 AS late FROM effects ORDER BY seq`,
  );
  const ids = rows.map(({ event_id }) => Number(event_id));
  const deliveries = sandbox.deliveries.list({ event: 'proposal.received' });
  const events = new Set(deliveries.map(({ payload }) => Number((payload as { id: string }).id)));
  const attempts = deliveries.flatMap((delivery) => delivery.attempts);
  const answered = attempts.filter(({ status, lost }) => status === 200 && !lost);
  const lost = attempts.filter((attempt) => attempt.lost);
  const inOrder = ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? 0));

  const figure = (what: string, value: string) => console.log(`${what.padEnd(34)}${value}`);
  figure('events', `${due}, of ${workers} processes, 2 killed`);
  figure(
    'effects in the table',
    `${ids.length}, of ${new Set(ids).size} events, in order: ${inOrder}`,
  );
  figure('workers that led', String(new Set(rows.map(({ worker }) => worker)).size));
  figure('webhooks', `${attempts.length}, ${lost.length} of them lost`);
  figure('webhooks per second', (attempts.length / (tookMs / 1000)).toFixed(0));
  figure('answer, p50 / p99', quantiles(answered.map(({ durationMs }) => durationMs)));
  figure('from event to effect, p50 / p99', quantiles(rows.map(({ late }) => Number(late))));
  figure(
    'slowest effect (a leader was killed)',
    `${Math.max(...rows.map(({ late }) => Number(late))).toFixed(0)} ms`,
  );
  for (const trouble of fleet.troubles) console.log(`  ${trouble}`);

  const missing = [...events].filter((id) => !ids.includes(id));
  const right =
    ids.length === due &&
    new Set(ids).size === due &&
    inOrder &&
    missing.length === 0 &&
    lost.length > due / 20;
  if (!right) process.exitCode = 1;
  console.log(`${right ? 1 : 0} passed, ${right ? 0 : 1} failed`);
} finally {
  await fleet?.stop();
  await server.close();
  await pool.end();
  await Promise.all([redis.stop(), postgres.stop()]);
}

/** Events come, two leaders are killed, and all that came is begun. */
async function story(crew: Fleet, jobId: string): Promise<void> {
  let killed = Promise.resolve();
  for (let i = 0; i < batches; i += 1) {
    if (i === 15 || i === 40) {
      // One at a time, and while events still come: a leader is killed in the middle of its next one.
      await killed;
      killed = crew.killLeader();
    }
    sandbox.opentrain.apply(jobId, { count: batch });
    await sleep(gapMs);
  }
  await Promise.all([killed, crew.begin(batches * batch)]);
}

function quantiles(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(0);
  return `${at(0.5)} / ${at(0.99)} ms`;
}
