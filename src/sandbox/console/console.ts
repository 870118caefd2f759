import { accountVisitors } from './accounts.ts';
import { approvalListVisitors } from './approvals.ts';
import { deliveryListVisitors, deliveryVisitors } from './deliveries.ts';
import { jobListVisitors, jobVisitors } from './jobs.ts';
import { keyVisitors } from './keys.ts';
import { moneyVisitors } from './money.ts';
import { overviewVisitors } from './overview.ts';
import { requestVisitors } from './requests.ts';
import type { Rooms } from './rooms.ts';
import { addSignposts } from './signposts.ts';
import { faultVisitors, timeVisitors } from './time.ts';
import { trainingVisitors } from './training.ts';

/** Puts the console up, at `/` of every local origin. */
export function openConsole(rooms: Rooms): void {
  const { site } = rooms.kernel;
  site.add('/', overviewVisitors(rooms));
  site.add('/console/accounts', accountVisitors(rooms));
  site.add('/console/keys/{kind}/{id}', keyVisitors(rooms));
  site.add('/console/jobs', jobListVisitors(rooms));
  site.add('/console/jobs/{id}', jobVisitors(rooms));
  site.add('/console/approvals', approvalListVisitors(rooms));
  site.add('/console/money', moneyVisitors(rooms));
  site.add('/console/training', trainingVisitors(rooms));
  site.add('/console/deliveries', deliveryListVisitors(rooms));
  site.add('/console/deliveries/{id}', deliveryVisitors(rooms));
  site.add('/console/requests', requestVisitors(rooms));
  site.add('/console/time', timeVisitors(rooms));
  site.add('/console/faults', faultVisitors(rooms));
  addSignposts(site);
}
