import type { UsageEntry } from '../../../../generated/platform/types.ts';
import { OpenTrainPlatform } from '../../../platform/client.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { readInput, readText } from '../../read-input.ts';
import { UsageError } from '../../usage-error.ts';
import { platformOptions } from './connect.ts';

export interface ReportFlags extends CommonFlags {
  contractId: string;
  csv?: string;
  input?: string;
}

/** Reports work in as many calls as it takes; everything is checked before the first. */
export async function reportUsage(flags: ReportFlags): Promise<void> {
  const output = await Output.of(flags);
  const { contractId } = flags;
  const entries = await entriesOf(flags);
  const { contracts } = new OpenTrainPlatform(platformOptions(flags));
  const reported = await contracts.reportUsage(contractId, entries);
  await output.answer(reported, () =>
    panel({ contract: contractId, accepted: reported.accepted, budget: reported.budget }),
  );
}

async function entriesOf({ csv, input }: ReportFlags): Promise<UsageEntry[]> {
  if ((csv === undefined) === (input === undefined)) {
    throw new UsageError('One of --csv and --input is needed.');
  }
  if (csv !== undefined) {
    const { readUsage } = await import('./usage-csv.ts');
    return readUsage(await readText(csv));
  }
  const { entries } = await readInput(input);
  if (!Array.isArray(entries)) throw new UsageError('--input: a list under "entries" is needed.');
  return entries as UsageEntry[];
}
