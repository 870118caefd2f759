import { describe, expect, it } from 'vitest';
import { OpenTrain, UnexpectedResponseError } from '../../../src/opentrain/index.ts';

const calls: [string, (ot: OpenTrain) => PromiseLike<unknown>][] = [
  ['approvals.get', (ot) => ot.approvals.get('apr_1')],
  ['contracts.get', (ot) => ot.contracts.get('ctr_1')],
  ['contracts.createMilestone', (ot) => ot.contracts.createMilestone('c', { description: 'd' })],
  ['milestones.fund', (ot) => ot.milestones.fund('mil_1')],
  ['milestones.approve', (ot) => ot.milestones.approve('mil_1')],
  ['proposals.get', (ot) => ot.proposals.get('prp_1')],
  ['proposals.interview', (ot) => ot.proposals.interview('prp_1')],
  ['proposals.hire', (ot) => ot.proposals.hire('prp_1', { milestone: { name: 'n', amount: 1 } })],
  ['freelancers.get', (ot) => ot.freelancers.get('maria-g')],
  ['credits.balance', (ot) => ot.credits.balance()],
  ['credits.getTopUp', (ot) => ot.credits.getTopUp('top_1')],
  ['team.get', (ot) => ot.team.get()],
  ['tokens.revoke', (ot) => ot.tokens.revoke('tok_1')],
  ['webhooks.get', (ot) => ot.webhooks.get('whk_1')],
];

describe('an answer without what the call is for', () => {
  describe.each([['null'], ['{}'], ['[]'], ['"text"']])('such as %s', (body) => {
    it.each(calls)('is no success of %s', async (operationId, call) => {
      const fetch = async () => new Response(body, { status: 200 });
      const ot = new OpenTrain({ token: 'ot_pat_test', fetch });
      const error = await Promise.resolve(call(ot)).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(UnexpectedResponseError);
      expect(error).toMatchObject({ operationId, status: 200 });
    });
  });
});
