import type { Delivery, DeliveryAttempt } from '../kernel/delivery-log.ts';
import { redactUrl } from '../kernel/redact.ts';
import { Refusal } from '../kernel/refusal.ts';
import { moment } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';
import type { Page } from '../pages/page.ts';
import { refusalOf, seeOther, type Visit, type Visitors } from '../pages/site.ts';
import { table } from '../pages/table.ts';
import { badge, httpBadge } from './badge.ts';
import { consolePage } from './console-page.ts';
import { older, pageSize } from './pager.ts';
import type { Rooms } from './rooms.ts';

/** `/console/deliveries`: webhook deliveries, newest first. */
export function deliveryListVisitors(rooms: Rooms): Visitors {
  const { deliveries } = rooms.kernel;
  return {
    get: ({ query }) => {
      const { rows, nextCursor } = deliveries.page(pageSize, query.get('after') ?? undefined);
      return consolePage(rooms, {
        title: 'Webhooks',
        place: '/console/deliveries',
        lead: 'What was sent to your endpoints, signed, with every attempt.',
        content: html`<section class="card" id="deliveries" data-live aria-label="Deliveries, newest first">
${deliveryTable(rows)}${older('/console/deliveries', nextCursor)}</section>`,
      });
    },
  };
}

/** `/console/deliveries/{id}`: one of them, and the button that sends it again. */
export function deliveryVisitors(rooms: Rooms): Visitors {
  const { deliveries } = rooms.kernel;
  const asked = ({ params: { id = '' } }: Visit): Delivery => {
    const found = deliveries.get(id);
    if (!found) throw new Refusal(404, 'NOT_FOUND', 'There is no such delivery.');
    return found;
  };

  return {
    get: (visit) => deliveryPage(rooms, asked(visit)),
    post: (visit) => {
      try {
        deliveries.redeliver(asked(visit).id);
        return seeOther(visit.url.pathname);
      } catch (error) {
        const { status, message } = refusalOf(error);
        return deliveryPage(rooms, asked(visit), { status, problem: message });
      }
    },
  };
}

/** Deliveries as a table. */
export function deliveryTable(deliveries: readonly Delivery[]): Html {
  return table({
    caption: 'Deliveries',
    columns: ['Event', 'To', 'At', { name: 'Attempts', numeric: true }, 'State'],
    rows: deliveries.map((delivery) => [
      html`<a href="/console/deliveries/${delivery.id}">${delivery.event}</a>`,
      html`<code>${shown(delivery.url)}</code>`,
      moment(delivery.createdAt),
      delivery.attempts.length,
      badge(delivery.state),
    ]),
    empty: 'Nothing was sent yet: no endpoint listens, or nothing happened.',
  });
}

function deliveryPage(
  rooms: Rooms,
  {
    id,
    event,
    url,
    channel,
    endpointId,
    state,
    attempts,
    createdAt,
    nextAttemptAt,
    payload,
  }: Delivery,
  failure: { status?: number; problem?: string } = {},
): Page {
  return consolePage(rooms, {
    title: event,
    place: '/console/deliveries',
    ...failure,
    content: html`<p><a href="/console/deliveries">All deliveries</a></p>
<section class="card" id="delivery" data-live aria-label="Delivery"><dl>
<dt>State</dt><dd>${badge(state)}</dd>
<dt>To</dt><dd><code>${shown(url)}</code></dd>
<dt>Platform</dt><dd>${channel}</dd>
<dt>Delivery</dt><dd><code>${id}</code></dd>
<dt>Endpoint</dt><dd><code>${endpointId}</code></dd>
<dt>Enqueued</dt><dd>${moment(createdAt)} UTC</dd>
${nextAttemptAt && html`<dt>Next attempt</dt><dd>${moment(nextAttemptAt)} UTC</dd>`}</dl>
<h2>Attempts</h2>
${table({
  caption: 'Attempts',
  columns: ['At', 'Answer', 'Note'],
  rows: attempts.map((attempt) => [moment(attempt.at), answerOf(attempt), noteOn(attempt)]),
  empty: 'None yet.',
})}</section>
<form method="post" action="/console/deliveries/${id}"><button class="main">Send it again</button></form>
<section class="card" aria-labelledby="body"><h2 id="body">Body</h2><pre>${JSON.stringify(payload, null, 2)}</pre></section>`,
  });
}

function answerOf({ status, error }: DeliveryAttempt): Html {
  return error === undefined ? httpBadge(status) : badge(error, 'bad');
}

function noteOn({ duplicate, lost, round }: DeliveryAttempt): string {
  return [
    round !== undefined && `sent again: start ${round}`,
    duplicate === true && 'a repeat, made by a fault',
    lost === true && 'lost on the way, by a fault',
  ]
    .filter((note) => note !== false)
    .join('; ');
}

/** People put tokens into the URLs of their endpoints. */
function shown(url: string): string {
  return URL.canParse(url) ? redactUrl(new URL(url)) : url;
}
