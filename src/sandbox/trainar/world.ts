import type { Actor } from '../kernel/handler.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { invalid, Refusal } from '../kernel/refusal.ts';
import type { Tables } from './tables.ts';

/** Everything TrainAR's handlers and controls work on. */
export interface World {
  kernel: Kernel;
  tables: Tables;
}

/** The holder of a tenant's key. */
export interface TrainARActor extends Actor {
  tenantId: string;
}

/** The row, if it is the tenant's own: another tenant's is refused with 403, as documented. */
export function own<Row extends { tenantId: string }>(
  table: { get(id: string): Readonly<Row> | undefined },
  what: string,
  id: string,
  tenantId: string,
): Readonly<Row> {
  const row = table.get(id);
  if (!row) throw new Refusal(404, 'NOT_FOUND', `There is no ${what} ${id}.`);
  if (row.tenantId !== tenantId) {
    throw new Refusal(403, 'FORBIDDEN', `This ${what} belongs to another tenant.`);
  }
  return row;
}

/** A moment in the platform's own form; a 400 on `field` for anything that is none. */
export function timestamp(text: string, field: string): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw invalid('body', [field], 'Expected an ISO 8601 timestamp');
  return new Date(at).toISOString();
}

/** Rows of a list answer, in the form that the tenant was told to have. */
export function listBody(world: World, tenantId: string, name: string, items: unknown[]): unknown {
  const form = world.tables.tenants.get(tenantId)?.listForm;
  return form === 'array' ? items : { [name]: items };
}
