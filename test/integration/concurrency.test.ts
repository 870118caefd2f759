import { describe, expect, it } from 'vitest';
import { ConflictError, OpenTrain, RateLimitError } from '../../src/opentrain/index.ts';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.ts';
import { publishableJob } from '../support/publishable-job.ts';

const fifty = Array.from({ length: 50 }, (_, i) => i);
const milestone = { name: 'Pilot', amount: 300 };
/** What a hire of 300 USD charges: 10 % and 9.95 USD on top. */
const chargeCents = 33_995;

describe('fifty calls at once', () => {
  it('publish a draft once', async () => {
    const { ot, draft } = employer();
    const jobId = await draft();
    const results = await Promise.all(fifty.map(() => ot.jobs.publish(jobId)));
    expect(results.filter(({ alreadyPublished }) => !alreadyPublished)).toHaveLength(1);
    expect(await ot.jobs.listMine({ status: 'OPEN' }).toArray()).toHaveLength(1);
  });

  it('publish as many drafts as the daily cap allows, and no more', async () => {
    const { ot, draft } = employer({ limits: { 'opentrain.publishPerDay': 20 } });
    const ids = await Promise.all(fifty.map(() => draft()));
    expect(new Set(ids).size).toBe(50);
    const settled = await Promise.allSettled(
      ids.map((id) => ot.jobs.publish(id, { maxRetries: 0 })),
    );
    const refused = settled.flatMap((result) => (result.status === 'rejected' ? [result] : []));
    expect(refused).toHaveLength(30);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(RateLimitError);
    expect(await ot.jobs.listMine({ status: 'OPEN' }).toArray()).toHaveLength(20);
  });

  it('ask for the same hire once', async () => {
    const { ot, applicants } = employer({}, { card: true });
    const [id] = (await applicants(1)) as [string];
    const requests = await Promise.all(fifty.map(() => ot.proposals.hire(id, { milestone })));
    expect(new Set(requests.map(({ approval }) => approval.id)).size).toBe(1);
  });

  it('ask for fifty hires fifty times, and hire as many as the credits pay for', async () => {
    const { ot, applicants, confirm } = employer({}, { creditsUsd: 1_000 });
    const ids = await applicants(50);
    const requests = await Promise.all(ids.map((id) => ot.proposals.hire(id, { milestone })));
    const approvals = requests.map(({ approval }) => approval.id);
    expect(new Set(approvals).size).toBe(50);

    const statuses = await Promise.all(approvals.map(confirm));
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    expect(statuses.filter((status) => status === 409)).toHaveLength(48);
    expect(await ot.contracts.list().toArray()).toHaveLength(2);
    const { availableCents, reservedCents } = await ot.credits.balance();
    expect({ availableCents, reservedCents }).toEqual({
      availableCents: 100_000 - 2 * chargeCents,
      reservedCents: 2 * chargeCents,
    });
    const ledger = await ot.credits.ledger().toArray();
    expect(ledger.map(({ type }) => type).sort()).toEqual(['ADJUSTMENT', 'HOLD', 'HOLD']);
  });

  it('confirm an approval once', async () => {
    const { ot, applicants, confirm } = employer({}, { card: true });
    const [id] = (await applicants(1)) as [string];
    const { approval } = await ot.proposals.hire(id, { milestone });
    await Promise.all(fifty.map(() => confirm(approval.id)));
    expect(await ot.contracts.list().toArray()).toHaveLength(1);
    await expect(ot.proposals.hire(id, { milestone })).rejects.toBeInstanceOf(ConflictError);
  });
});

/** An employer of a sandbox, and short ways to where the calls under test begin. */
function employer(
  options: SandboxOptions = {},
  account: { card?: boolean; creditsUsd?: number } = {},
) {
  const sandbox = createSandbox(options);
  const { token } = sandbox.opentrain.createAccount(account);
  const ot = new OpenTrain({ token, fetch: sandbox.fetch, clock: sandbox.clock });
  const draft = async () => {
    const { jobId, validation } = await ot.jobDrafts.create(publishableJob);
    expect(validation.missingFields).toEqual([]);
    return jobId;
  };
  return {
    ot,
    draft,
    async applicants(count: number): Promise<string[]> {
      const jobId = await draft();
      await ot.jobs.publish(jobId);
      return sandbox.opentrain.apply(jobId, { count }).map(({ id }) => id);
    },
    /** What the human's click answers. */
    async confirm(approvalId: string): Promise<number> {
      const response = await sandbox.fetch(
        'http://localhost/_sandbox/opentrain/approvals/confirm',
        { method: 'POST', body: JSON.stringify(approvalId) },
      );
      return response.status;
    },
  };
}
