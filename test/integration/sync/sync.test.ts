import { afterEach, describe, expect, it } from 'vitest';
import { signWebhook } from '../../../src/webhooks/sign-webhook.ts';
import { crew, stopAll, url } from './crew.ts';

afterEach(stopAll);

describe('a sync that polls', () => {
  it('works the history from its start, then what comes, each event once and in order', async () => {
    const { clock, happen, happenTimes, start, table } = crew();
    const due = happenTimes(450);
    start();
    await clock.advance('1s');
    expect(table).toEqual(due);
    due.push(happen());
    await clock.advance('1m');
    expect(table).toEqual(due);
  });

  it('is taken up where it was by the next process', async () => {
    const { clock, handled, happenTimes, start, table } = crew();
    const due = happenTimes(3);
    const first = start();
    await clock.advance('1s');
    await first.sync.stop();
    due.push(...happenTimes(3));
    start();
    await clock.advance('1s');
    expect(table).toEqual(due);
    expect(handled).toEqual(due);
  });

  it('polls more and more rarely, and five processes hardly more often than one', async () => {
    const polls = async (processes: number) => {
      const { clock, market, start } = crew();
      for (let i = 0; i < processes; i += 1) start();
      await clock.advance('1h');
      return market.kernel.requests.list({ operationId: 'updates.poll' }).length;
    };
    const alone = await polls(1);
    // Every 30 seconds, and some at the beginning.
    expect(alone).toBeGreaterThan(110);
    expect(alone).toBeLessThan(130);
    expect(await polls(5)).toBeLessThan(alone * 1.2);
  });

  it('goes on when the process that polls dies', async () => {
    const { clock, happen, start, table } = crew();
    const members = [start(), start(), start()];
    await clock.advance('10m');
    const due = [happen()];
    await clock.advance('1m');
    for (const { process } of members.slice(0, 2)) process.die();
    due.push(happen());
    await clock.advance('90s');
    expect(table).toEqual(due);
  });
});

describe('a webhook', () => {
  it('wakes the sync at once', async () => {
    const { clock, happen, market, subscribed, table } = crew();
    subscribed();
    await clock.advance('10m');
    const due = [happen()];
    await market.kernel.settled();
    await clock.advance(1);
    expect(table).toEqual(due);
  });

  it('may come to any process', async () => {
    const { clock, happen, market, subscribed, table } = crew();
    for (let i = 0; i < 4; i += 1) subscribed();
    await clock.advance('10m');
    const due: string[] = [];
    for (let i = 0; i < 12; i += 1) {
      due.push(happen());
      await clock.advance('100ms');
      expect(table).toEqual(due);
    }
    const list = market.kernel.deliveries.list();
    expect(list.every(({ attempts }) => attempts.length === 1)).toBe(true);
  });

  it('may be lost: the event comes with the next, or the next poll', async () => {
    const { clock, happen, market, subscribed, table } = crew();
    subscribed();
    subscribed();
    await clock.advance('10m');
    market.kernel.faults.inject({ delivery: 'lose', times: 2 });
    const due = [happen(), happen()];
    await clock.advance('1s');
    due.push(happen());
    await clock.advance('1s');
    expect(table).toEqual(due);
    market.kernel.faults.inject({ delivery: 'lose' });
    due.push(happen());
    await clock.advance('31s');
    expect(table).toEqual(due);
  });

  it('may come late, twice, and out of order', async () => {
    const { clock, handled, happen, market, subscribed, table } = crew();
    subscribed();
    subscribed();
    await clock.advance('1m');
    const { faults } = market.kernel;
    faults.inject({ delivery: 'duplicate', times: 'always', every: 2 });
    faults.inject({ delivery: 'reorder', times: 'always', every: 3 });
    faults.inject({ delivery: 'delay', latencyMs: 120_000, times: 'always', every: 5 });
    const due: string[] = [];
    for (let i = 0; i < 30; i += 1) {
      due.push(happen());
      await clock.advance('700ms');
    }
    await clock.advance('5m');
    expect(table).toEqual(due);
    expect(handled).toEqual(due);
  });

  it('that is forged is refused, and wakes nobody', async () => {
    const { clock, market, subscribed } = crew();
    const { sync } = subscribed({ idleMs: 3_600_000 });
    await clock.advance('2h');
    const polls = () => market.kernel.requests.list({ operationId: 'updates.poll' }).length;
    const before = polls();
    const event = { id: '999', type: 'proposal.received', data: {} };
    const timestamp = Math.floor(clock.now() / 1000);
    const signed = { platform: 'opentrain', secret: 'whsec_guess', event, timestamp } as const;
    for (let i = 0; i < 5; i += 1) {
      const forged = await signWebhook(signed);
      const response = await sync.receiver(new Request(url, { method: 'POST', ...forged }));
      expect(response.status).toBe(400);
    }
    await clock.advance('1s');
    expect(polls()).toBe(before);
  });

  it('is answered 503 before the sync runs and after it has ended', async () => {
    const { clock, happen, market, subscribed } = crew();
    const { sync } = subscribed();
    await clock.advance('1m');
    await sync.stop();
    happen();
    await market.kernel.settled();
    expect(market.kernel.deliveries.list()).toMatchObject([{ attempts: [{ status: 503 }] }]);
  });
});
