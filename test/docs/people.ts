import { operations } from '../../generated/opentrain/operations.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import type { Props } from './stage.ts';

/**
 * A platform whose people are at their desks: they have decided before anybody looks a second time, so that
 * nothing that runs here waits for them.
 */
export function attended(
  { fetch, opentrain, requests }: Sandbox,
  { approvalId, topUpId }: Props,
): typeof globalThis.fetch {
  /** What each does, once, when its page or its state is looked at. */
  const waiting = new Map<string, () => unknown>([
    [approvalId, () => opentrain.approvals.confirm(approvalId)],
    [topUpId, () => opentrain.completeTopUp(topUpId)],
  ]);
  return async (input, init) => {
    const request = new Request(input, init);
    for (const [id, act] of waiting) {
      if (!request.url.includes(id)) continue;
      waiting.delete(id);
      act();
    }
    const response = await fetch(request);
    const operation = requests.last()?.operationId ?? '';
    if (response.status === 202 && operation in operations) {
      const { approval } = await response.clone().json();
      waiting.set(approval.id, () => opentrain.approvals.confirm(approval.id));
    }
    if (operation === 'credits.createTopUp' && response.ok) {
      const { topUpId: id } = await response.clone().json();
      waiting.set(id, () => opentrain.completeTopUp(id));
    }
    if (operation === 'agent.startClaim' && response.ok) {
      const { user_code } = await response.clone().json();
      opentrain.claim({ userCode: user_code });
    }
    return response;
  };
}
