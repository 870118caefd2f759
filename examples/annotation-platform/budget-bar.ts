import type { Budget } from 'trainyard/platform';
import { type Html, html } from './html.ts';

const states: Readonly<Record<string, string>> = {
  OK: 'There is enough left.',
  LOW: 'Running low: fund another milestone soon.',
  DEPLETED: 'Used up: fund another milestone before more work is done.',
};

/** A budget as a bar, and in words for who can't see it or wants it to the second. */
export function budgetBar(contractId: string, budget: Budget): Html {
  const { consumed, consumedFraction, fundedVolume, fundedAmountUsd, paymentType, state } = budget;
  const id = `budget-${contractId}`;
  const isMeasured = paymentType === 'PAY_PER_HOUR' || paymentType === 'PAY_PER_LABEL';
  const unit = paymentType === 'PAY_PER_LABEL' ? 'labels' : 'hours';
  const funded = isMeasured ? `${number(fundedVolume)} ${unit}` : 'a fixed price';
  return html`<div class="budget">
<p id="${id}">Budget: ${funded}, ${number(fundedAmountUsd)} USD</p>
${
  isMeasured &&
  html`<progress max="1" value="${Math.min(1, consumedFraction)}" aria-labelledby="${id}" aria-describedby="${id}-used"></progress>`
}
<p id="${id}-used">Used: <data class="seconds" value="${consumed.seconds}">${duration(consumed.seconds)}</data>,
<data class="labels" value="${consumed.labels}">${number(consumed.labels)}</data> labels,
<data class="tasks" value="${consumed.tasks}">${number(consumed.tasks)}</data> tasks${
    isMeasured &&
    html`: <data class="fraction" value="${consumedFraction}">${percent(consumedFraction)}</data>`
  }.
<strong>${states[state] ?? state}</strong></p>
</div>`;
}

/** Hours, minutes and seconds, leaving nothing out. */
export function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${number(Math.floor(minutes / 60))} h ${minutes % 60} min ${seconds % 60} s`;
}

function percent(fraction: number): string {
  return `${number(Math.round(fraction * 1000) / 10)} %`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
