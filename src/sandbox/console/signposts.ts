import { type Site, seeOther } from '../pages/site.ts';

/** Other addresses that the API's answers name, each leading to where the console shows the same. */
export function addSignposts(site: Site): void {
  site.add('/employer-settings', {
    get: ({ query }) => {
      const account = query.get('account');
      return seeOther(
        `/console/accounts${account === null ? '' : `#${encodeURIComponent(account)}`}`,
      );
    },
  });
  site.add('/job-post', {
    get: ({ query }) => seeOther(`/console/jobs/${encodeURIComponent(query.get('jobId') ?? '')}`),
  });
  site.add('/jobs/{id}', {
    // The public address has the title before the id, which has no hyphen in it.
    get: ({ params: { id = '' } }) =>
      seeOther(`/console/jobs/${encodeURIComponent(id.split('-').at(-1) ?? '')}`),
  });
}
