import { appendFile } from 'node:fs/promises';
import { ApiError } from '../../../core/api-error.ts';
import { serveFetch } from '../../../node/serve-fetch.ts';
import type { WebhookPlatform } from '../../../webhooks/events.ts';
import { type SignableEvent, signWebhook } from '../../../webhooks/sign-webhook.ts';
import { verifyWebhook } from '../../../webhooks/verify-webhook.ts';
import { WebhookVerificationError } from '../../../webhooks/webhook-verification-error.ts';
import { readValue } from '../../derive/read-value.ts';
import { paint } from '../../output/paint.ts';
import { oneLine } from '../../output/plain.ts';
import { writeLine } from '../../output/write.ts';
import { UsageError } from '../../usage-error.ts';
import type { SavedDelivery } from './delivery.ts';
import { type Posted, post, spell } from './post.ts';
import { nameOf } from './replay.ts';
import { localSecret } from './secret.ts';
import { type Subscription, subscribe } from './subscribe.ts';

interface Flags {
  forwardTo: string;
  platform: WebhookPlatform;
  events?: string;
  port?: string;
  publicUrl?: string;
  log?: string;
  baseUrl?: string;
  json?: boolean;
}

const mostBytes = 1024 * 1024;

/** Receives deliveries until it is told to stop; its subscription ends with it. */
export async function listen(flags: Flags): Promise<void> {
  const { forwardTo, platform, events } = flags;
  if (!URL.canParse(forwardTo)) throw new UsageError(`--forward-to: "${forwardTo}" is no URL.`);
  const port = readValue('port', flags.port ?? '0', {
    type: 'integer',
    minimum: 0,
    maximum: 65_535,
  });
  const secret = await localSecret();
  let subscription: Subscription | undefined;
  const server = await serveFetch((request) => receive(request, flags, subscription, secret), {
    port: port as number,
    host: flags.publicUrl ? '0.0.0.0' : '127.0.0.1',
  });
  const url = flags.publicUrl ?? server.url.replace('127.0.0.1', 'localhost');
  try {
    const names = events?.split(',').map((name) => name.trim());
    subscription = await subscribe(platform, url, names, flags.baseUrl);
  } catch (error) {
    // Where no subscription can be made, what comes is passed on as it is.
    if (!(error instanceof ApiError && error.status < 500 && error.status !== 401)) {
      await server.close();
      throw error;
    }
    say(`Not subscribed (${oneLine(error.message)}): whatever comes is passed on as it is.`);
  }
  if (subscription)
    say(`Subscribed as ${subscription.id}; events are signed anew with trainyard webhooks secret.`);
  say(`Listening at ${url}, forwarding to ${forwardTo}. Ctrl-C ends it.`);
  const stop = async () => {
    await subscription?.end().catch((error: unknown) => {
      say(
        `${subscription?.id} could not be removed: ${error instanceof Error ? error.message : error}`,
      );
      process.exitCode = 1;
    });
    await server.close();
    process.exit();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Checks a delivery, passes it on and answers what the receiver answered. */
async function receive(
  request: Request,
  flags: Flags,
  subscription: Subscription | undefined,
  secret: string,
): Promise<Response> {
  if (Number(request.headers.get('content-length')) > mostBytes)
    return new Response(null, { status: 413 });
  const { platform } = flags;
  const saved: SavedDelivery = {
    receivedAt: new Date().toISOString(),
    platform,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  };
  if (flags.log) await appendFile(flags.log, `${JSON.stringify(saved)}\n`, { mode: 0o600 });
  try {
    const outgoing = subscription ? await signedAnew(saved, flags, subscription, secret) : saved;
    const headers = without(outgoing.headers, [
      'host',
      'content-length',
      'connection',
      'transfer-encoding',
    ]);
    const posted = await post(flags.forwardTo, headers, outgoing.body);
    await tell(saved, posted, flags);
    return new Response(null, { status: posted.status ?? 502 });
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    say(paint('red', `Refused: ${error.message}`, process.stderr));
    return new Response(null, { status: 400 });
  }
}

async function signedAnew(
  { headers, body }: SavedDelivery,
  { platform }: Flags,
  subscription: Subscription,
  secret: string,
) {
  const event = await verifyWebhook({ platform, body, headers, secret: subscription.secret });
  const deliveryId = headers['x-opentrain-delivery'];
  return signWebhook({ platform, event: event as SignableEvent, secret, deliveryId });
}

async function tell(
  { receivedAt, body }: SavedDelivery,
  posted: Posted,
  { json }: Flags,
): Promise<void> {
  const event = parsed(body);
  if (json) return writeLine(JSON.stringify({ receivedAt, event, ...posted }));
  await writeLine(`${receivedAt}  ${oneLine(nameOf(event))} → ${spell(posted)}`);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function without(headers: Readonly<Record<string, string>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
