import { randomUUID } from 'node:crypto';
import type { OpenTrainPlatform } from 'trainyard';
import type { Budget } from 'trainyard/platform';
import type { App } from './app.ts';

export interface Contract {
  readonly id: string;
  readonly project_id: string;
  readonly title: string | null;
  readonly status: 'active' | 'ended';
  /** JSON of the budget as OpenTrain last told it. */
  readonly budget: string | null;
  readonly report_error: string | null;
}

/** A trainer as OpenTrain shows them; keyed on the id, since masked names collide and change. */
interface Person {
  readonly opentrainUserId: string;
  readonly displayName: string;
  readonly workEmail?: string | undefined;
}

type Store = Pick<App, 'db'>;

export function contractsOf({ db }: Store, projectId: string): Contract[] {
  const select = 'SELECT * FROM contracts WHERE project_id = ? ORDER BY status, id';
  return db.prepare(select).all(projectId) as Contract[];
}

/** Notes a contract as an event or a list tells it. What has ended never starts again. */
export function noteContract(
  { db }: Store,
  { id, title, status }: { id: string; title?: string | null | undefined; status: string },
  projectId: string,
): void {
  db.prepare(
    `INSERT INTO contracts (id, project_id, title, status) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET stale = 1, title = excluded.title,
       status = CASE status WHEN 'ended' THEN 'ended' ELSE excluded.status END`,
  ).run(id, projectId, title ?? null, status === 'ended' ? 'ended' : 'active');
}

/** Members and budget are to be read again. */
export function markStale({ db }: Store, contractId: string): void {
  db.prepare('UPDATE contracts SET stale = 1 WHERE id = ?').run(contractId);
}

/** The same for everything on a job, where it is not known what of it changed. */
export function markJobStale({ db }: Store, customerId: string, jobId: string | null): void {
  db.prepare(
    `UPDATE contracts SET stale = 1 WHERE project_id IN
       (SELECT id FROM projects WHERE customer_id = ? AND job_id = ?)`,
  ).run(customerId, jobId);
}

export function keepBudget({ db }: Store, contractId: string, budget: Budget): void {
  const update = 'UPDATE contracts SET budget = ? WHERE id = ?';
  db.prepare(update).run(JSON.stringify(budget), contractId);
}

/** Lets a trainer in. The e-mail may come later: some events arrive before it is issued. */
export function admit({ db }: Store, contractId: string, person: Person): void {
  db.prepare(
    `INSERT INTO members (id, contract_id, user_id, display_name, work_email, active)
     VALUES (?, ?, ?, ?, ?, 1)
     ON CONFLICT (contract_id, user_id) DO UPDATE SET active = 1,
       display_name = excluded.display_name, work_email = excluded.work_email`,
  ).run(
    randomUUID(),
    contractId,
    person.opentrainUserId,
    person.displayName,
    person.workEmail ?? null,
  );
}

/** Contracts that were missed, since events are never sent twice. */
export async function catchUp(
  { db }: Store,
  platform: OpenTrainPlatform,
  customerId: string,
): Promise<void> {
  const projects = db.prepare(
    'SELECT id, link_id FROM projects WHERE customer_id = ? AND link_id IS NOT NULL',
  );
  for (const { id, link_id } of projects.all(customerId) as { id: string; link_id: string }[]) {
    const query = { projectLinkId: link_id, limit: 200 };
    const contracts = await platform.contracts.list(query).toArray();
    db.transaction(() => {
      for (const contract of contracts) noteContract({ db }, contract, id);
    })();
  }
}

/** Reads members and budgets of contracts to which something happened. */
export async function refresh(
  { db }: Store,
  platform: OpenTrainPlatform,
  customerId: string,
): Promise<void> {
  const stale = db.prepare(
    `SELECT contracts.id FROM contracts JOIN projects ON projects.id = project_id
     WHERE customer_id = ? AND stale = 1 AND link_id IS NOT NULL`,
  );
  for (const { id } of stale.all(customerId) as { id: string }[]) {
    // Before it is read: what happens meanwhile makes it stale again.
    db.prepare('UPDATE contracts SET stale = 0 WHERE id = ?').run(id);
    try {
      const people = await platform.contracts.participants(id).toArray();
      const budget = await platform.contracts.budget(id);
      db.transaction(() => {
        db.prepare('UPDATE members SET active = 0 WHERE contract_id = ?').run(id);
        for (const person of people) admit({ db }, id, person);
        keepBudget({ db }, id, budget);
      })();
    } catch (error) {
      markStale({ db }, id);
      throw error;
    }
  }
}
