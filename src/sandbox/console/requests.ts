import type { LoggedRequest } from '../kernel/request-log.ts';
import { count, timeOfDay } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';
import type { Visitors } from '../pages/site.ts';
import { httpBadge } from './badge.ts';
import { consolePage } from './console-page.ts';
import { pageSize } from './pager.ts';
import type { Rooms } from './rooms.ts';

/** `/console/requests`: the log, newest first, with what callers were told. */
export function requestVisitors(rooms: Rooms): Visitors {
  const { requests } = rooms.kernel;
  return {
    get: ({ query }) => {
      const only = query.get('only') === 'errors';
      const all = requests.list().reverse();
      const fitting = only ? all.filter(hasFailed) : all;
      return consolePage(rooms, {
        title: 'Requests',
        place: '/console/requests',
        lead: 'Every call of the APIs as it comes in. Keys, tokens and secrets are never kept.',
        content: html`<p class="actions">${
          only
            ? html`<a href="/console/requests">Show all calls</a>`
            : html`<a href="/console/requests?only=errors">Show errors only</a>`
        }</p>
<section class="card" id="requests" data-live aria-label="Calls, newest first">
<p class="quiet">${count(requests.total, 'call')} so far${fitting.length > pageSize && html`, the latest ${pageSize} shown`}.</p>
${requestList(fitting.slice(0, pageSize))}</section>`,
      });
    },
  };
}

/** Calls, each to be opened for what was sent and answered. */
export function requestList(requests: readonly LoggedRequest[]): Html {
  if (requests.length === 0) return html`<p class="empty">No calls yet.</p>`;
  return html`<ul class="log">${requests.map(entry)}</ul>`;
}

function entry(call: LoggedRequest): Html {
  const { at, requestId, method, url, operationId, status, error } = call;
  return html`<li><details id="call-${requestId}"><summary><span class="quiet">${timeOfDay(at)}</span> ${httpBadge(status)} <span class="grow"><b>${operationId ?? `${method} ${pathOf(url)}`}</b>${error && html` <small>${error.message}</small>`}</span></summary>
<div>${facts(call)}</div></details></li>\n`;
}

function facts({ method, url, actor, gate, error, body, requestId, failure }: LoggedRequest): Html {
  return html`<dl><dt>Call</dt><dd><code>${method} ${url}</code></dd>
${actor && html`<dt>By</dt><dd><code>${actor}</code></dd>`}
${gate && html`<dt>Stopped at</dt><dd>${gate}</dd>`}
${error && html`<dt>Told</dt><dd><code>${error.code}</code> ${error.message}</dd>`}
<dt>Request id</dt><dd><code>${requestId}</code></dd></dl>
${body !== undefined && html`<pre>${JSON.stringify(body, null, 2)}</pre>`}
${failure && html`<pre>${failure}</pre>`}`;
}

function hasFailed({ status = 0 }: LoggedRequest): boolean {
  return status === 0 || status >= 400;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
