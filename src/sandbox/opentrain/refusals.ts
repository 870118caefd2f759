import { Refusal } from '../kernel/refusal.ts';

/** A 404 that names the kind of object and the id asked for. */
export function notFound(resource: string, idKey: string, id: string, thing: string): Refusal {
  return new Refusal(404, 'NOT_FOUND', `No such ${thing}.`, {
    details: { resource, [idKey]: id },
  });
}

/** A 409 with its machine-readable reason, or without one where the platform is not known to give any. */
export function conflict(
  reason: string | null,
  message: string,
  details: Record<string, unknown> = {},
): Refusal {
  return new Refusal(409, 'CONFLICT', message, {
    details: { ...(reason !== null && { reason }), ...details },
  });
}
