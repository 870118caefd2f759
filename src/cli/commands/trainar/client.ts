import { TrainAR } from '../../../trainar/client.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { unsent } from '../../dry-run.ts';

/** A client as the flags want it. */
export function trainarClient({ baseUrl, dryRun }: CommonFlags): TrainAR {
  return new TrainAR({
    baseUrl,
    ...(dryRun && { apiKey: 'tak_none', fetch: unsent, maxRetries: 0 }),
  });
}
