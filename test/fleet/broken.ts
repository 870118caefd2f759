import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const examples = fileURLToPath(new URL('../../examples/webhook-fleet/', import.meta.url));

/** One thing that the fleet rests on, taken out of one of its files. */
const breaks: Record<string, { file: string; from: string; to: string }> = {
  /** The note of an event and its effect are no longer one. */
  transaction: { file: 'ledger.ts', from: "await client.query('BEGIN');", to: '' },
  /** Events of one contract wait for nobody. */
  order: { file: 'receivers.ts', from: 'orderBy: contractOf,', to: '' },
  /** Deliveries are answered while their events are still on the way to the queue. */
  'early-answer': {
    file: 'receivers.ts',
    from: 'enqueue: bullmqEnqueue(queue, {',
    to: 'enqueue: ((...made) => async (...sent) => void bullmqEnqueue(...made)(...sent))(queue, {',
  },
  /** What a dead process had in hand is nobody else's for an hour. */
  lease: { file: 'config.ts', from: 'Number(env.LEASE_MS ?? 30_000)', to: '3_600_000' },
};

/** The folder of the fleet's programs: as they are, or with one thing broken to see the test fail. */
export async function programsOf(
  broken: string | undefined,
): Promise<{ folder: string; remove(): Promise<void> }> {
  if (!broken) return { folder: examples, remove: async () => {} };
  const change = breaks[broken];
  if (!change) throw new Error(`FLEET_BREAK is one of ${Object.keys(breaks).join(', ')}.`);
  const folder = await mkdtemp(fileURLToPath(new URL('./.broken-', import.meta.url)));
  await cp(examples, folder, { recursive: true });
  const file = `${folder}/${change.file}`;
  const whole = await readFile(file, 'utf8');
  if (!whole.includes(change.from)) throw new Error(`${change.file} has no ${change.from}`);
  await writeFile(file, whole.replace(change.from, change.to));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
