import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { openTrainClient } from './client.ts';

/** Subscribes the same once more, with a secret of its own; the first goes on until it is deleted. */
export async function rotateSecret(flags: CommonFlags & { webhookId: string }): Promise<void> {
  const output = await Output.of(flags);
  const { webhookId } = flags;
  const { webhooks } = await openTrainClient(flags);
  const { webhook, secret } = await webhooks.rotateSecret(webhookId);
  await output.answer({ webhook, secret, replaces: webhookId }, () =>
    [
      panel({ webhook, secret, replaces: webhookId }),
      'Both deliver from now on. Once every receiver knows the new secret:',
      `Then: trainyard opentrain webhooks delete ${webhookId}`,
    ].join('\n'),
  );
}
