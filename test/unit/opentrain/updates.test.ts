import { describe, expect, it } from 'vitest';
import { MissingScopeError, type OpenTrain } from '../../../src/opentrain/index.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { json, networkFailure } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { client, clientWith } from './client.ts';

const event = (id: string) => ({ id, type: 'message.received', data: { messageId: `msg_${id}` } });

function page(ids: string[], hasMore = false, nextCursor = ids.at(-1) ?? ''): Response {
  return json({ events: ids.map(event), nextCursor, hasMore });
}

/** The ids of the first events of a stream, which is then left. */
async function first(count: number, stream: ReturnType<OpenTrain['updates']['stream']>) {
  const ids: string[] = [];
  for await (const { id } of stream) {
    ids.push(id);
    if (ids.length === count) break;
  }
  return ids;
}

const cursors = (sent: { url: URL }[]) => sent.map(({ url }) => url.searchParams.get('cursor'));

describe('following the feed', () => {
  it('gives every event once and in order, page after page', async () => {
    const { ot, fetch } = client(
      page(['1', '2'], true),
      page(['3']),
      page([], false, '3'),
      page(['4']),
    );
    expect(await first(4, ot.updates.stream())).toEqual(['1', '2', '3', '4']);
    expect(cursors(fetch.sent)).toEqual([null, '2', '3', '3']);
  });

  it('asks for no more than it needs: nothing ahead of the consumer', async () => {
    const { ot, fetch } = client(page(['1', '2'], true), page(['3']));
    expect(await first(2, ot.updates.stream())).toEqual(['1', '2']);
    expect(fetch.sent).toHaveLength(1);
  });

  it('is taken up again after the last event that was dealt with', async () => {
    const { ot, fetch } = client(page(['8']));
    expect(await first(1, ot.updates.stream({ cursor: '7' }))).toEqual(['8']);
    expect(cursors(fetch.sent)).toEqual(['7']);
  });

  it('passes over what the platform repeats', async () => {
    const { ot } = client(page(['9', '10'], true), page(['9', '10', '11']));
    expect(await first(3, ot.updates.stream())).toEqual(['9', '10', '11']);
  });

  it('compares ids beyond what a double can hold', async () => {
    const { ot } = client(page(['9007199254740993', '9007199254740994']));
    expect(await first(1, ot.updates.stream({ cursor: '9007199254740993' }))).toEqual([
      '9007199254740994',
    ]);
  });

  it('keeps its place when an empty page carries no cursor', async () => {
    const { ot, fetch } = client(page([]), page([]), page(['1']));
    await first(1, ot.updates.stream({ cursor: '0' }));
    expect(cursors(fetch.sent)).toEqual(['0', '0', '0']);
  });

  it('goes on at once past pages that hold nothing it may read', async () => {
    const { ot, clock, fetch } = client(page([], true, '50'), page([], true, '90'), page(['91']));
    await first(1, ot.updates.stream());
    expect(cursors(fetch.sent)).toEqual([null, '50', '90']);
    expect(clock.sleeps).toEqual([]);
  });

  it('does not spin on a page that never moves on', async () => {
    const { ot, clock } = client(
      page(['1'], true),
      page(['1'], true),
      page(['1'], true),
      page(['2']),
    );
    await first(2, ot.updates.stream());
    expect(clock.sleeps.length).toBeGreaterThan(0);
  });
});

describe('the gap between polls', () => {
  it('grows while nothing happens, up to idleMs, and is short again after an event', async () => {
    const idle = Array(6).fill(page([], false, '1'));
    const { ot, clock } = client(
      page(['1']),
      ...idle,
      page(['2']),
      page([], false, '2'),
      page(['3']),
    );
    await first(3, ot.updates.stream({ idleMs: 4000 }));
    expect(clock.sleeps).toEqual([1000, 1000, 1500, 2250, 3375, 4000, 4000, 1000, 1000]);
  });

  it('never spins on a busy feed', async () => {
    const { ot, clock } = client(page(['1']), page(['2']), page(['3']));
    await first(3, ot.updates.stream());
    expect(clock.sleeps).toEqual([1000, 1000]);
  });

  it.each([0, -1, Number.NaN])('is refused when it is %s', async (idleMs) => {
    const { ot, fetch } = client(page(['1']));
    expect(await rejection(first(1, ot.updates.stream({ idleMs })))).toMatchObject({
      argument: 'idleMs',
    });
    expect(fetch.sent).toEqual([]);
  });
});

describe('trouble', () => {
  it('that passes is ridden over, however long it lasts', async () => {
    const trouble = [...Array(9).fill(networkFailure('ECONNRESET')), json({}, 503), json({}, 429)];
    const { ot, fetch } = client(page(['1']), ...trouble, page(['2']));
    expect(await first(2, ot.updates.stream())).toEqual(['1', '2']);
    expect(new Set(cursors(fetch.sent).slice(1))).toEqual(new Set(['1']));
  });

  it('waits as long as the platform asks', async () => {
    const { ot, clock } = client(page(['1']), json({}, 429, { 'retry-after': '20' }), page(['2']));
    await first(2, ot.updates.stream());
    expect(clock.sleeps).toContain(20_000);
  });

  it('at a place never seen ends the stream', async () => {
    const { ot, fetch } = client(networkFailure('ECONNREFUSED'));
    await rejection(first(1, ot.updates.stream()));
    expect(fetch.sent.length).toBeLessThan(10);
  });

  it('that won’t pass ends the stream', async () => {
    const details = { requiredScopes: ['payments:read'] };
    const refusal = json({ error: 'No.', code: 'FORBIDDEN', requestId: 'r', details }, 403);
    const { ot } = client(page(['1']), refusal);
    expect(await rejection(first(2, ot.updates.stream()))).toBeInstanceOf(MissingScopeError);
  });
});

describe('an abort', () => {
  it('ends the wait for the next event with the caller’s own reason', async () => {
    const stop = new AbortController();
    const { ot } = clientWith({ clock: new FakeClock({ auto: false }) }, page(['1']));
    const ended = rejection(first(2, ot.updates.stream({ signal: stop.signal })));
    await settled();
    const reason = new Error('enough');
    stop.abort(reason);
    expect(await ended).toBe(reason);
  });

  it('ends the stream between two events of a page', async () => {
    const stop = new AbortController();
    const { ot } = client(page(['1', '2']));
    const seen: string[] = [];
    const reason = new Error('enough');
    const error = await rejection(
      (async () => {
        for await (const { id } of ot.updates.stream({ signal: stop.signal })) {
          seen.push(id);
          stop.abort(reason);
        }
      })(),
    );
    expect(error).toBe(reason);
    expect(seen).toEqual(['1']);
  });
});
