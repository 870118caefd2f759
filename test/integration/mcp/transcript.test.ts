import type { CallToolResult } from '@modelcontextprotocol/client';
import { expect, it } from 'vitest';
import { createSandbox } from '../../../src/sandbox/index.ts';
import { listen } from '../../../src/sandbox/node.ts';
import { type Era, eras } from '../../support/mcp/eras.ts';
import { startOpenTrain } from '../../support/mcp/opentrain-process.ts';

type Answers = Record<string, unknown>;
/** What the platform asks for when a draft lacks something. */
interface Missing {
  field: string;
  updateKeys: string[];
  enumValues: string[] | null;
}

/** What the human says when asked for a field. */
const knows: Answers = {
  jobTitle: 'Boxes around cars',
  paymentType: 'PAY_PER_LABEL',
  pricePerLabel: 0.06,
  experienceLevel: 'INTERMEDIATE',
  dataVolume: 20_000,
  dataVolumeUnit: 'NUMBER_OF_FILES',
  headcount: 3,
  languages: ['English'],
  countries: ['Mexico'],
  labelTypes: ['BOUNDING_BOX'],
  dataType: 'IMAGE',
};

it.each(Object.keys(eras) as Era[])(
  'from nothing to a hire that a human has confirmed, by what the tools say alone (%s)',
  async (era) => {
    const sandbox = createSandbox({ seed: 'transcript' });
    await using server = await listen(sandbox);
    const shown: string[] = [];
    await using mcp = await startOpenTrain(server.url, {
      era,
      client: { capabilities: { elicitation: { url: {} } } },
      prepare: (client) =>
        client.setRequestHandler('elicitation/create', ({ params }) => {
          const { url, message } = params as { url: string; message: string };
          shown.push(`${message} ${url}`);
          // The human opens the page, signs in and confirms there.
          const [, id = ''] = /\/approvals\/([^/?]+)$/.exec(url) ?? [];
          sandbox.opentrain.approvals.confirm(id);
          return { action: 'accept' };
        }),
    });
    const transcript: string[] = [];
    const call = async (name: string, args: Answers = {}) => {
      const result: CallToolResult = await mcp.call(name, args);
      const [said] = result.content as { text: string }[];
      transcript.push(`${name}: ${result.isError ? 'refused' : 'done'}`);
      return {
        ...(result.structuredContent as Answers | undefined),
        said: said?.text ?? '',
      } as Answers & { said: string };
    };
    /** The tool that an answer points to. */
    const next = ({ said }: { said: string }) =>
      (/opentrain_(\w+)/.exec(said)?.[1] ?? '').replace(/\W.*/, '');

    // Without a token, the refusal says how to get one.
    const begin = next(await call('auth_status'));
    await call(begin, { agentName: 'Scout' });
    let draft = await call('create_job_draft', {
      jobDescription: 'Draw boxes around cars in photos.',
    });
    while (next(draft) === 'update_job_draft_fields') {
      const missing = draft.missingFields as Missing[];
      const keys = missing.flatMap(({ updateKeys }) => updateKeys);
      const fields = Object.fromEntries(
        keys.flatMap((key) => (key in knows ? [[key, knows[key]]] : [])),
      );
      draft = await call('update_job_draft_fields', { jobId: draft.jobId, fields });
    }
    const { jobId } = draft;
    const live = await call(next(draft), { jobId });
    expect(live.status).toBe('OPEN');

    // Candidates apply; the best of them is to be hired, which needs a human behind the account.
    sandbox.opentrain.apply(String(jobId), { count: 3 });
    const { proposals } = await call('list_proposals', { jobId });
    const scored = proposals as { id: string; metrics: { matchScore: number | null } }[];
    const [best] = [...scored].sort(
      (a, b) => (b.metrics.matchScore ?? 0) - (a.metrics.matchScore ?? 0),
    );
    const proposalId = best?.id;
    await call('get_proposal', { proposalId, includeInterview: true });
    const terms = { proposalId, milestone: { name: 'First batch', amount: 120 }, waitSeconds: 60 };
    const refused = await call('hire_proposal', terms);
    const claim = await call(next(refused), { email: 'owner@employer.example' });
    const { accountId } = sandbox.opentrain.claim({ userCode: String(claim.user_code) });
    expect((await call(next(claim))).status).toBe('claimed');

    // No card yet: a human adds one where the refusal says.
    const unpaid = await call('hire_proposal', terms);
    expect(unpaid.said).toMatch(/payment_method_required.*ask the human to add a card at http/s);
    sandbox.opentrain.setCard(accountId, true);

    const hired = await call('hire_proposal', terms);
    const approval = hired.approval as Answers;
    expect(shown).toEqual([expect.stringContaining(String(approval.approvalUrl))]);
    expect(approval.status).toBe('confirmed');
    expect(hired.said).toMatch(/^The human has confirmed/);
    const { contractId } = approval.result as Answers;
    const { contract } = await call('get_contract', { contractId });
    expect(contract).toMatchObject({ id: contractId });

    expect(transcript.filter((line) => !line.startsWith('update_job_draft'))).toEqual([
      'auth_status: refused',
      'register_agent: done',
      'create_job_draft: done',
      'publish_job: done',
      'list_proposals: done',
      'get_proposal: done',
      'hire_proposal: refused',
      'claim_account: done',
      'claim_status: done',
      'hire_proposal: refused',
      'hire_proposal: done',
      'get_contract: done',
    ]);
  },
);
