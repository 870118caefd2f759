import { describe, expect, it } from 'vitest';
import { TimeoutError, TopUpNotCompletedError } from '../../../src/opentrain/index.ts';
import { json, networkFailure } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { client } from './client.ts';

const start = Date.UTC(2026, 0, 1);
const topUp = (status: string, expiresAt: string | null = new Date(start + 600_000).toJSON()) =>
  json({ topUp: { id: 'top_1', status, amountCents: 50_000, expiresAt } });

describe('waiting for a top-up', () => {
  it('resolves when a human paid', async () => {
    const { ot, fetch } = client(
      topUp('PENDING'),
      networkFailure('ECONNRESET'),
      topUp('COMPLETED'),
    );
    expect(await ot.credits.waitForTopUp('top_1')).toMatchObject({ status: 'COMPLETED' });
    expect(fetch.sent[0]?.url.pathname).toBe('/api/public/v1/credits/top-ups/top_1');
  });

  it.each(['EXPIRED', 'CANCELED'])('rejects when it ended %s', async (status) => {
    const { ot } = client(topUp('PENDING'), topUp(status));
    const error = await rejection(ot.credits.waitForTopUp('top_1'));
    expect(error).toBeInstanceOf(TopUpNotCompletedError);
    expect(error).toMatchObject({ topUp: { id: 'top_1', status } });
    expect((error as Error).message).toContain(status);
  });

  it('does not outlast the page it waits for', async () => {
    const { ot, clock } = client(topUp('PENDING'));
    expect(await rejection(ot.credits.waitForTopUp('top_1'))).toBeInstanceOf(TimeoutError);
    expect(clock.now()).toBe(start + 600_001);
  });

  it('keeps to the caller’s time when the page has no end', async () => {
    const { ot, clock } = client(topUp('PENDING', null));
    const error = await rejection(ot.credits.waitForTopUp('top_1', { timeoutMs: 5000 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(clock.now()).toBe(start + 5000);
  });
});

it('a top-up is never started twice by itself', async () => {
  const { ot, fetch } = client(json({}, 503));
  await rejection(ot.credits.createTopUp({ amountUsd: 10 }, { maxRetries: 3 }));
  expect(fetch.sent).toHaveLength(1);
});
