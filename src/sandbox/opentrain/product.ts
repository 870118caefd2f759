import { inputs } from '../../../generated/opentrain/json-schemas.ts';
import { type OperationId, operations } from '../../../generated/opentrain/operations.ts';
import { requests } from '../../../generated/opentrain/schemas.ts';
import type { Operation } from '../../core/operation.ts';
import type { Handler } from '../kernel/handler.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { OpenTrainActor } from './accounts/actor.ts';
import { agentHandlers } from './auth/agent-handlers.ts';
import { authenticator } from './auth/authenticate.ts';
import { meHandlers } from './auth/me.ts';
import { appOrigin } from './auth/oauth.ts';
import { tokenHandlers } from './auth/token-handlers.ts';
import { openTrainControls } from './controls.ts';
import { createWorld } from './create-world.ts';
import { discoveryHandlers } from './discovery/handlers.ts';
import { discoveryOperations } from './discovery/operations.ts';
import { envelope, gateRefusal } from './envelope.ts';
import { eventHandlers } from './events/handlers.ts';
import { capabilityHandlers } from './jobs/capabilities.ts';
import { draftHandlers } from './jobs/draft-handlers.ts';
import { inviteHandlers } from './jobs/invite-handlers.ts';
import { ownJobHandlers } from './jobs/own-job.ts';
import { publicHeaders, publicJobHandlers } from './jobs/public-handlers.ts';
import { publishHandlers } from './jobs/publish-handlers.ts';
import type { Market } from './market.ts';
import { messageHandlers } from './messages/message-handlers.ts';
import { moneyHandlers, moneyRequests } from './money/handlers.ts';
import { addPages } from './pages/add-pages.ts';
import { createPartners } from './platform/create-partners.ts';
import { createPlatform } from './platform/product.ts';
import { freelancerHandlers } from './proposals/freelancer-handlers.ts';
import { proposalHandlers } from './proposals/proposal-handlers.ts';
import { teamHandlers } from './team/handlers.ts';

/**
 * Mounts OpenTrain on a kernel: the Public API, the Platform API beside it, and the pages on which
 * people answer both.
 *
 * @param market its services, for who wants to look into them.
 * @param partners those of the Platform API.
 * @returns the controls that stand for humans, trainers and the app: `sandbox.opentrain`.
 */
export function createOpenTrain(
  kernel: Kernel,
  market = createWorld(kernel),
  partners = createPartners(market),
) {
  kernel.mount<OpenTrainActor>({
    id: 'opentrain',
    mounts: [
      { origin: appOrigin, base: '' },
      { origin: 'local', base: '', owns: '/api' },
    ],
    operations: { ...operations, ...discoveryOperations },
    handlers: { ...handlersOf(market), ...discoveryHandlers },
    inputs,
    requests: { ...requests, ...checkedByHand, ...moneyRequests },
    authenticate: authenticator(market),
    gate: gateRefusal,
    envelope,
    headers: ({ id }: Operation) => (Object.hasOwn(marketplace, id) ? publicHeaders : {}),
  });
  const platform = createPlatform(market, partners);
  const controls = { ...openTrainControls(market), platform };
  addPages(market, controls);
  return kernel.controls.expose('opentrain', controls);
}

/** What is edge-cached. */
const marketplace = { 'jobs.search': 1, 'jobs.get': 1, 'jobs.facets': 1, 'jobs.changes': 1 };

/** Bodies whose documented refusals say more than a schema's issues, or nothing of the kind. */
const checkedByHand = {
  'agent.register': {},
  'agent.startClaim': {},
  'agent.pollClaim': {},
  'agent.revoke': {},
  'tokens.create': {},
  'jobDrafts.create': {},
  'jobDrafts.update': {},
  'jobs.update': {},
};

/** Every operation of the spec: one that is missing does not compile. */
function handlersOf(market: Market) {
  return {
    ...agentHandlers(market),
    ...meHandlers(market),
    ...tokenHandlers(market),
    ...capabilityHandlers(),
    ...draftHandlers(market),
    ...publicJobHandlers(market),
    ...ownJobHandlers(market),
    ...publishHandlers(market),
    ...inviteHandlers(market),
    ...proposalHandlers(market),
    ...freelancerHandlers(market),
    ...messageHandlers(market),
    ...moneyHandlers(market),
    ...eventHandlers(market),
    ...teamHandlers(market),
  } satisfies Record<OperationId, Handler<OpenTrainActor>>;
}
