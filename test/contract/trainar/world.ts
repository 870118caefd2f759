import {
  errorReasons,
  operations,
  scopes,
  webhookEvents,
} from '../../../generated/trainar/operations.ts';
import { events, requests, responses } from '../../../generated/trainar/schemas.ts';
import type { CreatedTenant } from '../../../src/sandbox/trainar/controls.ts';
import { TrainAR } from '../../../src/trainar/client.ts';
import { receivingSandbox } from '../../support/sandbox-receiver.ts';
import type { Contract, GateName, Refused, World } from '../kit/contract.ts';

/** A sandbox with two tenants, and the client under test for the first. */
export interface TrainARWorld extends World {
  readonly client: TrainAR;
  readonly tenant: CreatedTenant;
  /** Whose things the client may not touch. */
  readonly stranger: CreatedTenant;
  /** A client of the tenant that may do everything. */
  readonly owner: TrainAR;
  /** A client of the stranger. */
  readonly strangers: TrainAR;
}

const gates: Readonly<Record<GateName, Refused | undefined>> = {
  'no-token': { status: 401 },
  'bad-token': { status: 401 },
  scope: { status: 403, code: 'INSUFFICIENT_PERMISSIONS' },
  malformed: { status: 400, code: 'BAD_REQUEST' },
  feature: undefined,
  claim: undefined,
};

export const trainar: Contract<TrainARWorld> = {
  product: 'trainar',
  base: '/v1',
  operations,
  errorReasons,
  webhookEvents,
  scopes,
  schemas: { requests, responses, events },
  unknownToken: 'tak_nobodysKey0000000000000000000000000000000',

  createWorld(subject, recorder) {
    const { sandbox, received } = receivingSandbox();
    const tenant = sandbox.trainar.createTenant();
    const stranger = sandbox.trainar.createTenant();
    const { apiKey } = sandbox.trainar.createKey(tenant.tenantId, subject.scopes ?? scopes);
    const client = (key: string, fetch = sandbox.fetch) =>
      new TrainAR({ apiKey: key, fetch, maxRetries: 0, clock: sandbox.clock });
    return {
      sandbox,
      received,
      recorder,
      tenant,
      stranger,
      client: recorder.watch(client(apiKey, recorder.over(sandbox.fetch))),
      owner: client(tenant.apiKey),
      strangers: client(stranger.apiKey),
    };
  },

  gate(name, { id }) {
    const refused = gates[name];
    if (refused === undefined) throw new Error(`${id}: TrainAR has no ${name} gate`);
    return refused;
  },
};
