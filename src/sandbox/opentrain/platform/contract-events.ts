import type { MilestoneEventData } from '../../../../generated/platform/types.ts';
import type { ContractWatcher } from '../contract-watcher.ts';
import { budgetOf } from '../money/budget.ts';
import { usdOf } from '../money/cents.ts';
import type { ContractRow } from '../money/contracts.ts';
import type { InstallRow } from './installs.ts';
import { type LinkRow, linkView } from './links.ts';
import type { Partners } from './partners.ts';

const rank: Readonly<Record<string, number>> = { OK: 0, LOW: 1, DEPLETED: 2 };

/** Tells installs of contracts on the jobs that they linked: once for each link. */
export function contractWatcher(partners: Partners): ContractWatcher {
  const { market, events, crews } = partners;

  const tellOfWork = (type: 'contract.started' | 'contract.ended', contract: ContractRow) => {
    const { id, status, jobId, title, createdAt: startDate, endedAt: endDate } = contract;
    for (const [install, link] of listeners(partners, jobId)) {
      events.emit(install, type, {
        resourceId: id,
        jobId,
        data: {
          contract: { id, status, jobId, title, startDate, endDate },
          freelancer: crews.participant(install, contract.trainerId),
          projectLink: linkView(link),
        },
      });
    }
  };

  const tellOfMoney = (
    type: 'milestone.funded' | 'milestone.budget_low' | 'milestone.budget_depleted',
    contract: ContractRow,
    funded?: MilestoneEventData['milestone'],
  ) => {
    const { id: contractId, jobId } = contract;
    const budget = budgetOf(contract, market.milestones.of(contractId));
    const milestone = funded ?? budget.activeMilestone;
    for (const [install, link] of listeners(partners, jobId)) {
      events.emit(install, type, {
        resourceId: milestone?.id ?? contractId,
        jobId,
        data: { contractId, milestone, budget, projectLink: linkView(link) },
      });
    }
  };

  return {
    started: (contract) => tellOfWork('contract.started', contract),
    ended: (contract) => tellOfWork('contract.ended', contract),

    funded({ id, contractId, name, amountCents, volume, status }) {
      const contract = market.contracts.get(contractId);
      if (!contract) return;
      const milestone = { id, name, amountUsd: usdOf(amountCents), volume, status };
      tellOfMoney('milestone.funded', contract, milestone);
    },

    budgetMoved(contract, from, to) {
      const [before = 0, after = 0] = [rank[from], rank[to]];
      if (after <= before) return;
      // Whether a jump tells of both thresholds is not published: of the one reached, by default.
      const both = market.kernel.limit('platform.eventsPerJump', 1) > 1;
      if (after === 1 || (before === 0 && both)) tellOfMoney('milestone.budget_low', contract);
      if (after === 2) tellOfMoney('milestone.budget_depleted', contract);
    },
  };
}

/** Links to a job whose installs are active. */
function listeners({ links, installs }: Partners, jobId: string): [InstallRow, LinkRow][] {
  return links.toJob(jobId).flatMap((link) => {
    const install = installs.get(link.installId);
    return install?.status === 'ACTIVE' ? [[install, link] as [InstallRow, LinkRow]] : [];
  });
}
