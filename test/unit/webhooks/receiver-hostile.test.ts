import { describe, expect, it, vi } from 'vitest';
import {
  createWebhookReceiver,
  memoryInbox,
  signWebhook,
  type WebhookInbox,
} from '../../../src/webhooks/index.ts';
import { settled } from '../../support/fake-clock.ts';
import { proposalReceived, secret, taskCreated } from './deliveries.ts';
import { answer, gate, openTrainReceiver, signed } from './receiver-fixture.ts';

/** An inbox that notes by what it was asked. */
function watchedInbox() {
  const keys: string[] = [];
  const inbox = memoryInbox();
  const claim: WebhookInbox['claim'] = (key, ...rest) => {
    keys.push(key);
    return inbox.claim(key, ...rest);
  };
  return { keys, inbox: { ...inbox, claim } };
}

describe('an id that no store could keep', () => {
  it.each<[string, unknown]>([
    ['longer than a key of PostgreSQL may be', 'x'.repeat(3_000)],
    ['with the one character that PostgreSQL has not', 'a\0b'],
    ['with half a character', 'a\ud800'],
    ['a line', 'a\r\nDEL b'],
    ['a number that JSON has rounded', 2 ** 53],
    ['an object', { toString: 'x' }],
    ['true', true],
    ['blank', ''],
  ])('%s: counts as none, so that its delivery decides', async (_, id) => {
    const { keys, inbox } = watchedInbox();
    const handler = vi.fn();
    const { send } = openTrainReceiver({ inbox, on: { 'proposal.received': handler } });
    expect(await send({ ...proposalReceived, id })).toMatchObject({ status: 200, body: 'done' });
    expect(await send({ ...proposalReceived, id })).toMatchObject({ body: 'duplicate' });
    expect(handler).toHaveBeenCalledTimes(1);
    expect(keys[0]).toMatch(/^opentrain\/delivery:[0-9a-f]{64}$/);
  });

  it('is not what is merely strange: separators, wildcards, other scripts', async () => {
    const { keys, inbox } = watchedInbox();
    const { send } = openTrainReceiver({ inbox, onUnknown: () => {} });
    const ids = ['a:b', "'; DROP TABLE x; --", '{a}*', '../..', '__proto__', '第3泵 🔧', 7];
    for (const id of ids) expect((await send({ ...proposalReceived, id })).body).toBe('done');
    expect(keys).toEqual(ids.map((id) => `opentrain:${id}`));
  });
});

describe('events of two platforms', () => {
  it('with the same id are two, though one inbox knows both', async () => {
    const inbox = memoryInbox();
    const answers: string[] = [];
    for (const [platform, event] of [
      ['opentrain', proposalReceived],
      ['platform', { ...proposalReceived, type: 'milestone.funded' }],
      ['trainar', { ...taskCreated, event_id: proposalReceived.id }],
    ] as const) {
      const receiver = createWebhookReceiver({ platform, secret, inbox, on: {}, onUnknown() {} });
      const { headers, body } = await signWebhook({ platform, event, secret });
      const post = () => new Request('https://r.example.com', { method: 'POST', headers, body });
      answers.push((await answer(receiver, post())).body, (await answer(receiver, post())).body);
    }
    expect(answers).toEqual(['done', 'duplicate', 'done', 'duplicate', 'done', 'duplicate']);
  });
});

