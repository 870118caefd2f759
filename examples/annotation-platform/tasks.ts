import type { App } from './app.ts';
import { today } from './calendar.ts';
import { json, Refused, type Route, type Visit } from './http.ts';

interface Done {
  readonly taskId: string;
  readonly seconds: number;
  readonly labels: number;
}

const longestDaySeconds = 86_400;

/** What a worker's key is for. It is derived and not stored, so whoever reads the database has none. */
export function workerKey({ keys }: Pick<App, 'keys'>, memberId: string): string {
  return `${memberId}.${keys.sign('worker', memberId)}`;
}

/** The labelling tool says that a task is done. The same task may be told again: it counts once. */
export function taskRoutes(app: App): Route[] {
  const { db } = app;
  const add = db.prepare(
    'INSERT OR IGNORE INTO tasks (member_id, task_id, day, seconds, labels) VALUES (?, ?, ?, ?, ?)',
  );
  const count = db.prepare(
    `INSERT INTO work_days (member_id, day, seconds, tasks, labels, version)
     VALUES (:memberId, :day, :seconds, 1, :labels, 1)
     ON CONFLICT (member_id, day) DO UPDATE SET seconds = seconds + excluded.seconds,
       tasks = tasks + 1, labels = labels + excluded.labels, version = version + 1
     RETURNING seconds`,
  );
  const tell = db.transaction((memberId: string, { taskId, seconds, labels }: Done) => {
    const day = today();
    if (add.run(memberId, taskId, day, seconds, labels).changes === 0) return false;
    const total = count.get({ memberId, day, seconds, labels }) as { seconds: number };
    if (total.seconds > longestDaySeconds) throw new Refused(422, 'A day has 24 hours.');
    return true;
  });
  return [
    {
      method: 'POST',
      path: /^\/api\/tasks$/,
      async answer(visit) {
        const memberId = worker(app, visit);
        const done = readDone(await visit.body());
        return json(200, { counted: tell.immediate(memberId, done) });
      },
    },
  ];
}

/** @throws Refused 401 without a key of ours, 403 when its holder works here no more. */
function worker({ db, keys }: App, { headers }: Visit): string {
  const [, memberId = '', key = ''] =
    /^Bearer ([^.]+)\.(.+)$/.exec(headers.authorization ?? '') ?? [];
  if (!keys.isSigned(key, 'worker', memberId)) throw new Refused(401, 'A worker key is needed.');
  const find = `SELECT 1 FROM members
      JOIN contracts ON contracts.id = contract_id
      JOIN projects ON projects.id = project_id
      JOIN installs USING (customer_id)
    WHERE members.id = ? AND active = 1 AND contracts.status = 'active'
      AND installs.status = 'active'`;
  if (!db.prepare(find).get(memberId))
    throw new Refused(403, 'This contract is over, or its customer left.');
  return memberId;
}

function readDone(body: Buffer): Done {
  let done: Partial<Record<keyof Done, unknown>> | null = null;
  try {
    done = JSON.parse(body.toString('utf8'));
  } catch {
    // Told below, as everything else that is no task.
  }
  const { taskId, seconds, labels = 0 } = done ?? {};
  if (typeof taskId !== 'string' || !/^.{1,100}$/.test(taskId)) {
    throw new Refused(400, 'taskId has to be a text of 1 to 100 characters.');
  }
  if (!isCount(seconds) || !isCount(labels)) {
    throw new Refused(400, 'seconds and labels have to be whole numbers of 0 or more.');
  }
  return { taskId, seconds, labels };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
