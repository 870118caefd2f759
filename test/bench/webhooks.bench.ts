import { createHmac, timingSafeEqual } from 'node:crypto';
import { verify as octokitVerify } from '@octokit/webhooks-methods';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { Webhook as SvixWebhook } from 'svix';
import { verifyWebhook } from 'trainyard/webhooks';
import { verifyWebhookSync } from 'trainyard/webhooks/node';
// The build for browsers, which Node’s resolution does not offer.
import { verify as octokitWebVerify } from './node_modules/@octokit/webhooks-methods/dist-web/index.js';
import { type Lap, race } from './race.ts';
import { number, report, short, type Table, times } from './topic.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`;

/** A delivery of about this size, signed for each contender in its own way; headers as Node gives them. */
function delivery(size: number) {
  const paragraph = 'The candidate described how they label street scenes, box by box, and why. ';
  const interview = [];
  while (JSON.stringify(interview).length < size - 300) {
    interview.push({
      speaker: interview.length % 2 ? 'candidate' : 'agent',
      text: paragraph.repeat(3),
    });
  }
  const body = JSON.stringify({
    id: '1042',
    type: 'proposal.received',
    apiVersion: '2026-07-01',
    createdAt: new Date().toISOString(),
    resourceId: 'prop_8',
    jobId: 'job_71',
    data: { proposalId: 'prop_8', interview },
  });
  const now = new Date();
  const seconds = Math.floor(now.getTime() / 1000);
  const mac = (text: string) => createHmac('sha256', secret).update(text).digest('hex');
  const timed = `t=${seconds},v1=${mac(`${seconds}.${body}`)}`;
  const id = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(seconds) };
  const svixId = { 'svix-id': 'msg_1', 'svix-timestamp': String(seconds) };
  return {
    body,
    timed,
    seconds,
    plain: `sha256=${mac(body)}`,
    ours: { 'content-type': 'application/json', 'x-opentrain-signature': timed },
    standard: { ...id, 'webhook-signature': new StandardWebhook(secret).sign('msg_1', now, body) },
    svix: { ...svixId, 'svix-signature': new SvixWebhook(secret).sign('msg_1', now, body) },
  };
}

const stripe = new Stripe('sk_test_0');
const subtle = Stripe.createSubtleCryptoProvider();
const standard = new StandardWebhook(secret);
const svix = new SvixWebhook(secret);

/** The same with Node’s crypto out of sight, as in a browser or a worker. */
const getBuiltinModule = process.getBuiltinModule;
function overWebCrypto<T>(call: () => T): T {
  process.getBuiltinModule = (() => undefined) as never;
  try {
    return call();
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
}

async function tables(size: number, name: string): Promise<Table[]> {
  const { body, timed, seconds, plain, ours, standard: sent, svix: svixSent } = delivery(size);
  const options = { platform: 'opentrain', body, headers: ours, secret } as const;
  const laps = await race(
    {
      'node:crypto and JSON.parse (floor)': () => {
        const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
        if (!timingSafeEqual(mac, Buffer.from(timed.slice(-64), 'hex'))) throw new Error();
        return JSON.parse(body);
      },
      'trainyard, sync': () => verifyWebhookSync(options),
      'stripe, sync': () => stripe.webhooks.constructEvent(body, timed, secret),
      'standardwebhooks, sync': () => standard.verify(body, sent),
      'svix, sync': () => svix.verify(body, svixSent),
      '@octokit/webhooks-methods, Node (checks no time)': async () => {
        if (!(await octokitVerify(secret, body, plain))) throw new Error();
        return JSON.parse(body);
      },
      'trainyard, async': () => verifyWebhook(options),
      'stripe, async': () => stripe.webhooks.constructEventAsync(body, timed, secret),
      'trainyard, async on WebCrypto': () => overWebCrypto(() => verifyWebhook(options)),
      'stripe, async on WebCrypto': () =>
        stripe.webhooks.constructEventAsync(body, timed, secret, undefined, subtle),
      '@octokit/webhooks-methods on WebCrypto (checks no time)': async () => {
        if (!(await octokitWebVerify(secret, body, plain))) throw new Error();
        return JSON.parse(body);
      },
    },
    { rounds: short ? 3 : 300, calls: size > 10_000 ? 5 : 30 },
  );
  const us = (part: string) => (laps.find((lap) => lap.name.startsWith(part)) as Lap).us;
  const peers = ['stripe, sync', 'standardwebhooks', 'svix'];
  const fastest = Math.min(...peers.map(us));
  const web = Math.min(us('stripe, async on'), us('@octokit/webhooks-methods on'));
  const why =
    'at this size hashing and parsing, the same work for all, leave less than that to win';
  const faster = (call: string) => ({
    measured: times(web, us(call)),
    met: web / us(call) >= 1.5,
    why,
  });
  return [
    {
      title: `Verifying a webhook of ${name}`,
      about: `A body of ${body.length.toLocaleString('en')} characters is verified and parsed.`,
      head: ['', 'µs', 'median', 'over the floor'],
      rows: laps.map((lap) => [
        lap.name,
        number(lap.us),
        number(lap.medianUs),
        times(lap.us, us('node:crypto')),
      ]),
      targets: [
        {
          what: `${name}: verification as fast as the fastest peer that does the same (5 % either way is a tie)`,
          measured: `${times(fastest, us('trainyard, sync'))} as fast`,
          met: us('trainyard, sync') <= fastest * 1.05,
        },
        {
          what: `${name}: async 1.5 times as fast as the best WebCrypto peer`,
          ...faster('trainyard, async'),
        },
        {
          what: `${name}, more than was aimed at: the same where WebCrypto is all there is`,
          ...faster('trainyard, async on'),
        },
      ],
    },
  ];
}

report(...(await tables(2_048, '2 kB')), ...(await tables(65_536, '64 kB')));
