import type { Sandbox } from 'trainyard/sandbox';

const companies = ['Harbor Robotics', 'Quay Labs', 'Meadow Speech', 'Lantern Medical'];

/** Publishes jobs of several companies, as many as make one scroll for a while. */
export function fillMarketplace({ opentrain }: Pick<Sandbox, 'opentrain'>, jobs = 320): void {
  let left = jobs;
  for (const [i, name] of companies.entries()) {
    // Uneven, so that those of the same moment are not alike.
    const share =
      i === companies.length - 1 ? left : Math.floor(jobs / companies.length) - 5 + 3 * i;
    opentrain.seedJobs(share, { accountId: opentrain.createAccount({ name }).accountId });
    left -= share;
  }
}
