import type { OpenTrainPlatformOptions } from '../../../platform/client.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { unsent } from '../../dry-run.ts';

/** Options of a client as the flags want it. */
export function platformOptions({ baseUrl, dryRun }: CommonFlags): OpenTrainPlatformOptions {
  return { baseUrl, ...(dryRun && { token: 'ot_ptk_none', fetch: unsent, maxRetries: 0 }) };
}
