import { randomUUID } from 'node:crypto';
import { NotFoundError, type OpenTrainPlatform, TrainyardError } from 'trainyard';
import type { App } from './app.ts';
import { Refused, type Route, seeOther } from './http.ts';
import { activeInstall, clientOf } from './installs.ts';
import { form, signedIn } from './session.ts';

export interface Project {
  readonly id: string;
  readonly customer_id: string;
  readonly name: string;
  readonly job_id: string;
  /** `null` until OpenTrain knows of it. */
  readonly link_id: string | null;
}

export function projectsOf({ db }: Pick<App, 'db'>, customerId: string): Project[] {
  const select = 'SELECT * FROM projects WHERE customer_id = ? ORDER BY name';
  return db.prepare(select).all(customerId) as Project[];
}

export function projectRoutes(app: App): Route[] {
  const { db, rounds } = app;
  const add = db.prepare(
    'INSERT INTO projects (id, customer_id, name, job_id) VALUES (?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM projects WHERE id = ? AND link_id IS NULL');
  return [
    {
      method: 'POST',
      path: /^\/projects$/,
      async answer(visit) {
        const fields = await form(app, visit);
        const { id: customerId } = signedIn(app, visit);
        const install = activeInstall(app, customerId);
        if (!install) throw new Refused(409, 'Connect OpenTrain first.');
        const name = fields.get('name')?.trim() ?? '';
        const jobId = fields.get('job')?.trim() ?? '';
        if (!name || name.length > 300 || !jobId)
          throw new Refused(400, 'Name and job are needed.');
        const id = randomUUID();
        const isLinked = await rounds
          .alone(async () => {
            add.run(id, customerId, name, jobId);
            await linkProjects(app, clientOf(app, install), customerId);
            return remove.run(id).changes === 0;
          })
          .catch((error: unknown) => {
            remove.run(id);
            if (error instanceof TrainyardError) throw new Refused(400, error.message);
            throw error;
          });
        if (!isLinked) throw new Refused(400, 'OpenTrain has no such job of yours.');
        return seeOther(`/projects/${id}`);
      },
    },
  ];
}

/**
 * Links every project that OpenTrain does not know of: new ones, those of a crash in between, and all
 * after the customer connected anew. One whose job is gone stays unlinked.
 */
export async function linkProjects(
  { db }: Pick<App, 'db'>,
  platform: OpenTrainPlatform,
  customerId: string,
): Promise<void> {
  const unlinked = projectsOf({ db }, customerId).filter(({ link_id }) => link_id === null);
  if (unlinked.length === 0) return;
  const links = await platform.projectLinks.list().toArray();
  for (const { id, name, job_id: jobId } of unlinked) {
    try {
      const link =
        links.find(({ externalProjectId }) => externalProjectId === id) ??
        (await platform.projectLinks.create({
          externalProjectId: id,
          externalProjectName: name,
          jobId,
        }));
      db.prepare('UPDATE projects SET link_id = ? WHERE id = ?').run(link.id, id);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
}
