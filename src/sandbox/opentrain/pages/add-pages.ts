import { appOrigin } from '../auth/oauth.ts';
import type { openTrainControls } from '../controls.ts';
import type { Market } from '../market.ts';
import { approvalVisitors } from './approval-visitors.ts';
import { checkoutVisitors } from './checkout.ts';
import { claimVisitors } from './claim-visitors.ts';
import { profileVisitors } from './profile-page.ts';

/** What a human of OpenTrain does, as code does it. */
export type HumanControls = ReturnType<typeof openTrainControls>;

/**
 * Puts up the pages that the API's answers lead people to. They stand in for signing in as well:
 * whoever looks at one is the owner whom it is for.
 */
export function addPages(market: Market, controls: HumanControls): void {
  const { site } = market.kernel;
  const origins = ['local', appOrigin];
  site.add('/approvals/{id}', approvalVisitors(market, controls), origins);
  site.add('/claim', claimVisitors(market, controls), origins);
  site.add('/profile/{slug}', profileVisitors(market), origins);
  // On the real host the checkout is a page of Stripe.
  site.add('/checkout/{id}', checkoutVisitors(market, controls));
}