describe('a payload with keys of prototypes', () => {
  it('changes no prototype, and is handed on as it came', async () => {
    const body = `{"type":"proposal.received","id":"1","__proto__":{"polluted":1},"data":{"constructor":{"prototype":{"polluted":1}}}}`;
    const seen: object[] = [];
    const { send } = openTrainReceiver({
      on: { 'proposal.received': (event) => seen.push(event) },
      onMismatch: () => {},
    });
    await send({ type: 'lost', toJSON: () => JSON.parse(body) });
    expect(JSON.stringify(seen[0])).toBe(body);
    expect('polluted' in {}).toBe(false);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'has no handler by the name of %s',
    async (type) => {
      const { send, errors } = openTrainReceiver();
      expect(await send({ ...proposalReceived, type })).toMatchObject({ body: 'passed over' });
      expect(errors).toEqual([]);
    },
  );
});

describe('a handler', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'no'],
    ['what looks like an event', proposalReceived],
  ])('that throws %s has failed', async (_, thrown) => {
    const handler = vi.fn().mockImplementationOnce(() => {
      throw thrown;
    });
    const { errors, send } = openTrainReceiver({ on: { 'proposal.received': handler } });
    expect((await send()).status).toBe(500);
    expect(errors).toEqual([thrown]);
    expect(await send()).toMatchObject({ status: 200, body: 'done' });
  });

  it('that never settles loses its event to the retry, in the same process too', async () => {
    const handler = vi.fn().mockReturnValueOnce(new Promise(() => {}));
    const { clock, send } = openTrainReceiver({ on: { 'proposal.received': handler } });
    const first = send();
    await clock.advance(9_000);
    expect((await first).status).toBe(500);
    await clock.advance(60_000);
    expect(await send()).toMatchObject({ status: 503, body: 'busy' });
    for (let minutes = 1; minutes < 30; minutes++) await clock.advance(60_000);
    expect(await send()).toMatchObject({ status: 200, body: 'done' });
    expect(await send()).toMatchObject({ status: 200, body: 'duplicate' });
    expect(handler).toHaveBeenCalledTimes(2);
  });
});

describe('an inbox', () => {
  it('that hangs over what was worked does not make failure of it', async () => {
    const handler = vi.fn();
    const inbox = { ...memoryInbox(), done: () => new Promise<void>(() => {}) };
    const { clock, errors, send } = openTrainReceiver({
      inbox,
      on: { 'proposal.received': handler },
    });
    const answered = send();
    await clock.advance(9_000);
    expect(await answered).toMatchObject({ status: 200, body: 'done' });
    expect(errors).toMatchObject([{ name: 'TimeoutError' }]);
    expect(String(errors[0])).toContain('inbox');
  });

  it.each([undefined, true, 'OK', 'FRESH'])(
    'that answers a claim with %s is no inbox: nothing is begun',
    async (claim) => {
      const handler = vi.fn();
      const inbox = { ...memoryInbox(), claim: async () => claim } as unknown as WebhookInbox;
      const { errors, send } = openTrainReceiver({ inbox, on: { 'proposal.received': handler } });
      expect(await send()).toMatchObject({ status: 500, body: 'the inbox failed' });
      expect(String(errors[0])).toMatch(/'fresh', 'duplicate' or 'busy'/);
      expect(handler).not.toHaveBeenCalled();
    },
  );

  it('that once fails to renew a lease is asked again, whether it rejects or throws', async () => {
    const { passed, open } = gate();
    let claims = 0;
    const claim = () => {
      claims++;
      if (claims === 1) return Promise.resolve('fresh' as const);
      throw new Error('not connected');
    };
    const { clock, send } = openTrainReceiver({
      inbox: { ...memoryInbox(), claim },
      on: { 'proposal.received': () => passed },
    });
    const sent = send();
    for (let half = 0; half < 4; half++) await clock.advance(15_000);
    expect(claims).toBe(5);
    open();
    await sent;
  });
});

describe('close', () => {
  it('may be called twice, in the middle of a flood: all that was begun is finished, the rest comes again', async () => {
    const { passed, open } = gate();
    const handler = vi.fn(() => passed);
    const { clock, receiver } = openTrainReceiver({ on: { 'proposal.received': handler } });
    const requests = await Promise.all(
      Array.from({ length: 200 }, (_, nth) => signed(clock, { ...proposalReceived, id: `${nth}` })),
    );
    const early = requests.slice(0, 100).map((request) => receiver(request));
    await settled();
    const begun = handler.mock.calls.length;
    let ended = 0;
    const closed = [receiver.close(), receiver.close()].map((end) => end.then(() => ended++));
    const late = requests.slice(100).map((request) => receiver(request));
    expect((await Promise.all(late)).every(({ status }) => status === 503)).toBe(true);
    expect(ended).toBe(0);
    open();
    await Promise.all(closed);
    await receiver.close();
    const statuses = (await Promise.all(early)).map(({ status }) => status);
    expect(begun).toBeGreaterThan(0);
    expect(statuses.filter((status) => status === 200)).toHaveLength(handler.mock.calls.length);
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
  });
});

