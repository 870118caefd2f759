import { type SignableEvent, signWebhook } from '../../../webhooks/sign-webhook.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { readValue } from '../../derive/read-value.ts';
import { Output } from '../../output/output.ts';
import { oneLine } from '../../output/plain.ts';
import { writeLine } from '../../output/write.ts';
import { readText } from '../../read-input.ts';
import { UsageError } from '../../usage-error.ts';
import { platformOf, readLog, type SavedDelivery } from './delivery.ts';
import { isTaken, post, spell } from './post.ts';
import { localSecret } from './secret.ts';

type Flags = CommonFlags & { to: string; event?: string; last?: string };

/** Sends deliveries of a log again, each under its own id, so that a receiver knows them for repeats. */
export async function replay(log: string, flags: Flags): Promise<void> {
  const output = await Output.of(flags);
  const chosen = choose(readLog(await readText(log)), flags);
  if (chosen.length === 0) throw new UsageError('The log holds no such delivery.');
  const secret = await localSecret();
  for (const saved of chosen) {
    const event = eventOf(saved);
    const deliveryId = headerOf(saved, 'x-opentrain-delivery');
    const signed = await signWebhook({ platform: platformOf(saved), event, secret, deliveryId });
    const posted = await post(flags.to, signed.headers, signed.body);
    const name = oneLine(nameOf(event));
    if (output.forPrograms) await output.line({ event, ...posted });
    else await writeLine(`${name} → ${flags.to}: ${spell(posted)}`);
    if (!isTaken(posted)) process.exitCode = 1;
  }
}

function choose(all: SavedDelivery[], { event, last }: Flags): SavedDelivery[] {
  const fitting = event === undefined ? all : all.filter((one) => nameOf(eventOf(one)) === event);
  if (last === undefined) return fitting;
  return fitting.slice(-(readValue('last', last, { type: 'integer', minimum: 1 }) as number));
}

function eventOf({ body }: SavedDelivery): SignableEvent {
  try {
    return JSON.parse(body) as SignableEvent;
  } catch {
    throw new UsageError('A delivery of the log holds no event.');
  }
}

/** The event's name, which one platform calls `event` and the others `type`. */
export function nameOf(event: unknown): string {
  const { event: name, type } = Object(event) as { event?: unknown; type?: unknown };
  return String(name ?? type);
}

function headerOf({ headers }: SavedDelivery, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
