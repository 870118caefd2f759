import type { DriftDifference, DriftSchema } from '../../core/drift.ts';
import type { WebhookPlatform } from '../events.ts';

/** How an event differs from the contract this SDK was built from. */
export interface WebhookMismatchReport {
  platform: WebhookPlatform;
  /** Name of the event. */
  event: string;
  /** Where it differs; no value of the event is in it. */
  differences: DriftDifference[];
}

/** Loads the event schemas of a platform; called once, for the first event that is checked. */
export type LoadEventSchemas = () => Promise<{ events: Readonly<Record<string, DriftSchema>> }>;

const own: Record<WebhookPlatform, LoadEventSchemas> = {
  trainar: () => import('#schemas/trainar'),
  opentrain: () => import('#schemas/opentrain'),
  platform: () => import('#schemas/platform'),
};

/** Makes the check of a platform's events. It never rejects: that nothing could be checked is a report too. */
export function mismatchCheck(
  platform: WebhookPlatform,
  load: LoadEventSchemas = own[platform],
): (name: string, event: unknown) => Promise<DriftDifference[]> {
  let loading: ReturnType<LoadEventSchemas> | undefined;
  return async (name, event) => {
    try {
      loading ??= load();
      const { events } = await loading;
      if (!events) {
        throw new Error('schemas are left out of browser bundles; pass loadSchemas');
      }
      const schema = Object.hasOwn(events, name) ? events[name] : undefined;
      if (!schema) {
        return [{ path: '', kind: 'unknown', message: `${name} is not in the contract` }];
      }
      // Late, as the clients load it: or all who import a client beside this would have it at once.
      const { compare } = await import('../../core/drift.ts');
      return compare(schema, event);
    } catch (error) {
      // The next event may find them.
      loading = undefined;
      const message = `not checked: ${error instanceof Error ? error.message : String(error)}`;
      return [{ path: '', kind: 'different', message }];
    }
  };
}
