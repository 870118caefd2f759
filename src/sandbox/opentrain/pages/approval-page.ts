import { moment, span } from '../../pages/format.ts';
import { type Html, html, type Piece } from '../../pages/html.ts';
import { named } from '../../pages/named.ts';
import type { Page } from '../../pages/page.ts';
import { refusalOf } from '../../pages/site.ts';
import type { Market } from '../market.ts';
import type { ApprovalRow } from '../money/approvals.ts';
import type { Decision } from '../money/hiring.ts';
import { approvalSubject } from './approval-subject.ts';
import { hireFields } from './hire-fields.ts';
import { paymentChoice } from './payment-choice.ts';
import { type Sums, sumsOf, sumsTable } from './sums.ts';

/** Why a decision was not carried out. */
interface Failure {
  readonly status: number;
  readonly message: string;
  readonly reason?: unknown;
}

/** What the form held when the page is shown again. */
interface Shown {
  readonly decision?: Decision;
  readonly failure?: Failure;
}

/** Who asks, for what, what it costs; and the two buttons, while it waits. */
export function approvalPage(
  market: Market,
  approval: ApprovalRow,
  { decision = {}, failure }: Shown = {},
): Page {
  const { id, accountId, status } = approval;
  const subject = approvalSubject(market, approval);
  const { sums, problem = failure } = workedOut(market, approval, decision);
  const touched = (failure || Object.keys(decision).length > 0) && html` data-touched`;
  return {
    title: subject.title,
    status: failure?.status ?? 200,
    news: `This request is ${status}.`,
    content: html`<div id="approval" data-live data-state="${status}">
<h1>${subject.heading}</h1>
<p class="lead">${askedBy(market, approval)}</p>
${problem && failureNote(problem, accountId)}
<section class="card" aria-label="What it is about"><dl>${subject.facts.map(fact)}</dl></section>
${
  status === 'pending'
    ? html`<form method="post" action="/approvals/${id}" data-preview="sums" class="card"${touched}>
${approval.terms && hireFields(approval.terms, decision.milestone)}
<div id="sums"><h2>${sums.chargeCents === null ? 'What moves' : 'What it costs'}</h2>
${sumsTable(sums)}
${sums.chargeCents !== null && paymentChoice(market, accountId, sums.chargeCents, decision.source)}</div>
<p class="actions"><button name="decision" value="confirm" class="main">${subject.confirm}</button>
<button name="decision" value="decline" formnovalidate>Decline</button></p>
</form>`
    : outcome(approval, accountId)
}</div>`,
  };
}

function fact([name, value]: readonly [string, Piece]): Html {
  return html`<dt>${name}</dt><dd>${value}</dd>\n`;
}

/** Sums of what is in the form, or of what was asked for where that makes no sense. */
function workedOut(
  market: Market,
  approval: ApprovalRow,
  decision: Decision,
): { sums: Sums; problem?: Failure } {
  try {
    return { sums: sumsOf(market, approval, decision) };
  } catch (error) {
    const { status, message } = refusalOf(error);
    return { sums: sumsOf(market, approval, {}), problem: { status, message } };
  }
}

function askedBy(market: Market, { accountId, tokenId, createdAt, ...approval }: ApprovalRow) {
  const account = market.accounts.get(accountId);
  const agent = account?.agentName ?? market.tokens.get(tokenId)?.name ?? 'An API token';
  const { clock } = market.kernel;
  const left = Date.parse(approval.expiresAt) - clock.now();
  const until =
    approval.status === 'pending' &&
    html` It can be decided for another ${span(left)}, until ${moment(approval.expiresAt)} UTC.`;
  return html`${named(agent)} asked ${named(account?.name ?? 'you')} on ${moment(createdAt)} UTC.${until}`;
}

function failureNote({ message, reason }: Failure, accountId: string): Html {
  const billing = reason === 'payment_method_required' || reason === 'insufficient_credits';
  return html`<p class="alert" role="alert">${message}${
    billing &&
    html` <a href="/employer-settings?tab=billing&amp;account=${accountId}">Go to billing</a>`
  }</p>`;
}

const endings = {
  confirmed: 'Confirmed, and done.',
  declined: 'Declined: nothing happened.',
  expired: 'Expired: nobody decided in time, and nothing happened.',
} as const;

function outcome({ status, resolvedAt, result }: ApprovalRow, accountId: string): Html {
  const ending = (endings as Record<string, string>)[status] ?? status;
  const done = Object.entries(result ?? {}).filter(([, value]) => typeof value === 'string');
  return html`<p class="${status === 'confirmed' ? 'note' : 'alert warn'}">${ending}</p>
<section class="card" aria-label="How it ended"><dl>
${resolvedAt && html`<dt>Decided</dt><dd>${moment(resolvedAt)} UTC</dd>`}
${done.map(([name, value]) => html`<dt><code>${name}</code></dt><dd><code>${String(value)}</code></dd>\n`)}</dl></section>
<p><a href="/console/money?account=${accountId}">Contracts and money</a></p>`;
}
