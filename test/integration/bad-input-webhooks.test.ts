import { beforeAll, describe, expect, it } from 'vitest';
import { OpenTrain } from '../../src/opentrain/index.ts';
import { TrainAR } from '../../src/trainar/index.ts';
import {
  signWebhook,
  verifyRequest,
  verifyWebhook,
  type WebhookVerificationErrorCode,
} from '../../src/webhooks/index.ts';
import { verifyWebhookSync } from '../../src/webhooks/node.ts';
import { WebhookVerificationError } from '../../src/webhooks/webhook-verification-error.ts';
import { openJob } from '../support/bad-input.ts';
import { receivingSandbox } from '../support/sandbox-receiver.ts';
import { rejection } from '../support/transport.ts';

interface Delivery {
  platform: 'trainar' | 'opentrain';
  body: string;
  headers: Record<string, string>;
  secret: string;
  now: () => number;
}
type Source = 'OpenTrain' | 'TrainAR' | 'TrainAR, should it sign a time';

const verifiers = {
  async: (delivery: Delivery) => verifyWebhook(delivery),
  sync: async (delivery: Delivery) => verifyWebhookSync(delivery),
  request: ({ platform, body, headers, secret, now }: Delivery) => {
    const request = new Request('https://hooks.example.com/', {
      method: 'POST',
      headers,
      body,
    });
    return verifyRequest(platform, request, { secret, now });
  },
};

/** What may be wrong with a delivery, and what the receiver is told. */
const wrongs: Record<string, [WebhookVerificationErrorCode, (delivery: Delivery) => Delivery]> = {
  'forged with another secret': ['signature_mismatch', (d) => ({ ...d, secret: `${d.secret}x` })],
  'without a signature': ['missing_header', (d) => ({ ...d, headers: {} })],
  'with an altered body': [
    'signature_mismatch',
    (d) => ({ ...d, body: d.body.replace('2026', '2027') }),
  ],
  truncated: ['signature_mismatch', (d) => ({ ...d, body: d.body.slice(0, -1) })],
  're-serialised': [
    'signature_mismatch',
    (d) => ({ ...d, body: JSON.stringify(JSON.parse(d.body), null, 1) }),
  ],
};

const untimely: typeof wrongs = {
  stale: ['timestamp_outside_tolerance', (d) => shifted(d, 302)],
  'from the future': ['timestamp_outside_tolerance', (d) => shifted(d, -302)],
};

describe.each(Object.entries(verifiers))('a webhook, verified %s', (_, verify) => {
  let deliveries: Record<Source, Delivery>;
  beforeAll(async () => {
    deliveries = await genuine();
  });

  const sources: Source[] = ['OpenTrain', 'TrainAR', 'TrainAR, should it sign a time'];
  const cases = sources.flatMap((source) => {
    // Without a signed time nobody can tell when a delivery was made.
    const all = source === 'TrainAR' ? wrongs : { ...wrongs, ...untimely };
    return Object.entries(all).map(
      ([wrong, [code, spoil]]) => [source, wrong, code, spoil] as const,
    );
  });

  it.each(sources)('is taken as it comes: %s', async (source) => {
    const event = await verify(deliveries[source]);
    expect('event' in event ? event.event : event.type).toMatch(/task.created|proposal.received/);
  });

  it.each(sources)('is taken up to 5 minutes late or early: %s', async (source) => {
    await verify(shifted(deliveries[source], 299));
    await verify(shifted(deliveries[source], -299));
  });

  it.each(cases)('is refused from %s when %s', async (source, _, code, spoil) => {
    const error = await rejection(verify(spoil(deliveries[source])));
    expect(error).toBeInstanceOf(WebhookVerificationError);
    expect((error as WebhookVerificationError).code).toBe(code);
    expect((error as Error).message).not.toContain(deliveries[source].secret);
  });
});

describe('a webhook whose body was parsed', () => {
  it('is refused, and the error says what to do', async () => {
    const delivery = (await genuine()).OpenTrain;
    const body = JSON.parse(delivery.body) as string;
    for (const verify of [verifiers.async, verifiers.sync]) {
      const error = await rejection(verify({ ...delivery, body }));
      expect(error).toMatchObject({ code: 'body_parsed' });
      expect((error as Error).message).toContain('express.raw');
    }
  });
});

/** What a sandbox of both platforms delivers, and TrainAR's as it may be if it signs a time. */
async function genuine(): Promise<Record<Source, Delivery>> {
  const { sandbox, received } = receivingSandbox({ time: 'auto' });
  const { fetch, clock } = sandbox;
  const now = clock.now();
  const url = 'https://hooks.example.com/';

  const { apiKey } = sandbox.trainar.createTenant();
  const trainar = new TrainAR({ apiKey, fetch, clock });
  const endpoint = await trainar.webhooks.subscribe({ url, events: ['task.created'] });
  await trainar.tasks.create({ title: 'Check the pump' });
  await sandbox.settled();

  const { token } = sandbox.opentrain.createAccount({ card: true });
  const ot = new OpenTrain({ token, fetch, clock });
  const { secret } = await ot.webhooks.create({ url, eventTypes: ['proposal.received'] });
  sandbox.opentrain.apply(await openJob(ot));
  await sandbox.settled();
  const [task, proposal] = received.map(({ headers, body }) => ({
    headers: Object.fromEntries(headers),
    body,
    now: () => now,
  }));
  const timed = await signWebhook({
    platform: 'trainar',
    event: JSON.parse(task?.body ?? ''),
    secret: endpoint.secret as string,
    timestamp: Math.floor(now / 1000),
  });
  return {
    OpenTrain: { platform: 'opentrain', secret, ...proposal } as Delivery,
    TrainAR: { platform: 'trainar', secret: endpoint.secret, ...task } as Delivery,
    'TrainAR, should it sign a time': {
      platform: 'trainar',
      secret: endpoint.secret as string,
      now: () => now,
      ...timed,
    },
  };
}

function shifted(delivery: Delivery, seconds: number): Delivery {
  const now = delivery.now() + seconds * 1000;
  return { ...delivery, now: () => now };
}
