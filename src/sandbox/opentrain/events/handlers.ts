import type { WebhookCreate } from '../../../../generated/opentrain/types.ts';
import { covers } from '../../kernel/gates.ts';
import { type Call, type Handler, reply } from '../../kernel/handler.ts';
import { Gated, invalid } from '../../kernel/refusal.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { notFound } from '../refusals.ts';
import type { World } from '../world.ts';
import { scopeOf } from './events.ts';
import { problemOfWebhookUrl } from './webhook-url.ts';
import { type WebhookRow, webhookView } from './webhooks.ts';

/** Events a page, where the caller doesn't say. The platform's own default is not published. */
const defaultPage = 50;

type OpenTrainHandler = Handler<OpenTrainActor>;

/** The updates feed and webhook subscriptions. */
export function eventHandlers(world: World) {
  const own = ({ actor, params: { webhookId = '' } }: Call<OpenTrainActor>): WebhookRow => {
    const row = world.webhooks.get(webhookId);
    if (row?.accountId !== actor.accountId) {
      throw notFound('webhooks', 'webhookId', webhookId, 'webhook');
    }
    return row;
  };

  return {
    'updates.poll': ({ actor, query }) => {
      const cursor = query.string('cursor');
      if (cursor !== undefined && !/^\d+$/.test(cursor)) {
        throw invalid('query', ['cursor'], 'Must be an event id');
      }
      const limit = query.integer('limit', { fallback: defaultPage });
      return reply(200, world.events.page(actor.accountId, actor.scopes, { cursor, limit }));
    },

    'webhooks.create': ({ actor, body }: Call<OpenTrainActor, WebhookCreate>) => {
      const { url, eventTypes } = body;
      const problem = problemOfWebhookUrl(url);
      if (problem) throw invalid('body', ['url'], problem);
      const missing = new Set(
        eventTypes.map(scopeOf).filter((scope) => !covers(actor.scopes, scope)),
      );
      if (missing.size > 0) {
        throw new Gated({ gate: 'scope', required: [...missing], granted: actor.scopes });
      }
      const row = world.webhooks.create(actor.accountId, url, eventTypes);
      const message = 'Store the secret now: it is not shown again.';
      return reply(201, { webhook: webhookView(row), secret: row.secret, message });
    },

    'webhooks.list': ({ actor }) =>
      reply(200, { webhooks: world.webhooks.list(actor.accountId).map(webhookView) }),

    'webhooks.get': (call) => reply(200, { webhook: webhookView(own(call)) }),

    'webhooks.delete': (call) => {
      const row = own(call);
      world.webhooks.delete(row.id);
      return reply(200, { webhook: webhookView(row), deleted: true });
    },
  } satisfies Record<string, OpenTrainHandler>;
}