describe('close, over a handler that never settles', () => {
  /** A receiver with one delivery in hand that waits for `open`, and what its inbox was told. */
  async function hanging() {
    const { passed, open } = gate();
    const inbox = memoryInbox();
    const told: string[] = [];
    const noted = {
      ...inbox,
      claim: (...args: Parameters<WebhookInbox['claim']>) => {
        told.push('claim');
        return inbox.claim(...args);
      },
      done: async () => void told.push('done'),
      release: async () => void told.push('release'),
    };
    const made = openTrainReceiver({ inbox: noted, on: { 'proposal.received': () => passed } });
    const sent = made.send();
    await settled();
    return { ...made, open, sent, told };
  }
  const cutOff = [{ event: 'proposal.received', deliveryId: 'dlv_1' }];

  it('waits until each delivery was answered and a second, and says what it left', async () => {
    const { clock, receiver, sent } = await hanging();
    let closed: unknown;
    void receiver.close().then((left) => {
      closed = left;
    });
    await clock.advance(9_999);
    expect((await sent).status).toBe(500);
    expect(closed).toBeUndefined();
    await clock.advance(1);
    expect(closed).toEqual({ unfinished: cutOff });
  });

  it('waits as long as it is told to, and anew where it is called again', async () => {
    const { clock, receiver, open } = await hanging();
    const first = receiver.close({ waitMs: 50 });
    await clock.advance(50);
    expect(await first).toEqual({ unfinished: cutOff });
    const second = receiver.close({ waitMs: 0 });
    await clock.advance(0);
    expect(await second).toEqual({ unfinished: cutOff });
    const again = receiver.close({ waitMs: 3_600_000 });
    open();
    expect(await again).toEqual({ unfinished: [] });
  });

  it('leaves the event claimed while the handler runs, and counts what it still does', async () => {
    const { clock, receiver, open, told } = await hanging();
    const closing = receiver.close({ waitMs: 0 });
    await clock.advance(15_000);
    await closing;
    expect(told).toEqual(['claim', 'claim']);
    open();
    await settled();
    expect(told).toEqual(['claim', 'claim', 'done']);
  });

  it('leaves no timer behind when all have ended', async () => {
    const { clock, receiver, open } = await hanging();
    const waits: (AbortSignal | undefined)[] = [];
    const sleep = clock.sleep.bind(clock);
    clock.sleep = (ms, signal) => {
      if (ms === 3_600_000) waits.push(signal);
      return sleep(ms, signal);
    };
    const closed = receiver.close({ waitMs: 3_600_000 });
    open();
    await closed;
    expect(waits.map((signal) => signal?.aborted)).toEqual([true]);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])(
    'refuses to wait %s ms, and takes nothing more all the same',
    async (waitMs) => {
      const { receiver, send } = openTrainReceiver({});
      await expect(receiver.close({ waitMs })).rejects.toThrow(/^waitMs: milliseconds, 0 or more/);
      expect((await send()).status).toBe(503);
    },
  );
});

describe('options', () => {
  it('with a text in secrets are understood as one secret', async () => {
    const { send } = openTrainReceiver({ secret: undefined, secrets: secret } as object);
    expect((await send()).status).toBe(200);
    expect((await send(proposalReceived, { secret: secret[0] as string })).status).toBe(400);
  });

  it.each([{ secrets: [] }, { secrets: [' ', '\n', ''] }, { secrets: [undefined] }, {}])(
    'with no secret in %j are refused',
    (none) => {
      expect(() => openTrainReceiver({ secret: undefined, ...none } as object)).toThrow(
        expect.objectContaining({ code: 'no_secret' }),
      );
    },
  );

  it('with a deadline that no timer can keep are refused, since it would be over at once', () => {
    const long = { deadlineMs: 2 ** 31, leaseMs: 2 ** 32 };
    expect(() => openTrainReceiver(long)).toThrow(
      expect.objectContaining({ argument: 'deadlineMs' }),
    );
  });
});
