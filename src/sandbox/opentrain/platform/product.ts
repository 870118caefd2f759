import { inputs } from '../../../../generated/platform/json-schemas.ts';
import { type OperationId, operations } from '../../../../generated/platform/operations.ts';
import { requests } from '../../../../generated/platform/schemas.ts';
import type { Operation } from '../../../core/operation.ts';
import { type Handler, reply } from '../../kernel/handler.ts';
import { errorPage } from '../../pages/error-page.ts';
import { writePage } from '../../pages/page.ts';
import { appOrigin } from '../auth/oauth.ts';
import { envelope } from '../envelope.ts';
import type { Market } from '../market.ts';
import { installAuthenticator, type PlatformActor } from './actor.ts';
import { connectHandlers } from './connect/handlers.ts';
import { connectOperations } from './connect/operations.ts';
import { platformControls } from './controls.ts';
import { createPartners } from './create-partners.ts';
import { platformGate } from './gate.ts';
import { contractHandlers } from './handlers/contracts.ts';
import { installHandlers } from './handlers/installs.ts';
import { projectLinkHandlers } from './handlers/project-links.ts';
import { webhookEndpointHandlers } from './handlers/webhook-endpoints.ts';
import type { Partners } from './partners.ts';

const own = '/api/partner';

/**
 * Mounts the Platform API and its consent screen, in the world that the Public API works on.
 *
 * @param partners its services, for who wants to look into them.
 * @returns the controls that stand for app owners and customers: `sandbox.opentrain.platform`.
 */
export function createPlatform(market: Market, partners = createPartners(market)) {
  market.kernel.mount<PlatformActor>({
    id: 'platform',
    mounts: [
      { origin: appOrigin, base: '', owns: own },
      { origin: 'local', base: '', owns: own },
    ],
    operations: { ...operations, ...connectOperations, ...served },
    handlers: { ...handlersOf(partners), ...connectHandlers(partners), ...servedHandlers },
    inputs,
    requests: { ...requests, ...checkedAfterThePath },
    authenticate: installAuthenticator(partners),
    gate: platformGate,
    envelope: (refusal, inbound) => {
      if (!inbound.url.pathname.startsWith('/integrations/')) return envelope(refusal, inbound);
      const { status, message } = refusal;
      return writePage(errorPage(status, message, 'This can’t be connected'));
    },
    // Consent pages are GETs without a token too, and no other site may read those.
    cors: ({ id }) => id === served['platform.openapi'].id,
  });
  return platformControls(partners);
}

const served = {
  'platform.openapi': {
    id: 'platform.openapi',
    method: 'GET',
    path: `${own}/v1/openapi.json`,
    success: [200],
    tokenless: true,
    idempotent: true,
  },
} as const satisfies Record<string, Operation>;

const servedHandlers = {
  // Large, and seldom asked for: loaded when it is.
  'platform.openapi': async () => {
    const { document: contract } = await import('../../../../generated/platform/document.ts');
    return reply(200, contract, { 'content-type': 'application/json' });
  },
} satisfies Record<keyof typeof served, Handler<PlatformActor>>;

/** Bodies that are looked at once the thing in the path is found. */
const checkedAfterThePath = {
  'contracts.reportUsage': {},
  'webhookEndpoints.update': {},
  'webhookEndpoints.redeliver': {},
} satisfies Partial<Record<OperationId, object>>;

/** Every operation of the spec: one that is missing does not compile. */
function handlersOf(partners: Partners) {
  return {
    ...installHandlers(),
    ...projectLinkHandlers(partners),
    ...contractHandlers(partners),
    ...webhookEndpointHandlers(partners),
  } satisfies Record<OperationId, Handler<PlatformActor>>;
}
