import { OpenTrainPlatform } from '../../../platform/client.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { platformOptions } from './connect.ts';

export interface EnableFlags extends CommonFlags {
  endpointId: string;
}

/** Puts a webhook endpoint back to work. */
export async function enable(flags: EnableFlags): Promise<void> {
  const output = await Output.of(flags);
  const { webhookEndpoints } = new OpenTrainPlatform(platformOptions(flags));
  const endpoint = await webhookEndpoints.enable(flags.endpointId);
  await output.answer(endpoint, () =>
    [
      panel(endpoint),
      `Then: trainyard platform webhook-endpoints redeliver ${flags.endpointId}`,
    ].join('\n'),
  );
}
