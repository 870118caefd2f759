import type { WebhookEvent } from '../../../../generated/platform/types.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { AccountRow } from '../accounts/accounts.ts';
import { notFound } from '../refusals.ts';
import { type AppForm, checkedFacts, checkedSlug } from './app-facts.ts';
import { type AppRow, connectUrl } from './apps.ts';
import { connect, disconnect } from './consent.ts';
import type { InstallRow } from './installs.ts';
import type { Partners } from './partners.ts';
import { knownScopes } from './scopes.ts';

/** A registered app, as its owner sees it. */
export interface RegisteredApp {
  appId: string;
  /** Public, `ptnapp_…`. */
  clientId: string;
  slug: string;
  status: 'ACTIVE' | 'DISABLED';
  /** Where customers connect it; the same path on any origin of the sandbox. */
  connectUrl: string;
}

/** What an owner answers on the consent screen. */
export interface ConnectOptions {
  /** Whose owner; may be left out while there is only one employer. */
  accountId?: string;
  /** Whether Work Emails are shared. @defaultValue false */
  piiConsent?: boolean;
  /** Less than the app asks for, which the screen itself does not offer. @defaultValue all of the app's */
  scopes?: readonly string[];
}

/** A new install; the token is shown this once. */
export interface ConnectedInstall {
  installId: string;
  /** Bearer token, `ot_ptk_…`. */
  token: string;
  accountId: string;
  organizationId: string;
}

/** App owners, customers and the vendor's side of work: `sandbox.opentrain.platform`. */
export function platformControls(partners: Partners) {
  const { apps, installs, crews, endpoints, events, market } = partners;

  const installOf = (id: string): InstallRow => {
    const install = installs.get(id);
    if (!install) throw notFound('installs', 'installId', id, 'install');
    return install;
  };

  return {
    /**
     * Registers an app, as in Settings → Developer → Platform apps. It is active at once.
     *
     * @throws Refusal 400 for what the form does not take, 409 when the slug is taken.
     * @example
     * ```ts
     * const { slug } = sandbox.opentrain.platform.registerApp({
     *   name: 'Acme Label', slug: 'acme-label', scopes: ['contracts:read'],
     * });
     * ```
     */
    registerApp: ({ slug, ...form }: AppForm): RegisteredApp =>
      appView(apps.register(checkedSlug(slug), checkedFacts(form))),

    /** Edits all but the slug. Other scopes are for new installs only. */
    updateApp(slug: string, change: Partial<Omit<AppForm, 'slug'>>): RegisteredApp {
      const { name, description, websiteUrl, redirectUris, scopes } = apps.require(slug);
      const current = {
        name,
        redirectUris,
        scopes,
        ...(description !== null && { description }),
        ...(websiteUrl !== null && { websiteUrl }),
      };
      return appView(apps.update(slug, checkedFacts({ ...current, ...change })));
    },

    /** No new connections, and calls of existing installs are refused. */
    deactivateApp: (slug: string) => appView(apps.update(slug, { status: 'DISABLED' })),

    /** Undoes `deactivateApp`. */
    reactivateApp: (slug: string) => appView(apps.update(slug, { status: 'ACTIVE' })),

    /**
     * The owner of an employer approves. Connecting again ends the install before.
     *
     * @throws Refusal 400, 403 as the consent screen would, 404
     * @example
     * ```ts
     * const { token } = sandbox.opentrain.platform.connect('label-loft', { piiConsent: true });
     * ```
     */
    connect(slug: string, options: ConnectOptions = {}): ConnectedInstall {
      const app = apps.require(slug);
      const { piiConsent = false, scopes = app.scopes } = options;
      const wanted = knownScopes(scopes);
      const strange = wanted.filter((scope) => !app.scopes.includes(scope));
      if (strange.length > 0) throw bad(`The app does not ask for ${strange.join(', ')}.`);
      const account = customer(partners, options.accountId);
      const { token, install } = connect(partners, app, account, { scopes: wanted, piiConsent });
      const { id: installId, accountId, organizationId } = install;
      return { installId, token, accountId, organizationId };
    },

    /** The customer disconnects. With `keepToken` only the install ends, and the token is left. */
    disconnect(installId: string, { keepToken = false }: { keepToken?: boolean } = {}): void {
      disconnect(partners, installOf(installId).id, keepToken);
    },

    /** Ends an install's token and leaves the install as it is. */
    revokeToken(installId: string): void {
      installs.revokeToken(installOf(installId).id);
    },

    /** Says who works on a contract, the hired trainer first; with nobody no usage is taken. */
    setParticipants(contractId: string, trainerIds: readonly string[]): void {
      if (!market.contracts.get(contractId)) {
        throw notFound('contracts', 'contractId', contractId, 'contract');
      }
      crews.set(contractId, trainerIds);
    },

    /** Gives a trainer a Work Email, which has to end in `@opentrain.work`. */
    issueWorkEmail: (trainerId: string, address?: string): { workEmail: string } => ({
      workEmail: crews.issueEmail(trainerId, address),
    }),

    /** Takes a trainer's Work Email away: no install gets to see one any more. */
    revokeWorkEmail(trainerId: string): void {
      crews.revokeEmail(trainerId);
    },

    /** Disables a webhook endpoint as repeated failures would. */
    disableEndpoint(
      endpointId: string,
      reason = 'Disabled after repeated delivery failures.',
    ): void {
      if (!endpoints.get(endpointId)) {
        throw notFound('webhook-endpoints', 'endpointId', endpointId, 'webhook endpoint');
      }
      endpoints.disable(endpointId, reason);
    },

    /** Everything an install was told, whether or not an endpoint listened, oldest first. */
    events: (installId: string): WebhookEvent[] => events.list(installOf(installId).id),
  };
}

function customer({ market }: Partners, accountId: string | undefined): AccountRow {
  if (accountId !== undefined) return market.accounts.require(accountId);
  const [only, another] = market.accounts.employers();
  if (only && !another) return only;
  throw bad('Say whose owner approves: accountId.');
}

function appView(app: AppRow): RegisteredApp {
  const { id: appId, clientId, slug, status } = app;
  return { appId, clientId, slug, status, connectUrl: connectUrl(app) };
}

function bad(message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message);
}
