import { getEventListeners } from 'node:events';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { TimeoutError } from '../../../src/core/connection-error.ts';
import { settled } from '../../support/fake-clock.ts';
import { clientOf, failure } from './client.ts';
import { hostile, type SeenRequest } from './hostile-server.ts';
import { http, ok } from './misdeeds.ts';

/** Answers each job with its own id. */
function echo(socket: Socket, { target }: SeenRequest): void {
  socket.write(ok({ id: target.split('/').at(-1) }));
}

/** What keeps the process busy now, by kind. */
function resources(): Record<string, number> {
  const counts: Record<string, number> = { Timeout: 0, TCPSocketWrap: 0 };
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Signals that follow this one; Node holds an entry for each use of `AbortSignal.any()`. */
function followers(signal: AbortSignal): number {
  const symbols = Object.getOwnPropertySymbols(signal);
  const held = symbols.find((symbol) => symbol.description === 'kDependantSignals');
  const set = held && (signal as unknown as Record<symbol, Set<unknown> | null>)[held];
  return set?.size ?? 0;
}

/** Runs `count` tasks, at most `atOnce` at a time. */
async function inTurn(count: number, atOnce: number, task: (n: number) => Promise<unknown>) {
  let next = 0;
  const worker = async () => {
    while (next < count) await task(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

describe('many calls', () => {
  it('10,000 on one signal, 1,000 of them over sockets: no listener, follower, timer or socket is left', async () => {
    const before = resources();
    const server = await hostile(echo);
    const overSockets = clientOf(server).ot;
    const inProcess = clientOf(server, { fetch: async () => Response.json({ id: 'job_1' }) }).ot;
    const { signal } = new AbortController();
    let most = 0;
    await inTurn(10_000, 20, async (n) => {
      const ot = n % 10 === 0 ? overSockets : inProcess;
      const call = ot.jobs.get(`job_${n}`, { signal });
      most = Math.max(most, getEventListeners(signal, 'abort').length);
      await call;
    });
    expect(server.requests).toHaveLength(1_000);
    expect(server.connections).toBeLessThanOrEqual(60);
    expect(most).toBe(1);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(followers(signal)).toBe(0);
    await server.stop();
    for (const kind of ['Timeout', 'TCPSocketWrap']) {
      const left = () => (resources()[kind] ?? 0) - (before[kind] ?? 0);
      // In turns and not in time: a timer that was left would run out meanwhile.
      for (let turn = 0; turn < 1_000 && left() > 0; turn++) await settled();
      expect([kind, left()]).toEqual([kind, expect.toSatisfy((more: number) => more <= 0)]);
    }
  });

  it('50 walks, broken off and whole, and 50 timed waits on one signal: no listener or follower is left', async () => {
    const server = await hostile((socket, { target }) => {
      if (target.includes('approvals')) {
        return socket.write(ok({ approval: { id: 'apr_1', status: 'pending' } }));
      }
      const last = target.includes('cursor=');
      return socket.write(ok({ jobs: [{ id: 'job_1' }], nextCursor: last ? null : 'c1' }));
    });
    const { ot } = clientOf(server);
    const { signal } = new AbortController();
    await inTurn(50, 10, async () => {
      expect(await ot.jobs.search({}, { signal }).toArray()).toHaveLength(2);
      for await (const _ of ot.jobs.search({}, { signal })) break;
      expect(await failure(ot.approvals.wait('apr_1', { signal, timeoutMs: 1 }))).toBeInstanceOf(
        TimeoutError,
      );
    });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(followers(signal)).toBe(0);
  });

  it('500 in parallel: each gets its own answer, 500 requests', async () => {
    const server = await hostile(echo);
    const { ot } = clientOf(server);
    const ids = Array.from({ length: 500 }, (_, n) => `job_${n}`);
    const jobs = await Promise.all(ids.map((id) => ot.jobs.get(id)));
    expect(jobs.map(({ id }) => id)).toEqual(ids);
    expect(server.requests).toHaveLength(500);
  });

  it('100 in parallel, each refused once: each gets its own answer, 200 requests', async () => {
    const met = new Set<string>();
    const server = await hostile((socket, request) => {
      if (met.has(request.target)) return echo(socket, request);
      met.add(request.target);
      return socket.write(http('503 X', '{}'));
    });
    const { ot } = clientOf(server);
    const ids = Array.from({ length: 100 }, (_, n) => `job_${n}`);
    const jobs = await Promise.all(ids.map((id) => ot.jobs.get(id)));
    expect(jobs.map(({ id }) => id)).toEqual(ids);
    expect(server.requests).toHaveLength(200);
  });

  it('100 in parallel at a pace of 8 at once: never more than 8 under way', async () => {
    let underWay = 0;
    let most = 0;
    const server = await hostile((socket, request) => {
      most = Math.max(most, ++underWay);
      setTimeout(() => {
        underWay--;
        echo(socket, request);
      }, 1);
    });
    const { ot } = clientOf(server, { pace: { maxConcurrent: 8 } });
    const ids = Array.from({ length: 100 }, (_, n) => `job_${n}`);
    const jobs = await Promise.all(ids.map((id) => ot.jobs.get(id)));
    expect(jobs.map(({ id }) => id)).toEqual(ids);
    expect(most).toBeLessThanOrEqual(8);
    expect(server.requests).toHaveLength(100);
  });
});
