import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../support/servers/free-port.ts';
import { type Gate, startGate } from '../support/servers/gate.ts';
import { type PostgresServer, startPostgres } from '../support/servers/postgres.ts';
import { type RedisServer, startRedis } from '../support/servers/redis.ts';
import { programsOf } from './broken.ts';
import { plan } from './plan.ts';
import { Program } from './program.ts';
import { lanes, type Progress, Sender } from './sender.ts';

const size = Number(process.env.FLEET_DELIVERIES ?? 20_000);
const seed = Number(process.env.FLEET_SEED ?? 1);
const secret = 'whsec_fleet';

interface Effect {
  id: number;
  contractId: string | null;
  began: number;
  ended: number;
}

let redis: RedisServer;
let postgres: PostgresServer;
let pool: Pool;
/** The receivers' way to the queue. */
let gate: Gate;
/** How long a receiver and a worker hold what they are at; and how long a place in line waits for its job. */
const leaseMs = 10_000;

let source: Awaited<ReturnType<typeof programsOf>>;
const programs: Program[] = [];

beforeAll(async () => {
  source = await programsOf(process.env.FLEET_BREAK);
  [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
  gate = await startGate(redis.port);
  pool = new Pool({ connectionString: postgres.url }).on('error', () => {});
});

afterAll(async () => {
  await Promise.all(programs.map((program) => program.end('SIGTERM')));
  await pool?.end();
  await Promise.all([gate?.stop(), redis?.stop(), postgres?.stop(), source?.remove()]);
});

const start = (file: string, env: Record<string, string>, args: string[] = []) => {
  const program = new Program(`${source.folder}/${file}`, env, args);
  programs.push(program);
  return program;
};

async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  seconds: number,
  lacking: () => Promise<string> = async () => '',
) {
  const end = Date.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (Date.now() > end) {
      throw new Error(
        `not within ${seconds} s: ${what}${await lacking()}\n${programs.map(({ said }) => said).join('\n')}`,
      );
    }
    await sleep(100);
  }
}

it('works every event once, whoever dies', async () => {
  const port = await freePort();
  const env = {
    REDIS_URL: redis.url,
    DATABASE_URL: postgres.url,
    WEBHOOK_SECRET: secret,
    PORT: String(port),
    PROCESSES: '4',
    LEASE_MS: String(leaseMs),
    ATTEMPTS: '3',
  };
  const receivers = start('receivers.ts', {
    ...env,
    REDIS_URL: `redis://127.0.0.1:${gate.port}`,
    INBOX_REDIS_URL: redis.url,
  });
  const workers = start('workers.ts', env);
  await until('all are ready', () => receivers.pids.length + workers.pids.length === 8, 180);

  const planned = plan(size, seed);
  const { events, deliveries } = planned;
  const sender = new Sender(`http://127.0.0.1:${port}/hooks`, secret);
  const troubles: Promise<unknown>[] = [];
  const kill = (pid: number | undefined) => process.kill(pid!, 'SIGKILL');
  const part = (share: number) => (sent: Progress) => sent.through >= share * deliveries.length;
  let attemptsWhenShut = 0;
  const trouble: [isDue: (sent: Progress) => boolean, make: (sent: Progress) => unknown][] = [
    [part(0.3), () => kill(workers.pids[0])],
    [
      part(0.45),
      ({ attempts }) => {
        gate.shut();
        attemptsWhenShut = attempts;
      },
    ],
    // Enough that each receiver has some that came after: nothing of them is in the queue.
    [
      ({ attempts }) => attempts >= attemptsWhenShut + 2 * lanes,
      () => {
        kill(receivers.pids[0]);
        gate.open();
      },
    ],
    [part(0.6), () => redis.crash()],
    [part(0.7), () => kill(workers.pids[1])],
  ];
  const from = performance.now();
  await sender.send(planned, (sent) => {
    const [isDue, make] = trouble[0] ?? [];
    if (!make || !isDue?.(sent)) return;
    trouble.shift();
    troubles.push(Promise.resolve(make(sent)));
  });
  const sentMs = performance.now() - from;
  await Promise.all(troubles);
  expect(trouble).toEqual([]);

  const poison = events.filter(({ isPoison }) => isPoison);
  const booked = async () => {
    const { rows } = await pool.query('SELECT count(*)::int AS n FROM effects');
    return rows[0].n as number;
  };
  const lost = async () => {
    const kept = new Set((await readEffects()).map(({ id }) => id));
    const ids = events.filter(({ id, isPoison }) => !isPoison && !kept.has(id)).map(({ id }) => id);
    return `; ${ids.length} were answered 200 and never worked: ${ids.slice(0, 20)}`;
  };
  // As long again as sending took on this machine, and enough for a lease to run out on any.
  const patience = Math.max(60, sentMs / 1_000);
  await until(
    'every event is booked',
    async () => (await booked()) >= events.length - poison.length,
    patience,
    lost,
  );
  const bookedMs = performance.now() - from;
  const queue = new Queue('webhooks', { connection: { url: redis.url } });
  await until('the queue is empty', async () => isEmpty(await queue.getJobCounts()), patience);
  const dead = (await queue.getFailed()).map(({ id }) => id).sort();
  await queue.close();

  const letters = start('dead-letters.ts', env);
  expect(await letters.end('none')).toBe(0);
  expect(letters.said).toContain(`${poison.length} dead letters`);
  expect([await receivers.end(), await workers.end()], workers.said).toEqual([0, 0]);

  // Each killed process had another in its place.
  expect([receivers.pids.length, workers.pids.length]).toEqual([5, 6]);
  expect(dead).toEqual(poison.map(({ id }) => `opentrain-${id}`).sort());
  const effects = await readEffects();
  expect(effects.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
    events.filter(({ isPoison }) => !isPoison).map(({ id }) => id),
  );
  // What counts is what the sender was answered, not what it meant to send.
  expect(sender.taken.size).toBe(events.length);
  const order = inOrder(effects, sender.taken);
  expect(order.faults).toEqual([]);
  report(sender, { sentMs, bookedMs }, { ...order, effects: effects.length, dead: dead.length });
});

