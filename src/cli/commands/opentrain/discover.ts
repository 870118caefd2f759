import { OpenTrain } from '../../../opentrain/client.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { unsent } from '../../dry-run.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { clientOptions } from './connect.ts';

/** Shows what a deployment tells about itself; needs no token. */
export async function discover(flags: CommonFlags): Promise<void> {
  const output = await Output.of(flags);
  const { baseUrl } = await clientOptions({ baseUrl: flags.baseUrl }, flags.dryRun === true);
  const found = await OpenTrain.discover(baseUrl, flags.dryRun ? { fetch: unsent } : undefined);
  await output.answer(found, () => panel(found));
}
