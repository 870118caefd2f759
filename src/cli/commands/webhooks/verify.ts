import type { WebhookPlatform } from '../../../webhooks/events.ts';
import { verifyWebhook } from '../../../webhooks/verify-webhook.ts';
import { WebhookVerificationError } from '../../../webhooks/webhook-verification-error.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { readText } from '../../read-input.ts';
import { UsageError } from '../../usage-error.ts';
import { readDelivery } from './delivery.ts';
import { localSecret } from './secret.ts';

type Flags = CommonFlags & { platform: WebhookPlatform; at?: string };

/** Checks a saved delivery; exit code 1 when it is not genuine. */
export async function verify(file: string, flags: Flags): Promise<void> {
  const output = await Output.of(flags);
  const { receivedAt, headers, body } = readDelivery(await readText(file));
  const at = flags.at ?? receivedAt;
  const now = at === undefined ? Date.now() : Date.parse(at);
  if (Number.isNaN(now))
    throw new UsageError(`--at: "${at}" is no time, such as 2026-07-01T10:05:00Z.`);
  const { platform } = flags;
  const secret = await localSecret();
  try {
    const event = await verifyWebhook({ platform, body, headers, secret, now: () => now });
    await output.answer({ genuine: true, event }, () => panel({ genuine: true, event }));
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    process.exitCode = 1;
    const { code, message } = error;
    await output.answer({ genuine: false, check: code, message }, () =>
      panel({ genuine: false, check: code, why: message }),
    );
  }
}
