import { requests } from '../../../../../generated/platform/schemas.ts';
import type { Contract, UsageReport } from '../../../../../generated/platform/types.ts';
import { type Call, type Handler, reply } from '../../../kernel/handler.ts';
import { budgetOf } from '../../money/budget.ts';
import type { ContractRow } from '../../money/contracts.ts';
import { notFound } from '../../refusals.ts';
import type { PlatformActor } from '../actor.ts';
import { requireShape } from '../gate.ts';
import type { Partners } from '../partners.ts';
import { reportUsage } from '../usage-report.ts';
import { ownLink } from './project-links.ts';

/** Contracts on linked jobs: who works, how much is left, what was done. */
export function contractHandlers(partners: Partners) {
  const { links, crews, market } = partners;
  const { contracts, milestones } = market;

  const linked = ({ actor, params: { contractId = '' } }: Call<PlatformActor>): ContractRow => {
    const contract = contracts.get(contractId);
    if (contract && links.isLinked(actor.install.id, contract.jobId)) return contract;
    throw notFound('contracts', 'contractId', contractId, 'contract');
  };
  const budget = (id: string) => budgetOf(contracts.get(id) as ContractRow, milestones.of(id));

  return {
    'contracts.list': ({ actor, query }) => {
      const status = query.oneOf('status');
      const limit = query.integer('limit');
      const linkId = query.string('projectLinkId');
      const only = linkId === undefined ? undefined : ownLink(partners, actor, linkId);
      const { id: installId, accountId } = actor.install;
      const shown = contracts
        .list(accountId)
        .filter(({ jobId }) => !only || jobId === only.jobId)
        .filter((contract) => status === undefined || contract.status === status)
        .filter(({ jobId }) => links.isLinked(installId, jobId))
        .slice(0, limit)
        .map((contract) => contractView(contract, partners, installId));
      return reply(200, { contracts: shown });
    },

    'contracts.participants': (call) => {
      const contract = linked(call);
      const { install } = call.actor;
      const participants = crews.of(contract).map((id) => crews.participant(install, id));
      return reply(200, { contractId: contract.id, participants });
    },

    'contracts.budget': (call) => reply(200, budget(linked(call).id)),

    'contracts.reportUsage': (call: Call<PlatformActor, UsageReport>) => {
      const contract = linked(call);
      requireShape(requests['contracts.reportUsage'].body, call.body);
      reportUsage(partners, call.actor.install, contract, call.body);
      const { id: contractId } = contract;
      const accepted = call.body.entries.length;
      return reply(200, { contractId, accepted, budget: budget(contractId) });
    },
  } satisfies Record<string, Handler<PlatformActor>>;
}

function contractView(row: ContractRow, { links }: Partners, installId: string): Contract {
  const { id, status, jobId, title, createdAt, endedAt } = row;
  return {
    id,
    status,
    jobId,
    title,
    startDate: createdAt,
    endDate: endedAt,
    createdAt,
    projectLinkIds: links.ofInstall(installId, jobId).map((link) => link.id),
  };
}
