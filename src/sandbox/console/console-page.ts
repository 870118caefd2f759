import { count } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';
import type { Page } from '../pages/page.ts';
import type { Rooms } from './rooms.ts';

const places = {
  '/': 'Overview',
  '/console/accounts': 'Accounts',
  '/console/jobs': 'Jobs',
  '/console/approvals': 'Approvals',
  '/console/money': 'Money',
  '/console/training': 'Training',
  '/console/deliveries': 'Webhooks',
  '/console/requests': 'Requests',
  '/console/time': 'Time and faults',
} as const;

/** A page of the console. */
export interface ConsolePage {
  readonly title: string;
  /** Which entry of the navigation it belongs to. */
  readonly place: keyof typeof places;
  /** What stands below the heading. */
  readonly content: Html;
  readonly lead?: Html | string;
  readonly status?: number;
  /** What went wrong with a form. */
  readonly problem?: string | undefined;
}

/** A page of the console, with its navigation. */
export function consolePage({ partners }: Rooms, page: ConsolePage): Page {
  const { title, place, lead, content, status, problem } = page;
  const waiting = partners.market.approvals.waiting().length;
  return {
    title,
    ...(status !== undefined && { status }),
    news: waiting > 0 ? `${count(waiting, 'approval is', 'approvals are')} waiting` : '',
    navigation: navigation(place, waiting),
    content: html`<h1>${title}</h1>
${lead && html`<p class="lead">${lead}</p>`}
${problem && html`<p class="alert" role="alert">${problem}</p>`}
${content}`,
  };
}

function navigation(current: string, waiting: number): Html {
  const links = Object.entries(places).map(
    ([path, name]) =>
      html`<li><a href="${path}"${path === current && html` aria-current="page"`}>${name}${
        path === '/console/approvals' &&
        waiting > 0 &&
        html` <span class="badge warn">${waiting}<span class="unseen"> waiting</span></span>`
      }</a></li>`,
  );
  return html`<nav aria-label="Console" id="navigation" data-live><ul>${links}</ul></nav>`;
}
