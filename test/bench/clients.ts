import { Octokit } from '@octokit/core';
import { WorkOS } from '@workos-inc/node';
import OpenAI from 'openai';
import createClient from 'openapi-fetch';
import Stripe from 'stripe';
import { OpenTrain } from 'trainyard/opentrain';

const token = `ot_pat_${'0'.repeat(32)}`;

/** Every SDK reading one record from the same place: a local origin, by the fetch that is given. */
export function clients(origin: string, fetch: typeof globalThis.fetch) {
  const { hostname, port } = new URL(origin);
  const trainyard = new OpenTrain({ token, baseUrl: origin, fetch });
  const typed = createClient<never>({
    baseUrl: origin,
    fetch,
    headers: { Authorization: `Bearer ${token}` },
  });
  const get = typed.GET as (path: string, init: object) => Promise<unknown>;
  const path = '/api/public/v1/jobs/{id}';
  const stripe = new Stripe('sk_test_0', {
    host: hostname,
    port,
    protocol: 'http',
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient(fetch),
  });
  const openai = new OpenAI({ apiKey: 'key', baseURL: origin, fetch });
  const octokit = new Octokit({ baseUrl: origin, auth: token, request: { fetch } });
  const workos = new WorkOS('sk_test_0', {
    apiHostname: hostname,
    port: Number(port),
    https: false,
    fetchFn: fetch,
  });
  return {
    'fetch alone': async () =>
      (
        await fetch(`${origin}/api/public/v1/jobs/job_71`, {
          headers: { Authorization: `Bearer ${token}` },
        })
      ).json(),
    'openapi-fetch': () => get(path, { params: { path: { id: 'job_71' } } }),
    trainyard: () => trainyard.jobs.get('job_71'),
    stripe: () => stripe.customers.retrieve('job_71'),
    openai: () => openai.models.retrieve('job_71'),
    '@octokit/core': () => octokit.request(`GET ${path}`, { id: 'job_71' }),
    '@workos-inc/node': () => workos.organizations.getOrganization('job_71'),
  };
}

/** Those that do what an SDK does; the others are what lies beneath. */
export const sdks = ['stripe', 'openai', '@octokit/core', '@workos-inc/node'];