const isEmpty = ({ waiting, active, delayed, prioritized }: Record<string, number>) =>
  [waiting, active, delayed, prioritized].every((count) => !count);

async function readEffects(): Promise<Effect[]> {
  const { rows } = await pool.query(
    'SELECT event_id, contract_id, began, ended FROM effects ORDER BY began, seq',
  );
  return rows.map((row) => ({
    id: Number(row.event_id),
    contractId: row.contract_id,
    began: row.began.getTime(),
    ended: row.ended.getTime(),
  }));
}

/** What is promised for one contract: never two at once, and none before an earlier one that had been taken when it began. */
function inOrder(effects: Effect[], taken: Map<number, number>) {
  const faults: string[] = [];
  let late = 0;
  let pairs = 0;
  const byContract = grouped(effects);
  for (const [contractId, own] of byContract) {
    own.forEach((effect, at) => {
      const before = own[at - 1];
      if (before && effect.began < before.ended) {
        faults.push(`${contractId}: ${effect.id} began while ${before.id} was worked`);
      }
      for (const earlier of own.slice(at + 1)) {
        pairs++;
        if (earlier.id > effect.id) continue;
        late++;
        const wasThereMs = effect.began - taken.get(earlier.id)!;
        if (wasThereMs > 0) {
          faults.push(
            `${contractId}: ${effect.id} was worked before ${earlier.id}, which was there for ${wasThereMs} ms`,
          );
        }
      }
    });
  }
  return { faults, late, pairs };
}

function grouped(effects: Effect[]): Map<string, Effect[]> {
  const groups = new Map<string, Effect[]>();
  for (const effect of effects) {
    if (effect.contractId === null) continue;
    const own = groups.get(effect.contractId) ?? [];
    own.push(effect);
    groups.set(effect.contractId, own);
  }
  return groups;
}

function report(
  { log }: Sender,
  { sentMs, bookedMs }: { sentMs: number; bookedMs: number },
  counts: { effects: number; dead: number; late: number; pairs: number },
): void {
  const answered = log.filter(({ status }) => status !== undefined);
  const times = answered.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
  const at = (part: number) => `${Math.round(times[Math.floor(times.length * part)]!)} ms`;
  const perSecond = (count: number, ms: number) => Math.round(count / (ms / 1_000));
  const taken = answered.filter(({ status }) => status === 200).length;
  const twice = log.filter(({ duplicate }) => duplicate).length;
  console.log(
    [
      `${taken} deliveries taken in ${Math.round(sentMs / 1_000)} s: ${perSecond(taken, sentMs)} a second`,
      `answered in ${at(0.5)} (p50), ${at(0.99)} (p99); ${twice} sent twice, ${log.length - taken} failed and sent again`,
      `${counts.effects} effects in ${Math.round(bookedMs / 1_000)} s: ${perSecond(counts.effects, bookedMs)} a second`,
      `${counts.dead} dead letters; of ${counts.pairs} pairs of one contract ${counts.late} came too late to be in order`,
    ].join('\n'),
  );
}
