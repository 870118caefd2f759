import type { HireMilestone } from '../../../../generated/opentrain/types.ts';
import { invalid } from '../../kernel/refusal.ts';
import { centsOf } from './cents.ts';
import { dueDate } from './due-date.ts';

/** The first milestone of a hire. */
export interface HireTerms {
  readonly name: string | null;
  readonly description: string | null;
  readonly amountCents: number;
  /** ISO text. */
  readonly dueDate: string | null;
}

/** @throws Gated, a 400 with issues, when it has neither name nor description, no amount or a bad date. */
export function hireTerms(milestone: HireMilestone): HireTerms {
  if (!(milestone.amount > 0 && milestone.amount < Number.POSITIVE_INFINITY)) {
    throw invalid('body', ['milestone', 'amount'], 'Must be greater than 0');
  }
  const terms = {
    name: text(milestone.name),
    description: text(milestone.description),
    amountCents: centsOf(milestone.amount),
    dueDate: milestone.dueDate === undefined ? null : day(milestone.dueDate),
  };
  if (terms.name === null && terms.description === null) {
    throw invalid('body', ['milestone'], 'Give a name, a description or both');
  }
  if (terms.amountCents < 1 || !Number.isSafeInteger(terms.amountCents)) {
    throw invalid('body', ['milestone', 'amount'], 'Must be a payable amount of dollars');
  }
  return terms;
}

/** The terms with a human's changes, which win. An empty due date is none. */
export function changedTerms(terms: HireTerms, changes: Partial<HireMilestone> = {}): HireTerms {
  const { amount, name, description, dueDate: due } = changes;
  const changed = hireTerms({
    name: name ?? terms.name ?? '',
    description: description ?? terms.description ?? '',
    amount: amount ?? 1,
    ...(due && { dueDate: due }),
  });
  return {
    ...changed,
    amountCents: amount === undefined ? terms.amountCents : changed.amountCents,
    dueDate: due === undefined ? terms.dueDate : changed.dueDate,
  };
}

/** Whether two hires ask for the same. */
export function sameTerms(a: HireTerms, b: HireTerms): boolean {
  return (
    a.name === b.name &&
    a.description === b.description &&
    a.amountCents === b.amountCents &&
    a.dueDate === b.dueDate
  );
}

function text(value: string | undefined): string | null {
  return value === undefined || value.trim() === '' ? null : value;
}

function day(value: string): string {
  const iso = dueDate(value);
  if (iso === undefined) throw invalid('body', ['milestone', 'dueDate'], 'Expected a date');
  return iso;
}
