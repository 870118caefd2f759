import { sameSite } from '../../../kernel/cross-site.ts';
import type { Call, Handler } from '../../../kernel/handler.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { respondWith } from '../../../pages/page.ts';
import type { AccountRow } from '../../accounts/accounts.ts';
import { annotationPlatform } from '../../accounts/features.ts';
import type { PlatformActor } from '../actor.ts';
import type { AppRow } from '../apps.ts';
import { connect, requireOpen, requireOwner } from '../consent.ts';
import type { Partners } from '../partners.ts';
import type { connectOperations } from './operations.ts';
import { connectedPage, consentPage, declinedPage } from './pages.ts';
import { isRegistered, returnUrl } from './return-url.ts';

/** How many accounts a page lets one choose from. */
const mostChoices = 50;

type Answer = Record<string, string | undefined>;

/** The consent screen. It stands in for signing in as well: whoever looks at it is an owner. */
export function connectHandlers(partners: Partners) {
  const { apps, tickets, market } = partners;

  const openApp = ({ params: { slug = '' } }: Call<PlatformActor>): AppRow => {
    const app = apps.bySlug(slug);
    if (!app) throw new Refusal(404, 'NOT_FOUND', 'There is no such app.');
    requireOpen(app);
    return app;
  };

  const owner = (accountId: string): AccountRow => {
    const account = market.accounts.get(accountId);
    if (!account) throw new Refusal(404, 'NOT_FOUND', 'There is no such account.');
    requireOwner(account);
    return account;
  };

  return {
    'connect.show': (call) => {
      const app = openApp(call);
      const asked = {
        redirectUri: call.query.string('redirect_uri') ?? null,
        state: call.query.params.get('state'),
        externalProjectId: call.query.params.get('external_project_id'),
      };
      requireRegistered(asked.redirectUri, app);
      const accountId = call.query.string('account');
      const accounts = accountId === undefined ? owners(partners) : [owner(accountId)];
      if (accounts.length === 0) {
        throw new Refusal(403, 'FORBIDDEN', 'Nobody owns an employer here yet: make an account.');
      }
      const { id: formToken } = tickets.issue({ appId: app.id, ...asked });
      return respondWith(consentPage({ app, accounts, formToken }));
    },

    'connect.answer': (call: Call<PlatformActor, Answer | undefined>) => {
      if (!sameSite(call.request, call.url)) {
        throw new Refusal(403, 'FORBIDDEN', 'This form was sent from another site.');
      }
      const app = openApp(call);
      const { form_token = '', decision, account = '', pii_consent } = call.body ?? {};
      const ticket = tickets.find(form_token, app.id);
      if (!ticket) {
        const message = 'This form was answered already or is too old: start over at the platform.';
        throw new Refusal(400, 'BAD_REQUEST', message);
      }
      requireRegistered(ticket.redirectUri, app);
      if (decision === 'decline') {
        tickets.use(ticket.id);
        return respondWith(declinedPage(app, returnUrl(ticket, { error: 'access_denied' })));
      }
      if (decision !== 'approve') throw new Refusal(400, 'BAD_REQUEST', 'Approve or decline.');
      const customer = owner(account);
      tickets.use(ticket.id);
      const asksForEmail = app.scopes.includes('participants:email');
      const { token, install } = connect(partners, app, customer, {
        scopes: app.scopes,
        piiConsent: asksForEmail && pii_consent === 'yes',
      });
      const back = returnUrl(ticket, { installId: install.id });
      return respondWith(connectedPage(app, token, back));
    },
  } satisfies Record<keyof typeof connectOperations, Handler<PlatformActor>>;
}

function owners({ market }: Partners): AccountRow[] {
  const found: AccountRow[] = [];
  for (const account of market.accounts.employers()) {
    if (account.features.includes(annotationPlatform)) found.push(account);
    if (found.length === mostChoices) break;
  }
  return found;
}

/** @throws Refusal 400: nobody is sent where the app's owner did not say. */
function requireRegistered(redirectUri: string | null, { name, redirectUris }: AppRow): void {
  if (redirectUri === null || isRegistered(redirectUri, redirectUris)) return;
  throw new Refusal(400, 'BAD_REQUEST', `The return address is none that ${name} registered.`);
}
