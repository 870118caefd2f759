import { randomUUID } from 'node:crypto';
import type { WebhookPlatform } from '../../../webhooks/events.ts';
import { webhookEventNames, webhookFixture } from '../../../webhooks/fixtures/webhook-fixture.ts';
import { type SignableEvent, signWebhook } from '../../../webhooks/sign-webhook.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { readInput } from '../../read-input.ts';
import { UsageError } from '../../usage-error.ts';
import { isTaken, post, spell } from './post.ts';
import { localSecret } from './secret.ts';

type Flags = CommonFlags & { to: string; platform?: WebhookPlatform; data?: string };

const platforms: readonly WebhookPlatform[] = ['opentrain', 'trainar', 'platform'];

/** Sends an event as the platform would; exit code 1 when the receiver does not take it. */
export async function trigger(name: string, flags: Flags): Promise<void> {
  const output = await Output.of(flags);
  const platform = flags.platform ?? platformOf(name);
  const event = fixture(platform, name, await readInput(flags.data));
  const { events } = await schemasOf(platform);
  const { error } =
    (events as Record<string, { safeParse(v: unknown): { error?: { message: string } } }>)[
      name
    ]?.safeParse(event) ?? {};
  if (error)
    throw new UsageError(
      `--data makes an event that the platform would not send: ${error.message}`,
    );
  const { headers, body } = await signWebhook({ platform, event, secret: await localSecret() });
  const posted = await post(flags.to, headers, body);
  await output.answer(
    { platform, event, ...posted },
    () => `${name} → ${flags.to}: ${spell(posted)}`,
  );
  if (!isTaken(posted)) process.exitCode = 1;
}

/** A fixture with an id of its own, since receivers drop repeats. */
function fixture(platform: WebhookPlatform, name: string, data: object): SignableEvent {
  const known = webhookEventNames(platform) as readonly string[];
  if (!known.includes(name)) {
    throw new UsageError(`${platform} has no event "${name}"; it has ${known.join(', ')}.`);
  }
  const id = platform === 'trainar' ? { event_id: randomUUID() } : { id: String(Date.now()) };
  return webhookFixture(platform, name as never, { ...id, ...data } as never) as SignableEvent;
}

function platformOf(name: string): WebhookPlatform {
  const found = platforms.find((one) => (webhookEventNames(one) as string[]).includes(name));
  if (found) return found;
  const all = platforms.flatMap((one) => webhookEventNames(one) as string[]);
  throw new UsageError(`There is no event "${name}"; there are ${[...new Set(all)].join(', ')}.`);
}

function schemasOf(platform: WebhookPlatform) {
  if (platform === 'trainar') return import('../../../../generated/trainar/schemas.ts');
  if (platform === 'platform') return import('../../../../generated/platform/schemas.ts');
  return import('../../../../generated/opentrain/schemas.ts');
}
