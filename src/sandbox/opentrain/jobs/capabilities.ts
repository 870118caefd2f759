import type { Capabilities } from '../../../../generated/opentrain/types.ts';
import { type Handler, reply } from '../../kernel/handler.ts';
import type { OpenTrainActor } from '../accounts/actor.ts';
import { features } from '../accounts/features.ts';
import { draftEnums, updateKeys } from '../drafting/fields.ts';
import { importFormats } from './draft-body.ts';

/** What the account may do and what drafts take. */
export function capabilityHandlers() {
  const read: Handler<OpenTrainActor> = ({ actor }) => {
    const on = (key: string) => actor.features.has(key);
    const drafting = on(features.drafting);
    return reply(200, {
      featureKey: features.drafting,
      namespace: 'job-drafts',
      rolloutMode: Object.values(features).every(on) ? 'ALL' : 'ALLOWLIST',
      actorIsAdmin: false,
      capabilities: {
        draftImport: drafting,
        draftCreate: drafting,
        draftUpdate: drafting,
        draftUrlRead: drafting,
        publish: on(features.publish),
        hiring: on(features.hiring),
        messagingWrites: on(features.messagingWrites),
        team: on(features.team),
        paymentsWrite: on(features.paymentsWrite),
        credits: on(features.credits),
        webhooks: on(features.webhooks),
      },
      draft: {
        importFormats: [...importFormats],
        updateKeys: [...updateKeys],
        enums: {
          paymentType: [...draftEnums.paymentType],
          experienceLevel: [...draftEnums.experienceLevel],
          dataVolumeUnit: [...draftEnums.dataVolumeUnit],
        },
      },
      authBootstrap: 'token',
      enabled: true,
    } satisfies Capabilities);
  };
  return { 'jobDrafts.capabilities': read };
}
