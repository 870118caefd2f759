import { accountControls } from './accounts/account-controls.ts';
import { eventControls } from './events/controls.ts';
import { jobControls } from './jobs/job-controls.ts';
import type { Market } from './market.ts';
import { messageControls } from './messages/message-controls.ts';
import { moneyControls } from './money/controls.ts';
import { proposalControls } from './proposals/proposal-controls.ts';
import { teamControls } from './team/controls.ts';

/** The human's, the trainer's and the app's side: `sandbox.opentrain`, and `/_sandbox/opentrain/…`. */
export function openTrainControls(market: Market) {
  return {
    ...accountControls(market),
    ...jobControls(market),
    ...proposalControls(market),
    ...messageControls(market),
    ...moneyControls(market),
    ...eventControls(market),
    ...teamControls(market),
  };
}
