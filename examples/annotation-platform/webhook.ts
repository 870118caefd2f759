import { verifyWebhook, WebhookVerificationError } from 'trainyard';
import type { PlatformWebhookEvent } from 'trainyard/webhooks';
import type { App } from './app.ts';
import { admit, markJobStale, noteContract } from './contracts.ts';
import type { Db } from './database.ts';
import { json, Refused, type Route } from './http.ts';
import { endInstalls, type Install } from './installs.ts';

/** What OpenTrain tells. A delivery is answered once its event is committed, and each event counts once. */
export function webhookRoutes({ db, keys, rounds }: App): Route[] {
  return [
    {
      method: 'POST',
      path: /^\/webhooks\/([^/]+)$/,
      async answer({ headers, params: [installId], body }) {
        const find = "SELECT * FROM installs WHERE id = ? AND status = 'active'";
        const install = db.prepare(find).get(installId) as Install | undefined;
        const { sealed_secret: sealed, endpoint_id: endpointId } = install ?? {};
        if (!install || !sealed || !endpointId) throw new Refused(404, 'No such endpoint.');
        const secret = keys.open(sealed, endpointId);
        const event = await verifyWebhook({
          platform: 'platform',
          body: await body(),
          headers,
          secret,
        }).catch((error: unknown) => {
          if (error instanceof WebhookVerificationError) throw new Refused(400, error.message);
          throw error;
        });
        const isNew = db.transaction(() => accept(db, install, event)).immediate();
        if (isNew) rounds.wake();
        return json(200, { isNew });
      },
    },
  ];
}

/** In one transaction: notes the event and what follows from it, or finds it noted. */
function accept(db: Db, { id, customer_id }: Install, event: PlatformWebhookEvent): boolean {
  const note = 'INSERT OR IGNORE INTO events (install_id, id, type) VALUES (?, ?, ?)';
  if (db.prepare(note).run(id, event.id, event.type).changes === 0) return false;
  switch (event.type) {
    case 'contract.started':
    case 'contract.ended': {
      const { resourceId: contractId, data } = event;
      const projectId = data.projectLink.externalProjectId;
      const find = 'SELECT 1 FROM projects WHERE id = ? AND customer_id = ?';
      if (!projectId || !db.prepare(find).get(projectId, customer_id)) break;
      noteContract({ db }, { ...data.contract, id: contractId }, projectId);
      const { opentrainUserId, displayName } = data.freelancer;
      if (event.type === 'contract.ended' || !opentrainUserId || !displayName) break;
      admit({ db }, contractId, { ...data.freelancer, opentrainUserId, displayName });
      break;
    }
    case 'milestone.funded':
    case 'milestone.budget_low':
    case 'milestone.budget_depleted':
      markJobStale({ db }, customer_id, event.jobId);
      break;
    case 'install.revoked':
      endInstalls(db, customer_id);
      break;
  }
  return true;
}
