import { OpenTrain } from '../../../opentrain/client.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { clientOptions } from './connect.ts';

/** Subscribes the same once more, with a secret of its own; the first goes on until it is deleted. */
export async function rotateSecret(flags: CommonFlags & { webhookId: string }): Promise<void> {
  const output = await Output.of(flags);
  const { webhookId, baseUrl, dryRun } = flags;
  const { webhooks } = new OpenTrain(await clientOptions({ baseUrl }, dryRun === true));
  const { webhook, secret } = await webhooks.rotateSecret(webhookId);
  await output.answer({ webhook, secret, replaces: webhookId }, () =>
    [
      panel({ webhook, secret, replaces: webhookId }),
      'Both deliver from now on. Once every receiver knows the new secret:',
      `Then: trainyard opentrain webhooks delete ${webhookId}`,
    ].join('\n'),
  );
}
