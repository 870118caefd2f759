import type { Budget } from 'trainyard/platform';
import type { App } from './app.ts';
import { budgetBar, duration } from './budget-bar.ts';
import { consentPage } from './consent.ts';
import { type Contract, contractsOf } from './contracts.ts';
import { type Html, html } from './html.ts';
import { page, Refused, type Route } from './http.ts';
import { activeInstall } from './installs.ts';
import { type Project, projectsOf } from './projects.ts';
import { type Customer, signedIn } from './session.ts';
import { workerKey } from './tasks.ts';

/** What a customer looks at. No scripts: every page is read anew. */
export function pageRoutes(app: App): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/$/,
      answer(visit) {
        const customer = signedIn(app, visit);
        const declined = visit.url.searchParams.has('declined');
        // A form that is answered with a redirect counts as sent to where that leads.
        const consent = new URL(consentPage(app)).origin;
        return page(200, home(app, customer, declined), consent);
      },
    },
    {
      method: 'GET',
      path: /^\/projects\/([^/]+)$/,
      answer(visit) {
        const { id } = signedIn(app, visit);
        const project = projectsOf(app, id).find((each) => each.id === visit.params[0]);
        if (!project) throw new Refused(404, 'There is no such project.');
        return page(200, projectPage(app, project));
      },
    },
  ];
}

export function sorryPage(status: number, message: string): Html {
  const content = html`<h1>This did not work</h1>\n<p role="alert">${message}</p>\n<p><a href="/">To the start</a></p>`;
  return document(`Error ${status}`, content);
}

function home(app: App, customer: Customer, declined: boolean): Html {
  const install = activeInstall(app, customer.id);
  const content = html`<h1>${customer.name}</h1>
<h2>OpenTrain</h2>
${declined && html`<p role="status">You declined, and nothing was connected.</p>`}
<p id="connection">${
    install
      ? html`Connected as <code>${install.id}</code>${install.pii_consent === 0 && ', without Work Emails'}.`
      : 'Not connected.'
  }</p>
${customer.pending_install_id !== null && tokenForm()}
<form method="post" action="/opentrain/connect"><button id="connect">${install ? 'Connect anew' : 'Connect'}</button></form>
${install && projectList(projectsOf(app, customer.id))}`;
  return document(customer.name, content);
}

function tokenForm(): Html {
  return html`<form method="post" action="/opentrain/token">
<p><label for="token">Token that OpenTrain showed you</label>
<input id="token" name="token" type="password" required autocomplete="off" spellcheck="false"></p>
<p><button id="save-token">Save the token</button></p>
</form>`;
}

function projectList(projects: readonly Project[]): Html {
  return html`<h2>Projects</h2>
<ul>${projects.map(({ id, name }) => html`<li><a href="/projects/${id}">${name}</a></li>\n`)}</ul>
<form method="post" action="/projects">
<p><label for="name">Name</label> <input id="name" name="name" maxlength="300" required></p>
<p><label for="job">OpenTrain job</label> <input id="job" name="job" required></p>
<p><button id="add-project">Add a project</button></p>
</form>`;
}

function projectPage(app: App, project: Project): Html {
  const contracts = contractsOf(app, project.id);
  const content = html`<p><a href="/">All projects</a></p>
<h1>${project.name}</h1>
<p>OpenTrain job <code>${project.job_id}</code>${project.link_id === null && ', not linked yet'}</p>
${contracts.map((contract) => contractSection(app, contract))}
${contracts.length === 0 && html`<p>Nobody was hired yet.</p>`}`;
  return document(project.name, content);
}

function contractSection(app: App, { id, title, status, budget, report_error }: Contract): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title ?? 'Contract'} (${status})</h2>
${budget !== null && budgetBar(id, JSON.parse(budget) as Budget)}
${report_error !== null && html`<p role="alert">The last report failed: ${report_error}</p>`}
<table><caption>Workers</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Work Email</th><th scope="col">Worked</th><th scope="col">Not reported yet</th><th scope="col">Key for the labelling tool</th></tr></thead>
<tbody>${workers(app, id).map((worker) => workerRow(app, worker, status === 'active'))}</tbody>
</table>
</section>\n`;
}

interface Worker {
  readonly id: string;
  readonly display_name: string;
  readonly work_email: string | null;
  readonly active: number;
  readonly seconds: number;
  readonly unreported: number;
}

function workerRow(app: App, worker: Worker, isRunning: boolean): Html {
  const { id, display_name, work_email, active, seconds, unreported } = worker;
  return html`<tr><th scope="row">${display_name}</th><td>${work_email ?? 'not shared'}</td>
<td>${duration(seconds)}</td><td>${unreported === 1 ? '1 day' : `${unreported} days`}</td>
<td>${active === 1 && isRunning ? html`<code class="key">${workerKey(app, id)}</code>` : 'no access'}</td></tr>\n`;
}

function workers({ db }: App, contractId: string): Worker[] {
  const select = db.prepare(
    `SELECT id, display_name, work_email, active, coalesce(sum(seconds), 0) AS seconds,
       coalesce(sum(reported_version < version), 0) AS unreported
     FROM members LEFT JOIN work_days ON member_id = members.id
     WHERE contract_id = ? GROUP BY members.id ORDER BY display_name, members.id`,
  );
  return select.all(contractId) as Worker[];
}

function document(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body{font:1rem/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}progress{width:100%;height:1.5rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #767676}code{overflow-wrap:anywhere}</style>
</head>
<body><main>${content}</main></body>
</html>
`;
}
