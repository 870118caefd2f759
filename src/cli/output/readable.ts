import type { ApprovalRequested } from '../../../generated/opentrain/types.ts';
import type { Operation } from '../../core/operation.ts';
import { paint } from './paint.ts';
import { panel } from './panel.ts';
import { plain } from './plain.ts';
import { table } from './table.ts';
import { views } from './views.ts';

/** An answer as people read it. */
export function readable(product: string, operation: Operation, answer: unknown): string {
  const view = views[`${product} ${operation.id}`];
  if (view?.text) return view.text(answer);
  const { items } = operation.pagination ?? {};
  const rows =
    Object(answer)[items ?? ''] ?? (items && Object.values(Object(answer)).find(Array.isArray));
  if (Array.isArray(rows)) {
    const { columns } = view ?? {};
    return table(rows, typeof columns === 'function' ? columns(rows[0]) : columns);
  }
  const text = panel(unwrap(answer));
  return operation.cosigned ? `${text}${cosigned(answer)}` : text;
}

/** Cursor of the next page, where there is one. */
export function nextPageOf(operation: Operation, answer: unknown): string | undefined {
  const { style, next } = operation.pagination ?? {};
  if (next === undefined || style === 'window') return undefined;
  if (style === 'feed' && Object(answer).hasMore !== true) return undefined;
  const cursor = Object(answer)[next];
  return typeof cursor === 'string' && cursor !== '' ? cursor : undefined;
}

/** `{ proposal: { … } }` → the proposal */
function unwrap(answer: unknown): unknown {
  const entries = Object.entries(Object(answer));
  const [only] = entries;
  return entries.length === 1 && only && typeof only[1] === 'object' ? only[1] : answer;
}

/** What a human has to do now, and how to wait for it. */
function cosigned(answer: unknown): string {
  const { approval } = answer as Partial<ApprovalRequested>;
  // Ending a contract in which no money is held needs nobody.
  if (!approval) return '';
  return [
    '\n',
    `${paint('yellow', 'A human decides at')} ${plain(approval.approvalUrl)}`,
    `Then: trainyard opentrain approvals wait ${plain(approval.id)}`,
  ].join('\n');
}
