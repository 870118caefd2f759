import { readFile } from 'node:fs/promises';
import { OpenTrain } from '../../../src/opentrain/index.ts';
import type { Sandbox } from '../../../src/sandbox/index.ts';

const brief = new URL('../../../examples/data/job-brief.md', import.meta.url);
const rateUsd = 14;

/** The customer's own side: an agent works on the Public API, a human confirms what costs money. */
export class Employer {
  readonly accountId: string;
  readonly #api: OpenTrain;
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox, baseUrl: string) {
    const { accountId, token } = sandbox.opentrain.createAccount({ card: true, name: 'Harbor' });
    this.accountId = accountId;
    this.#sandbox = sandbox;
    this.#api = new OpenTrain({ token, baseUrl, clock: sandbox.clock });
  }

  /** A job paid by the hour. @returns its id. */
  async publish(): Promise<string> {
    const { jobDrafts, jobs } = this.#api;
    const draft = await jobDrafts.create({ text: await readFile(brief, 'utf8') });
    const answers: Record<string, string> = {
      experienceLevel: 'INTERMEDIATE',
      pricePerHour: `${rateUsd}`,
    };
    await jobDrafts.complete(draft, ({ field }) => answers[field]);
    await jobs.publish(draft.jobId);
    return draft.jobId;
  }

  /** A trainer applies and is hired for so many hours. @returns the contract's id. */
  async hire(jobId: string, hours: number): Promise<string> {
    const [proposal] = this.#sandbox.opentrain.apply(jobId, { bid: rateUsd });
    if (!proposal) throw new Error('nobody applied');
    const milestone = { name: `${hours} hours`, amount: hours * rateUsd };
    const request = await this.#api.proposals.hire(proposal.id, { milestone });
    this.#sandbox.opentrain.approvals.confirm(request.approval.id);
    const { contractId } = await request.wait();
    return contractId;
  }

  async end(contractId: string): Promise<void> {
    const ended = await this.#api.contracts.end(contractId);
    if (ended.status === 'pending') this.#sandbox.opentrain.approvals.confirm(ended.approval.id);
  }
}
