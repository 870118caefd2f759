import { date, moment, words } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';
import { named } from '../pages/named.ts';
import type { Visitors } from '../pages/site.ts';
import { table } from '../pages/table.ts';
import type { TenantRow } from '../trainar/tables.ts';
import { badge } from './badge.ts';
import { consolePage } from './console-page.ts';
import { older, pageSize } from './pager.ts';
import type { Rooms } from './rooms.ts';

const perTenant = 25;

/** `/console/training`: TrainAR's tenants, with their tasks and sessions. */
export function trainingVisitors(rooms: Rooms): Visitors {
  const { tenants } = rooms.trainar.tables;
  return {
    get: ({ query }) => {
      const { rows, nextCursor } = tenants.page({
        limit: pageSize,
        after: query.get('after') ?? undefined,
      });
      return consolePage(rooms, {
        title: 'Training',
        place: '/console/training',
        lead: 'Tasks on TrainAR, and the sessions on the glasses.',
        content: html`<div id="training" data-live>${
          rows.length === 0 && html`<p class="empty">No tenants yet.</p>`
        }${rows.map((tenant) => tenantCard(rooms, tenant))}${older('/console/training', nextCursor)}</div>`,
      });
    },
  };
}

function tenantCard({ trainar: { tables } }: Rooms, { id, name }: TenantRow): Html {
  const query = { index: 'tenant', key: id, limit: perTenant } as const;
  const userName = (userId: string | null) => {
    const user = userId === null ? undefined : tables.users.get(userId);
    return user && named(user.fullName);
  };
  const tasks = table({
    caption: `Tasks of ${name}`,
    columns: ['Task', 'For', 'Due', 'From', 'Priority', 'Status'],
    rows: tables.tasks
      .page(query)
      .rows.map((task) => [
        named(task.title),
        userName(task.assignedTo),
        task.dueDate && date(task.dueDate),
        words(task.source),
        task.priority,
        badge(task.status),
      ]),
    empty: 'No tasks yet.',
  });
  const sessions = table({
    caption: `Sessions of ${name}`,
    columns: ['Began', 'Who', 'Task', { name: 'Score', numeric: true }, 'Status'],
    rows: tables.sessions
      .page(query)
      .rows.map((session) => [
        moment(session.startedAt),
        userName(session.userId),
        session.taskId !== null && named(tables.tasks.get(session.taskId)?.title ?? ''),
        session.score,
        badge(session.status),
      ]),
    empty: 'No sessions yet.',
  });
  return html`<section class="card" aria-labelledby="tenant-${id}"><h2 id="tenant-${id}">${named(name)}</h2>
<h3>Tasks</h3>${tasks}<h3>Sessions</h3>${sessions}</section>\n`;
}
