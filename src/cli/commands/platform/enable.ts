import { OpenTrainPlatform } from '../../../platform/client.ts';
import type { ClientFlags } from '../../client-command.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { platformOptions } from './connect.ts';

/** Puts a webhook endpoint back to work. */
export async function enable(flags: ClientFlags): Promise<void> {
  const output = await Output.of(flags);
  const { webhookEndpoints } = new OpenTrainPlatform(platformOptions(flags));
  const endpoint = await webhookEndpoints.enable(flags.subject);
  await output.answer(endpoint, () =>
    [panel(endpoint), `Then: trainyard platform webhook-endpoints redeliver ${flags.subject}`].join(
      '\n',
    ),
  );
}
