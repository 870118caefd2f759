import { describe, expect, it } from 'vitest';
import type { ApprovalOf, HireRequest } from '../../src/opentrain/index.ts';
import { ApprovalDeclinedError, ApprovalExpiredError } from '../../src/opentrain/index.ts';
import { bench, openJob } from '../support/bad-input.ts';
import { rejection } from '../support/transport.ts';

const milestone = { name: 'Pilot', amount: 300 };

describe('an approval', () => {
  it('that is declined ends every wait with the same error', async () => {
    const { request, ot, human } = await asked();
    const { id } = request.approval;
    const waits = [request.wait(), ot.approvals.wait(id)].map(rejection);
    human.decline(id);
    for (const error of await Promise.all(waits)) {
      expect(error).toBeInstanceOf(ApprovalDeclinedError);
      expect(error).toMatchObject({ approval: { id, status: 'declined' } });
    }
    expect(await ot.contracts.list().toArray()).toEqual([]);
  });

  it('that expires ends the wait just after its time, not before', async () => {
    const { request, ot, sandbox } = await asked();
    await sandbox.clock.advance('71h');
    const error = await rejection(request.wait());
    expect(error).toBeInstanceOf(ApprovalExpiredError);
    expect(error).toMatchObject({ approval: { status: 'expired' } });
    const late = sandbox.clock.now() - Date.parse(request.approval.expiresAt);
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(1_000);
    expect(await ot.contracts.list().toArray()).toEqual([]);
  });

  it('that other terms replaced ends the old wait; the new one goes on', async () => {
    const { request, hire, human } = await asked();
    const old = rejection(request.wait());
    const next = await hire({ milestone: { ...milestone, amount: 400 } });
    expect(next.approval.id).not.toBe(request.approval.id);
    expect(await old).toBeInstanceOf(ApprovalExpiredError);
    human.confirm(next.approval.id);
    expect(await next.wait()).toMatchObject({ hired: true });
  });

  it('that was replaced can’t be confirmed any more', async () => {
    const { request, hire, human, ot } = await asked();
    await hire({ milestone: { ...milestone, amount: 400 } });
    expect(() => human.confirm(request.approval.id)).toThrow();
    expect(await ot.contracts.list().toArray()).toEqual([]);
  });

  it('awaited after a human confirmed is there at once', async () => {
    const { request, ot, human, sandbox } = await asked();
    const { id } = request.approval;
    human.confirm(id);
    const before = sandbox.clock.now();
    const result = await request.wait();
    expect((await ot.approvals.wait(id)).result).toEqual(result);
    expect(sandbox.clock.now()).toBe(before);
    expect(sandbox.requests.list({ operationId: 'approvals.get' })).toHaveLength(2);
    await sandbox.clock.advance('80h');
    expect(await request.wait()).toEqual(result);
  });

  it('awaited after a human declined fails at once', async () => {
    const { request, human, sandbox } = await asked();
    human.decline(request.approval.id);
    expect(await rejection(request.wait())).toBeInstanceOf(ApprovalDeclinedError);
    expect(sandbox.requests.list({ operationId: 'approvals.get' })).toHaveLength(1);
  });

  it('awaited by two callers hires once and tells both', async () => {
    const { request, ot, human } = await asked();
    const { id } = request.approval;
    let polls = 0;
    const onPoll = (_: ApprovalOf) => {
      polls += 1;
      if (polls === 5) human.confirm(id);
    };
    const [first, second] = await Promise.all([
      request.wait({ onPoll }),
      ot.approvals.wait(id, { type: 'proposal_hire', onPoll }),
    ]);
    expect(second.result).toEqual(first);
    expect(await ot.contracts.list().toArray()).toMatchObject([{ id: first.contractId }]);
  });

  it('is waited for as well on a clock that is ahead of the platform’s by more than it lives', async () => {
    const { request, openTrainWith, sandbox, human } = await asked();
    const { clock } = sandbox;
    const year = 365 * 24 * 60 * 60 * 1000;
    const ot = openTrainWith({
      clock: { now: () => clock.now() + year, sleep: (ms, signal) => clock.sleep(ms, signal) },
    });
    const { id } = request.approval;
    let polls = 0;
    const onPoll = (_: ApprovalOf) => {
      polls += 1;
      if (polls === 5) human.confirm(id);
    };
    expect(await ot.approvals.wait(id, { onPoll })).toMatchObject({ status: 'confirmed' });
  });

  it('given up by one of two callers is still there for the other', async () => {
    const { request, human } = await asked();
    const patience = new AbortController();
    const reason = new Error('enough');
    let polls = 0;
    const impatient = rejection(
      request.wait({
        signal: patience.signal,
        onPoll() {
          polls += 1;
          if (polls === 2) patience.abort(reason);
        },
      }),
    );
    const patient = request.wait();
    expect(await impatient).toBe(reason);
    human.confirm(request.approval.id);
    expect(await patient).toMatchObject({ hired: true });
  });
});

/** A hire that waits for a human, on a clock that jumps to whatever is waited for. */
async function asked() {
  const { sandbox, ot, openTrainWith } = bench({ time: 'auto' });
  const jobId = await openJob(ot);
  const [proposal] = sandbox.opentrain.apply(jobId);
  const hire = (body: HireRequest) => ot.proposals.hire(proposal?.id ?? '', body);
  const request = await hire({ milestone });
  return { sandbox, ot, openTrainWith, hire, request, human: sandbox.opentrain.approvals };
}
