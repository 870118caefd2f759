import type { HireMilestone } from '../../../../generated/opentrain/types.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Page } from '../../pages/page.ts';
import { refusalOf, seeOther, type Visit, type Visitors } from '../../pages/site.ts';
import type { Market } from '../market.ts';
import type { ApprovalRow } from '../money/approvals.ts';
import type { HireTerms } from '../money/hire-terms.ts';
import type { Decision } from '../money/hiring.ts';
import type { HumanControls } from './add-pages.ts';
import { approvalPage } from './approval-page.ts';
import { amountText, dayOf } from './hire-fields.ts';

/** `/approvals/{id}`: a human reads what was asked for, and decides. */
export function approvalVisitors(market: Market, controls: HumanControls): Visitors {
  const asked = ({ params: { id = '' } }: Visit): ApprovalRow => {
    const approval = market.approvals.read(id);
    if (!approval) throw new Refusal(404, 'NOT_FOUND', 'There is no such approval.');
    return approval;
  };

  const decide = (visit: Visit): Page | Response => {
    const { form } = visit;
    const approval = asked(visit);
    const decision = decisionOf(approval, form);
    if (form.get('decision') === 'preview') return approvalPage(market, approval, { decision });
    try {
      carryOut(controls, approval.id, form.get('decision'), decision);
    } catch (error) {
      const { status, message, details } = refusalOf(error);
      const failure = { status, message, reason: details?.reason };
      return approvalPage(market, asked(visit), { decision, failure });
    }
    return seeOther(`/approvals/${approval.id}`);
  };

  return { get: (visit) => approvalPage(market, asked(visit)), post: decide };
}

function carryOut(
  { approvals }: HumanControls,
  id: string,
  button: string | null,
  decision: Decision,
): void {
  if (button === 'decline') approvals.decline(id);
  else if (button === 'confirm') approvals.confirm(id, decision);
  else throw new Refusal(400, 'BAD_REQUEST', 'Confirm or decline.');
}

/** What the form says, as far as it says anything else than was asked for. */
function decisionOf({ terms }: ApprovalRow, form: URLSearchParams): Decision {
  const source = form.get('source');
  const milestone = terms && changes(terms, form);
  return {
    ...((source === 'card' || source === 'credits') && { source }),
    ...(milestone && Object.keys(milestone).length > 0 && { milestone }),
  };
}

function changes(terms: HireTerms, form: URLSearchParams): Partial<HireMilestone> {
  const name = form.get('name');
  const description = form.get('description');
  const amount = form.get('amount');
  const due = form.get('due');
  return {
    ...(name !== null && name !== (terms.name ?? '') && { name }),
    // Browsers send the ends of lines their own way.
    ...(description !== null &&
      lines(description) !== lines(terms.description ?? '') && { description }),
    ...(amount !== null && amount !== amountText(terms) && { amount: Number(amount) }),
    ...(due !== null && due !== dayOf(terms) && { dueDate: due }),
  };
}

function lines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
