import { deliveryKinds, type Fault } from '../kernel/faults.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { count } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';
import { table } from '../pages/table.ts';

/** What waits to go wrong, each with a button that takes it back. */
export function faultTable({ faults }: Kernel): Html {
  const injected = faults.list();
  return html`${table({
    caption: 'Faults to come',
    columns: ['What', 'Hits', 'Take back'],
    rows: injected.map(({ id, fault, left }) => [
      html`<code>${JSON.stringify(fault)}</code>`,
      left === null ? 'every time' : count(left, 'more time'),
      html`<form method="post" action="/console/faults"><button class="small" name="decision" value="${id}">Remove<span class="unseen"> fault ${id}</span></button></form>`,
    ]),
    empty: 'Nothing is to go wrong.',
  })}${injected.length > 1 && html`<form method="post" action="/console/faults"><button class="small" name="decision" value="clear">Remove all</button></form>`}`;
}

const times = html`<label>How often <select name="times"><option value="1">Once</option><option value="3">3 times</option><option value="always">Always</option></select></label>`;

/** Forms to inject a fault: of a call, and of a delivery. */
export function faultForms(kernel: Kernel): Html {
  const ids = kernel.operations().flatMap((product) => product.ids);
  return html`<div class="cards">
<form method="post" action="/console/faults" class="card"><h2>Make a call fail</h2><input type="hidden" name="what" value="call">
<div class="fields"><label class="whole">Operation <input name="operation" list="operations" placeholder="any" autocomplete="off"></label>
<label>How <select name="how"><option value="503">Answers 503</option><option value="500">Answers 500</option><option value="429">Answers 429</option><option value="drop">Connection breaks</option><option value="response">Works, answer is lost</option></select></label>${times}</div>
<datalist id="operations">${[...new Set(ids)].map((id) => html`<option value="${id}"></option>`)}</datalist>
<button name="decision" value="inject">Inject</button></form>
<form method="post" action="/console/faults" class="card"><h2>Make a delivery fail</h2><input type="hidden" name="what" value="delivery">
<div class="fields"><label class="whole">Event <input name="event" placeholder="any, or such as task.created" autocomplete="off"></label>
<label>How <select name="how">${deliveryKinds.map((kind) => html`<option>${kind}</option>`)}</select></label>${times}
<label>Late by, in seconds <input name="late" type="number" min="1" value="60"></label></div>
<button name="decision" value="inject">Inject</button></form></div>`;
}

/** What a form asks for; the faults themselves say what makes no sense. */
export function faultFrom(form: URLSearchParams): Fault {
  const how = form.get('how') ?? '';
  const often = form.get('times') ?? '1';
  const frequency = { times: often === 'always' ? often : Number(often) } as const;
  if (form.get('what') === 'delivery') {
    const delivery = how as (typeof deliveryKinds)[number];
    const event = form.get('event')?.trim();
    const late = { latencyMs: Number(form.get('late')) * 1000 };
    return { ...frequency, delivery, ...(event && { event }), ...(how === 'delay' && late) };
  }
  const operationId = form.get('operation')?.trim();
  return { ...frequency, ...(operationId && { operationId }), ...failure(how) };
}

function failure(how: string) {
  if (how === 'drop') return { drop: true } as const;
  if (how === 'response') return { drop: 'response' } as const;
  return { status: Number(how) };
}
