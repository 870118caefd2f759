import { describe, expect, it } from 'vitest';
import { OAuthError, TimeoutError } from '../../../src/opentrain/index.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { json, networkFailure } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { claimToken, client, clientWith, token } from './client.ts';

const oauth = (error: string) => json({ error }, 400);
const pending = oauth('authorization_pending');
const claimed = json({ access_token: token, token_type: 'bearer', scopes: ['proposals:write'] });

describe('waiting for a claim', () => {
  it('asks at the interval until the human is done, and resolves to the new token', async () => {
    const { ot, clock, fetch } = client(pending, pending, claimed);
    const given = await ot.agent.waitForClaim(claimToken, { interval: 7 });
    expect(given.access_token).toBe(token);
    expect(clock.sleeps).toEqual([7000, 7000]);
    expect(fetch.sent).toHaveLength(3);
  });

  it('leaves 5 s more each time the platform says so, and keeps to it', async () => {
    const { ot, clock } = client(
      pending,
      oauth('slow_down'),
      pending,
      oauth('slow_down'),
      pending,
      claimed,
    );
    await ot.agent.waitForClaim(claimToken);
    expect(clock.sleeps).toEqual([5000, 10_000, 10_000, 15_000, 15_000]);
  });

  it('tells each poll without the token', async () => {
    const seen: unknown[] = [];
    const { ot } = client(pending, claimed);
    await ot.agent.waitForClaim(claimToken, { onPoll: (progress) => seen.push(progress) });
    expect(seen).toEqual([{ status: 'authorization_pending' }, { status: 'claimed' }]);
  });

  it('rides over a broken connection', async () => {
    const { ot } = client(pending, networkFailure('ECONNRESET'), claimed);
    await expect(ot.agent.waitForClaim(claimToken)).resolves.toMatchObject({ access_token: token });
  });

  it.each([
    ['expired_token', 'register again'],
    ['invalid_grant', 'handed out already'],
  ])('ends with %s, saying what to do', async (code, advice) => {
    const { ot } = client(pending, oauth(code), claimed);
    const error = await rejection(ot.agent.waitForClaim(claimToken));
    expect(error).toBeInstanceOf(OAuthError);
    expect(error).toMatchObject({ code });
    expect((error as Error).message).toContain(advice);
  });

  it('gives up when an attempt’s 30 minutes are over', async () => {
    const { ot, clock } = client(pending);
    const start = clock.now();
    const error = await rejection(ot.agent.waitForClaim(claimToken));
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as Error).message).toContain('agent.startClaim()');
    expect(clock.now() - start).toBe(1_800_000);
  });

  it('ends at once when aborted, with the caller’s own reason', async () => {
    const stop = new AbortController();
    const { ot } = clientWith({ clock: new FakeClock({ auto: false }) }, pending);
    const ended = rejection(ot.agent.waitForClaim(claimToken, { signal: stop.signal }));
    await settled();
    const reason = new Error('enough');
    stop.abort(reason);
    expect(await ended).toBe(reason);
  });
});

it('a registration is never sent twice by itself', async () => {
  const { ot, fetch } = clientWith({ maxRetries: 5 }, networkFailure('ECONNRESET'));
  await rejection(ot.agent.register());
  expect(fetch.sent).toHaveLength(1);
});
