import { describe, expect, it } from 'vitest';
import {
  ApprovalDeclinedError,
  ApprovalExpiredError,
  ApprovalRequest,
  InvalidArgumentError,
  NotFoundError,
  TimeoutError,
} from '../../../src/opentrain/index.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { json, networkFailure } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { client, clientWith } from './client.ts';

const created = Date.UTC(2026, 0, 1);
const hour = 3_600_000;
const base = {
  id: 'apr_1',
  type: 'proposal_hire',
  status: 'pending',
  contractId: null,
  milestoneId: null,
  jobId: 'job_1',
  proposalId: 'prp_1',
  approvalUrl: 'https://app.opentrain.ai/approvals/apr_1',
  expiresAt: new Date(created + 72 * hour).toISOString(),
  resolvedAt: null,
  result: null,
  createdAt: new Date(created).toISOString(),
};
const result = { hired: true, contractId: 'ctr_1', jobId: 'job_1', freelancerUserId: 'usr_1' };
const asked = json({ approval: base, message: 'A human must confirm.' }, 202);
const pending = json({ approval: base });
const confirmed = json({ approval: { ...base, status: 'confirmed', result } });
const declined = json({ approval: { ...base, status: 'declined' } });
const expired = json({ approval: { ...base, status: 'expired' } });
const terms = { milestone: { name: 'Pilot', amount: 300 } };

describe('a call that a human must confirm', () => {
  it('answers at once with a pending request, and waits for nobody', async () => {
    const { ot, fetch } = client(asked);
    const request = await ot.proposals.hire('prp_1', terms);
    expect(request).toBeInstanceOf(ApprovalRequest);
    expect(request.status).toBe('pending');
    expect(request.approvalUrl).toBe(base.approvalUrl);
    expect(request.message).toBe('A human must confirm.');
    expect(request.approval.proposalId).toBe('prp_1');
    expect(fetch.sent).toHaveLength(1);
  });

  it('keeps the response at hand', async () => {
    const { ot } = client(asked);
    const { data, response } = await ot.proposals.hire('prp_1', terms).withResponse();
    expect(response.status).toBe(202);
    expect(data.approval.id).toBe('apr_1');
  });

  it('can be logged and stored: no more than the platform said is in it', async () => {
    const { ot } = client(asked);
    const stored = JSON.parse(JSON.stringify(await ot.proposals.hire('prp_1', terms)));
    expect(Object.keys(stored).sort()).toEqual(['approval', 'approvalUrl', 'message', 'status']);
  });
});

