import type { ClientOptions } from '../../../core/client-options.ts';
import { cliSettings } from '../../../credentials/settings.ts';
import type { OpenTrainOptions } from '../../../opentrain/client.ts';
import { unsent } from '../../dry-run.ts';

/** Options of a client: flags first, then the environment, then the credentials file. */
export async function clientOptions(
  options: ClientOptions,
  dryRun: boolean,
): Promise<OpenTrainOptions> {
  const { token, baseUrl } = await cliSettings({ baseUrl: options.baseUrl });
  if (!dryRun) return { ...options, token, baseUrl };
  // What is not sent needs no key: it is masked in any case.
  return { ...options, token: token ?? 'ot_pat_none', baseUrl, fetch: unsent, maxRetries: 0 };
}
