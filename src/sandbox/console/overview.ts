import { count, moment } from '../pages/format.ts';
import { html } from '../pages/html.ts';
import type { Visitors } from '../pages/site.ts';
import { waitingList } from './approvals.ts';
import { consolePage } from './console-page.ts';
import { deliveryTable } from './deliveries.ts';
import { requestList } from './requests.ts';
import type { Rooms } from './rooms.ts';

const shown = 8;

/** `/`: what is going on, at a glance. */
export function overviewVisitors(rooms: Rooms): Visitors {
  const { kernel, partners, trainar } = rooms;
  const fact = (href: string, number: number, one: string, many?: string) => {
    const [value, ...name] = count(number, one, many).split(' ');
    return html`<li><a href="${href}"><b>${value}</b> ${name.join(' ')}</a></li>\n`;
  };

  return {
    get: () => {
      const { approvals } = partners.market;
      const sizes = kernel.store.sizes();
      const size = (table: string) => sizes[table] ?? 0;
      const { clock } = kernel;
      return consolePage(rooms, {
        title: 'Sandbox',
        place: '/',
        lead: html`TrainAR and OpenTrain, in memory. It is <b>${moment(clock.iso())} UTC</b> here, and time ${clock.passes ? 'passes' : 'stands still until it is moved on'}.`,
        content: html`<div id="overview" data-live>
<ul class="facts">
${fact('/console/approvals', approvals.waiting().length, 'approval waiting', 'approvals waiting')}
${fact('/console/accounts', size('opentrain.accounts') + trainar.tables.tenants.size, 'account and tenant', 'accounts and tenants')}
${fact('/console/jobs', size('opentrain.jobs'), 'job')}
${fact('/console/money', size('opentrain.contracts'), 'contract')}
${fact('/console/training', trainar.tables.tasks.size, 'task')}
${fact('/console/deliveries', kernel.deliveries.pending, 'delivery to come', 'deliveries to come')}
${fact('/console/requests', kernel.requests.total, 'call')}
${fact('/console/time', kernel.faults.list().length, 'fault to come', 'faults to come')}
</ul>
<section class="card" aria-labelledby="waiting"><h2 id="waiting">Waiting for a human</h2>${waitingList(rooms)}</section>
<section class="card" aria-labelledby="calls"><div class="head"><h2 id="calls">Latest calls</h2><a href="/console/requests">All calls</a></div>${requestList(kernel.requests.list().slice(-shown).reverse())}</section>
<section class="card" aria-labelledby="sent"><div class="head"><h2 id="sent">Latest deliveries</h2><a href="/console/deliveries">All deliveries</a></div>${deliveryTable(kernel.deliveries.page(shown).rows)}</section>
</div>`,
      });
    },
  };
}
