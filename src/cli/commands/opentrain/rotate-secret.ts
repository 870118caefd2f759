import { OpenTrain } from '../../../opentrain/client.ts';
import type { ClientFlags } from '../../client-command.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { clientOptions } from './connect.ts';

/** Subscribes the same once more, with a secret of its own; the first goes on until it is deleted. */
export async function rotateSecret(flags: ClientFlags): Promise<void> {
  const output = await Output.of(flags);
  const { subject, baseUrl, dryRun } = flags;
  const { webhooks } = new OpenTrain(await clientOptions({ baseUrl }, dryRun === true));
  const { webhook, secret } = await webhooks.rotateSecret(subject);
  await output.answer({ webhook, secret, replaces: subject }, () =>
    [
      panel({ webhook, secret, replaces: subject }),
      'Both deliver from now on. Once every receiver knows the new secret:',
      `Then: trainyard opentrain webhooks delete ${subject}`,
    ].join('\n'),
  );
}