describe('waiting on a request', () => {
  it('resolves to the result once a human confirmed', async () => {
    const { ot, fetch } = client(asked, pending, pending, confirmed);
    const request = await ot.proposals.hire('prp_1', terms);
    expect(await request.wait()).toEqual(result);
    expect(fetch.sent[1]?.url.pathname).toBe('/api/public/v1/approvals/apr_1');
  });

  it('asks ever more rarely, at least every 2 min', async () => {
    const { ot, clock } = client(asked, ...Array(12).fill(pending), confirmed);
    await (await ot.proposals.hire('prp_1', terms)).wait();
    const { sleeps } = clock;
    expect(sleeps[0]).toBe(2000);
    expect(sleeps[1]).toBe(3000);
    expect([...sleeps].sort((a, b) => a - b)).toEqual(sleeps);
    expect(sleeps.at(-1)).toBe(120_000);
  });

  it('answers at once when a human had confirmed before', async () => {
    const { ot, clock } = client(asked, confirmed);
    const request = await ot.proposals.hire('prp_1', terms);
    expect(await request.wait()).toEqual(result);
    expect(await request.wait()).toEqual(result);
    expect(clock.sleeps).toEqual([]);
  });

  it('rejects when the human declined, with the approval as it ended', async () => {
    const { ot } = client(asked, pending, declined);
    const error = await rejection((await ot.proposals.hire('prp_1', terms)).wait());
    expect(error).toBeInstanceOf(ApprovalDeclinedError);
    expect(error).toMatchObject({ approval: { id: 'apr_1', status: 'declined' } });
  });

  it('rejects when it expired, asking a last time just after it did', async () => {
    const lapses = created + 0.2 * hour;
    const approval = { ...base, expiresAt: new Date(lapses).toISOString() };
    const { ot, clock } = client(asked, () =>
      clock.now() > lapses ? expired.clone() : json({ approval }),
    );
    const error = await rejection((await ot.proposals.hire('prp_1', terms)).wait());
    expect(error).toBeInstanceOf(ApprovalExpiredError);
    expect(error).toMatchObject({ approval: { status: 'expired' } });
    expect(clock.now()).toBe(lapses + 1);
  });

  it.each([
    ['expired', expired, ApprovalExpiredError],
    ['declined', declined, ApprovalDeclinedError],
  ])('ends as the platform says when newer terms replaced it: %s', async (status, answer, kind) => {
    const newer = json({ approval: { ...base, id: 'apr_2' }, message: '' }, 202);
    const { ot } = client(asked, newer, answer);
    const old = await ot.proposals.hire('prp_1', terms);
    await ot.proposals.hire('prp_1', { milestone: { name: 'Pilot', amount: 450 } });
    const error = await rejection(old.wait());
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ approval: { id: 'apr_1', status } });
  });

  it('gives up when its time is over; the approval stays pending', async () => {
    const { ot, clock } = client(asked, pending);
    const request = await ot.proposals.hire('prp_1', terms);
    const error = await rejection(request.wait({ timeoutMs: 60_000 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect((error as Error).message).toContain('approvals.wait(id)');
    expect(clock.now()).toBe(created + 60_000);
  });

  it('ends at once when aborted, with the caller’s own reason', async () => {
    const { ot } = clientWith({ clock: new FakeClock({ auto: false }) }, asked, pending);
    const request = await ot.proposals.hire('prp_1', terms);
    const stop = new AbortController();
    const ended = rejection(request.wait({ signal: stop.signal }));
    await settled();
    const reason = new Error('enough');
    stop.abort(reason);
    expect(await ended).toBe(reason);
  });

  it('tells each poll', async () => {
    const seen: string[] = [];
    const { ot } = client(asked, pending, confirmed);
    const request = await ot.proposals.hire('prp_1', terms);
    await request.wait({ onPoll: ({ status }) => seen.push(status) });
    expect(seen).toEqual(['pending', 'confirmed']);
  });

  it('survives passing failures, however long they last', async () => {
    const down = [503, 502, 504, 429].map((status) => json({}, status));
    const broken = Array(8).fill(networkFailure('ECONNRESET'));
    const { ot } = client(asked, pending, ...down, ...broken, confirmed);
    expect(await (await ot.proposals.hire('prp_1', terms)).wait()).toEqual(result);
  });

  it('ends with a failure that won’t pass', async () => {
    const gone = json({ error: 'None.', code: 'NOT_FOUND', requestId: 'r' }, 404);
    const { ot } = client(asked, pending, gone);
    const error = await rejection((await ot.proposals.hire('prp_1', terms)).wait());
    expect(error).toBeInstanceOf(NotFoundError);
  });

  it('lets two wait for the same thing, one of them giving up', async () => {
    const clock = new FakeClock({ auto: false });
    const answers = { now: pending };
    const { ot } = clientWith({ clock }, asked, () => answers.now.clone());
    const request = await ot.proposals.hire('prp_1', terms);
    const [first, second] = [request.wait(), request.wait()];
    const third = rejection(request.wait({ timeoutMs: 1000 }));
    await clock.advance(1000);
    expect(await third).toBeInstanceOf(TimeoutError);
    answers.now = confirmed;
    await clock.advance(5000);
    expect(await Promise.all([first, second])).toEqual([result, result]);
  });
});

describe('taking a wait up elsewhere', () => {
  it('resolves to the confirmed approval', async () => {
    const { ot } = client(pending, confirmed);
    const approval = await ot.approvals.wait('apr_1');
    expect(approval).toMatchObject({ type: 'proposal_hire', status: 'confirmed', result });
  });

  it('refuses an approval of another type than expected', async () => {
    const { ot } = client(pending);
    const error = await rejection(ot.approvals.wait('apr_1', { type: 'milestone_fund' }));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect((error as Error).message).toContain('proposal_hire');
  });

  it('does not ask for ever about what it never saw', async () => {
    const { ot, fetch } = client(networkFailure('ECONNREFUSED'));
    await rejection(ot.approvals.wait('apr_1'));
    expect(fetch.sent.length).toBeLessThan(10);
  });
});

describe('ending a contract', () => {
  it('that has nothing funded is done at once', async () => {
    const { ot } = client(json({ ok: true, contractId: 'ctr_1', status: 'ended' }));
    const end = await ot.contracts.end('ctr_1');
    expect(end).toMatchObject({ status: 'ended', contractId: 'ctr_1' });
  });

  it('that has money in it waits for a human', async () => {
    const approval = { ...base, type: 'contract_end', proposalId: null, contractId: 'ctr_1' };
    const done = { ...approval, status: 'confirmed', result: { contractEnded: true } };
    const { ot } = client(json({ approval, message: '' }, 202), json({ approval: done }));
    const end = await ot.contracts.end('ctr_1');
    if (end.status !== 'pending') throw new Error('it ended at once');
    expect(await end.wait()).toEqual({ contractEnded: true });
  });
});
