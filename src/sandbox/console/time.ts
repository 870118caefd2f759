import { Refusal } from '../kernel/refusal.ts';
import { count, moment } from '../pages/format.ts';
import { html } from '../pages/html.ts';
import type { Page } from '../pages/page.ts';
import { refusalOf, seeOther, type Visitor, type Visitors } from '../pages/site.ts';
import { consolePage } from './console-page.ts';
import { faultForms, faultFrom, faultTable } from './faults.ts';
import type { Rooms } from './rooms.ts';

const steps = ['1m', '1h', '24h', '72h'] as const;

/** `/console/time`: moves the clock on, and shows what is to go wrong. */
export function timeVisitors(rooms: Rooms): Visitors {
  const { clock } = rooms.kernel;
  return {
    get: () => timePage(rooms),
    post: orSay(rooms, async ({ form }) => {
      const by = form.get('by') || form.get('other') || '';
      await clock.advance(by.trim() as `${number}h`);
    }),
  };
}

/** `/console/faults`: injects and removes. */
export function faultVisitors(rooms: Rooms): Visitors {
  const { faults } = rooms.kernel;
  return {
    get: () => seeOther('/console/time'),
    post: orSay(rooms, async ({ form }) => {
      const decision = form.get('decision') ?? '';
      if (decision === 'clear') faults.clear();
      else if (decision === 'inject') faults.inject(faultFrom(form));
      else if (/^\d+$/.test(decision)) faults.remove(Number(decision));
      else throw new Refusal(400, 'BAD_REQUEST', 'This page does not do that.');
    }),
  };
}

/** Back to the page once it is done, or there with what was wrong. */
function orSay(rooms: Rooms, act: (visit: Parameters<Visitor>[0]) => Promise<void>): Visitor {
  return async (visit) => {
    try {
      await act(visit);
      return seeOther('/console/time');
    } catch (error) {
      const { status, message } = refusalOf(error);
      return timePage(rooms, { status, problem: message });
    }
  };
}

function timePage(rooms: Rooms, failure: { status?: number; problem?: string } = {}): Page {
  const { clock } = rooms.kernel;
  const { timers } = clock.snapshot();
  const [next] = timers;
  return consolePage(rooms, {
    title: 'Time and faults',
    place: '/console/time',
    ...failure,
    content: html`<section class="card" aria-labelledby="clock"><h2 id="clock">Clock</h2>
<div id="now" data-live><p><b class="big">${moment(clock.iso())} UTC</b><br>
<span class="quiet">${clock.passes ? 'Time passes by itself.' : 'Time stands still until it is moved on.'} ${
      next
        ? html`${count(timers.length, 'timer')} to come, the next at ${moment(clock.iso(next.at))}.`
        : 'No timer is set.'
    }</span></p></div>
<form method="post" action="/console/time"><p class="actions">${steps.map(
      (step) => html`<button name="by" value="${step}">+ ${step}</button>\n`,
    )}</p>
<div class="fields"><label>Or by <input name="other" placeholder="90m" autocomplete="off"></label></div>
<button>Move time on</button></form></section>
<section class="card" aria-labelledby="faults"><h2 id="faults">Faults to come</h2>
<div id="fault-list" data-live>${faultTable(rooms.kernel)}</div>
</section>${faultForms(rooms.kernel)}`,
  });
}
