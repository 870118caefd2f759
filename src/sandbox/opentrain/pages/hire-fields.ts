import { type Html, html } from '../../pages/html.ts';
import type { HireTerms } from '../money/hire-terms.ts';
import type { Decision } from '../money/hiring.ts';

/** An amount as it stands in its field. */
export function amountText({ amountCents }: Pick<HireTerms, 'amountCents'>): string {
  return (amountCents / 100).toFixed(2);
}

/** A due date as it stands in its field, which knows no time of day. */
export function dayOf({ dueDate }: Pick<HireTerms, 'dueDate'>): string {
  return dueDate?.slice(0, 10) ?? '';
}

/** The first milestone of a hire, which a human may change before confirming. */
export function hireFields(terms: HireTerms, changes: Decision['milestone'] = {}): Html {
  const { name = terms.name, description = terms.description, amount, dueDate } = changes;
  return html`<fieldset><legend>First milestone</legend>
<p class="quiet">You may change it before you confirm: what stands here is what is agreed.</p>
<div class="fields">
<label class="whole">Name <input name="name" value="${name}" maxlength="200" autocomplete="off"></label>
<label class="whole">Description <textarea name="description" rows="3">${'\n'}${description}</textarea></label>
<label>Amount in US dollars <input name="amount" type="number" min="0.01" step="0.01" required inputmode="decimal" value="${amount ?? amountText(terms)}"></label>
<label>Due <input name="due" type="date" value="${dueDate ?? dayOf(terms)}"></label>
</div>
<button name="decision" value="preview" class="small" formnovalidate>Update the sums</button>
</fieldset>`;
}
