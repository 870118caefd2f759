import { afterEach, describe, expect, it } from 'vitest';
import { crew, eventTypes, stopAll, url } from './crew.ts';

afterEach(stopAll);

describe('a subscription that the sync looks after', () => {
  it('is made by one of many, and used by all', async () => {
    const { account, clock, market, secrets, subscribed } = crew();
    const changes: unknown[] = [];
    const onSubscribed = (change: unknown) => changes.push(change);
    for (let i = 0; i < 4; i += 1) subscribed({ onSubscribed });
    await clock.advance('1h');
    const [webhook, ...others] = market.world.webhooks.list(account.accountId);
    expect(others).toEqual([]);
    expect(webhook).toMatchObject({ url, eventTypes: [...eventTypes], status: 'ACTIVE' });
    expect(secrets()).toEqual([{ webhookId: webhook?.id, secret: webhook?.secret }]);
    expect(changes).toMatchObject([{ webhook: { id: webhook?.id }, reason: 'missing' }]);
  });

  it('that was disabled is replaced, and what happened meanwhile is caught up with', async () => {
    const { account, clock, happenTimes, market, subscribed, table } = crew();
    const changes: { reason: string }[] = [];
    subscribed({ onSubscribed: (change) => changes.push(change) });
    subscribed();
    await clock.advance('1m');
    const [first] = market.world.webhooks.list(account.accountId);
    market.controls.disableWebhook(first?.id ?? '');
    const due = happenTimes(3);
    await clock.advance('6m');
    expect(table).toEqual(due);
    const [second, ...others] = market.world.webhooks.list(account.accountId);
    expect(others).toEqual([]);
    expect(second).toMatchObject({ status: 'ACTIVE' });
    expect(second?.id).not.toBe(first?.id);
    expect(changes.map(({ reason }) => reason)).toEqual(['missing', 'disabled']);
    due.push(...happenTimes(1));
    await clock.advance('1ms');
    expect(table).toEqual(due);
  });

  it('that the platform itself disabled, after failures, is replaced as well', async () => {
    const { account, clock, happen, kernel, market, subscribed, table } = crew();
    subscribed();
    await clock.advance('1m');
    const [first] = market.world.webhooks.list(account.accountId);
    kernel.faults.inject({ delivery: 'drop', times: 'always' });
    const due: string[] = [];
    for (let i = 0; i < 10; i += 1) due.push(happen());
    await clock.advance('4h');
    kernel.faults.clear();
    expect(table).toEqual(due);
    expect(market.world.webhooks.get(first?.id ?? '')).toBeUndefined();
    due.push(happen());
    await clock.advance('1ms');
    expect(table).toEqual(due);
  });

  it('whose secret was lost is replaced: as when a process died between making and noting it', async () => {
    const { account, clock, market, subscribed } = crew();
    const made = market.world.webhooks.create(account.accountId, url, eventTypes);
    const changes: { reason: string }[] = [];
    subscribed({ onSubscribed: (change) => changes.push(change) });
    await clock.advance('1s');
    expect(changes).toMatchObject([{ reason: 'unusable' }]);
    expect(market.world.webhooks.get(made.id)).toBeUndefined();
    expect(market.world.webhooks.list(account.accountId)).toHaveLength(1);
  });

  it('leaves those of other URLs alone', async () => {
    const { account, clock, market, subscribed } = crew();
    const other = market.world.webhooks.create(account.accountId, `${url}/other`, eventTypes);
    subscribed();
    await clock.advance('1m');
    expect(market.world.webhooks.get(other.id)).toMatchObject({ status: 'ACTIVE' });
  });

  it('makes room for itself where disabled ones fill the account', async () => {
    const { account, clock, market, subscribed } = crew();
    for (let i = 0; i < 10; i += 1) {
      const { id } = market.world.webhooks.create(account.accountId, url, eventTypes);
      market.world.webhooks.disable(id, 'Disabled after repeated delivery failures.');
    }
    const { errors } = subscribed();
    await clock.advance('1m');
    expect(errors).toEqual([]);
    expect(market.world.webhooks.list(account.accountId)).toMatchObject([{ status: 'ACTIVE' }]);
  });

  it('that can’t be made does not keep the sync from polling', async () => {
    const { clock, happen, kernel, subscribed, table } = crew();
    kernel.faults.inject({ operationId: 'webhooks.create', status: 403 });
    const { errors } = subscribed();
    const due = [happen()];
    await clock.advance('1m');
    expect(table).toEqual(due);
    expect(errors).toMatchObject([[{ status: 403 }, { during: 'subscription' }]]);
    due.push(happen());
    await clock.advance('10m');
    due.push(happen());
    await clock.advance('1ms');
    expect(table).toEqual(due);
  });

  it('is known to a process that read the secrets before it was replaced', async () => {
    const { account, clock, happen, kernel, market, subscribed, table } = crew();
    const refused: unknown[] = [];
    const receiver = { onRefused: (error: unknown) => refused.push(error) };
    for (let i = 0; i < 3; i += 1) subscribed({ receiver });
    await clock.advance('1m');
    for (let i = 0; i < 3; i += 1) happen();
    await kernel.settled();
    market.controls.disableWebhook(market.world.webhooks.list(account.accountId)[0]?.id ?? '');
    await clock.advance('6m');
    const { length } = table;
    for (let i = 0; i < 3; i += 1) happen();
    await clock.advance('100ms');
    expect(table.length - length).toBe(3);
    expect(refused).toEqual([]);
    const attempts = kernel.deliveries.list().flatMap((delivery) => delivery.attempts);
    expect(attempts).toMatchObject(Array(3).fill({ status: 200 }));
  });
});
