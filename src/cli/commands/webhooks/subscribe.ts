import { webhookEvents as opentrainEvents } from '../../../../generated/opentrain/operations.ts';
import { webhookEvents as platformEvents } from '../../../../generated/platform/operations.ts';
import { webhookEvents as trainarEvents } from '../../../../generated/trainar/operations.ts';
import { OpenTrain } from '../../../opentrain/client.ts';
import { OpenTrainPlatform } from '../../../platform/client.ts';
import { TrainAR } from '../../../trainar/client.ts';
import type { WebhookPlatform } from '../../../webhooks/events.ts';
import { clientOptions } from '../opentrain/connect.ts';

/** A subscription that lives as long as the command. */
export interface Subscription {
  readonly id: string;
  /** What deliveries are signed with, where the platform tells. */
  readonly secret: string | undefined;
  end(): Promise<unknown>;
}

/** Subscribes a URL; `events` are all of the platform's when left out. */
export async function subscribe(
  platform: WebhookPlatform,
  url: string,
  events: readonly string[] | undefined,
  baseUrl: string | undefined,
): Promise<Subscription> {
  if (platform === 'trainar') {
    const { webhooks } = new TrainAR({ baseUrl });
    const names = (events ?? Object.keys(trainarEvents)) as (keyof typeof trainarEvents)[];
    const { id, secret } = await webhooks.subscribe({ url, events: names });
    return { id, secret: secret ?? undefined, end: () => webhooks.unsubscribe(id) };
  }
  if (platform === 'platform') {
    const { webhookEndpoints } = new OpenTrainPlatform({ baseUrl });
    const names = (events ?? Object.keys(platformEvents)) as (keyof typeof platformEvents)[];
    const { webhookEndpoint, secret } = await webhookEndpoints.create({ url, eventTypes: names });
    const { id } = webhookEndpoint;
    return { id, secret, end: () => webhookEndpoints.delete(id) };
  }
  const { webhooks } = new OpenTrain(await clientOptions({ baseUrl }, false));
  const names = (events ?? Object.keys(opentrainEvents)) as (keyof typeof opentrainEvents)[];
  const { webhook, secret } = await webhooks.create({ url, eventTypes: names });
  const { id } = webhook;
  return { id, secret, end: () => webhooks.delete(id) };
}
