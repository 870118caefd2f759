import { appendFile } from 'node:fs/promises';
import { ApiError } from '../../../core/api-error.ts';
import { serveFetch } from '../../../node/serve-fetch.ts';
import type { WebhookPlatform } from '../../../webhooks/events.ts';
import { type SignableEvent, signWebhook } from '../../../webhooks/sign-webhook.ts';
import { readRequest } from '../../../webhooks/verify-request.ts';
import { verifyWebhook } from '../../../webhooks/verify-webhook.ts';
import { WebhookVerificationError } from '../../../webhooks/webhook-verification-error.ts';
import { readValue } from '../../derive/read-value.ts';
import { openPort } from '../../open-port.ts';
import { asJson } from '../../output/json.ts';
import { paint } from '../../output/paint.ts';
import { oneLine } from '../../output/plain.ts';
import { writeLine } from '../../output/write.ts';
import { untilStopped } from '../../until-stopped.ts';
import { UsageError } from '../../usage-error.ts';
import type { SavedDelivery } from './delivery.ts';
import { type Posted, post, spell } from './post.ts';
import { nameOf } from './replay.ts';
import { givenSecret, localSecret } from './secret.ts';
import { type Subscription, subscribe } from './subscribe.ts';

interface Flags {
  forwardTo: string;
  platform: WebhookPlatform;
  events?: string;
  port?: string;
  publicUrl?: string;
  log?: string;
  /** False with `--no-subscribe`. */
  subscribe: boolean;
  baseUrl?: string;
  json?: boolean;
}

const mostBytes = 1024 * 1024;
/** Headers that are of one connection. */
const ofTheHop = ['host', 'content-length', 'connection', 'transfer-encoding'];

/** Receives deliveries until it is told to stop; its subscription ends with it. */
export async function listen(flags: Flags): Promise<void> {
  const { forwardTo } = flags;
  if (!URL.canParse(forwardTo)) throw new UsageError(`--forward-to: "${forwardTo}" is no URL.`);
  const port = readValue('port', flags.port ?? '0', {
    type: 'integer',
    minimum: 0,
    maximum: 65_535,
  });
  const secret = await localSecret();
  let subscription: Subscription | undefined;
  const server = await openPort('port', port as number, () =>
    serveFetch((request) => receive(request, flags, subscription, secret), {
      port: port as number,
      host: flags.publicUrl ? '0.0.0.0' : '127.0.0.1',
    }),
  );
  const url = flags.publicUrl ?? server.url.replace('127.0.0.1', 'localhost');
  try {
    subscription = await subscribeTo(url, flags);
  } catch (error) {
    await server.close();
    throw error;
  }
  say(
    subscription?.secret
      ? 'Deliveries are checked, and signed anew with trainyard webhooks secret.'
      : givenSecret()
        ? 'Deliveries are checked with TRAINYARD_WEBHOOK_SECRET, and passed on as they are.'
        : "The platform's secret is not known: whatever comes is passed on as it is.",
  );
  untilStopped(async () => {
    const { id } = subscription ?? {};
    try {
      await subscription?.end();
      if (id) say(`${oneLine(id)} is removed.`);
    } catch (error) {
      say(`${id} could not be removed: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
    await server.close();
  });
  // Last, since whoever reads it may end it at once.
  say(`Listening at ${url}, forwarding to ${forwardTo}. Ctrl-C ends it.`);
}

/** Subscribes, unless that is not wanted, or the platform can't reach the address. */
async function subscribeTo(url: string, flags: Flags): Promise<Subscription | undefined> {
  if (!flags.subscribe) return undefined;
  const names = flags.events?.split(',').map((name) => name.trim());
  try {
    const subscription = await subscribe(flags.platform, url, names, flags.baseUrl);
    say(`Subscribed as ${oneLine(subscription.id)}.`);
    return subscription;
  } catch (error) {
    if (!(error instanceof ApiError && error.status < 500 && error.status !== 401)) throw error;
    say(`Not subscribed: ${oneLine(error.message)}`);
    return undefined;
  }
}

/** Checks a delivery, passes it on and answers what the receiver answered. */
async function receive(
  request: Request,
  flags: Flags,
  subscription: Subscription | undefined,
  secret: string,
): Promise<Response> {
  const { platform, log } = flags;
  try {
    const body = new TextDecoder().decode(await readRequest(request, mostBytes));
    const headers = Object.fromEntries(request.headers);
    const receivedAt = new Date().toISOString();
    const saved = { receivedAt, platform, headers, body };
    if (log) await appendFile(log, `${JSON.stringify(saved)}\n`, { mode: 0o600 });
    const outgoing = await checked(saved, flags, subscription, secret);
    const posted = await post(flags.forwardTo, without(outgoing.headers, ofTheHop), outgoing.body);
    await tell(saved, posted, flags);
    // Not taken here is not taken at all: the platform sends it again.
    return new Response(null, { status: posted.status ?? 502 });
  } catch (error) {
    if (error instanceof WebhookVerificationError) {
      say(paint('red', `Refused: ${error.message}`, process.stderr));
      return new Response(null, { status: error.code === 'body_too_large' ? 413 : 400 });
    }
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    say(paint('red', `Not taken (${why}): the platform sends it again.`, process.stderr));
    return new Response(null, { status: 500 });
  }
}

/** What goes on to the receiver, once it is known to be genuine, where that can be known. */
async function checked(
  saved: SavedDelivery,
  flags: Flags,
  subscription: Subscription | undefined,
  secret: string,
): Promise<Pick<SavedDelivery, 'headers' | 'body'>> {
  const { headers, body } = saved;
  const { platform } = flags;
  const shared = subscription?.secret ?? givenSecret();
  if (!shared) return saved;
  const event = await verifyWebhook({ platform, body, headers, secret: shared });
  if (!subscription) return saved;
  const deliveryId = headers['x-opentrain-delivery'];
  return signWebhook({ platform, event: event as SignableEvent, secret, deliveryId });
}

async function tell(
  { receivedAt, body }: SavedDelivery,
  posted: Posted,
  { json }: Flags,
): Promise<void> {
  const event = parsed(body);
  if (json) return writeLine(asJson({ receivedAt, event, ...posted }));
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
