import { OpenTrain } from '../../../opentrain/client.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { clientOptions } from './connect.ts';

/** A client as the flags want it. */
export async function openTrainClient({ baseUrl, dryRun }: CommonFlags): Promise<OpenTrain> {
  return new OpenTrain(await clientOptions({ baseUrl }, dryRun === true));
}
