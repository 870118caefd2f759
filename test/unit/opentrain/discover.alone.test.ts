import { afterEach, describe, expect, it, vi } from 'vitest';
import { ConnectionError, OpenTrain } from '../../../src/opentrain/index.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { fakeFetch, json, networkFailure, type SentRequest } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';

afterEach(() => vi.unstubAllEnvs());

const text = (body: string, type = 'text/plain') =>
  new Response(body, { headers: { 'content-type': type } });

const site = (pages: Record<string, Response>) =>
  fakeFetch(({ url }: SentRequest) => pages[url.pathname]?.clone() ?? text('Not found.'));

const pages = {
  '/.well-known/oauth-protected-resource': json({ scopes_supported: ['jobs:read'] }),
  '/.well-known/oauth-authorization-server': json({ issuer: 'https://x', agent_auth: {} }),
  '/llms.txt': text('# OpenTrain'),
  '/auth.md': text('# Auth', 'text/markdown'),
  '/api/public/v1/openapi.json': json({ openapi: '3.1.0' }),
};
const base = 'https://app.example.com';
const clock = new FakeClock();

describe('discovering a deployment', () => {
  it('gives its documents and the addresses of its guides', async () => {
    const found = await OpenTrain.discover(base, { fetch: site(pages) });
    expect(found).toEqual({
      baseUrl: base,
      protectedResource: { scopes_supported: ['jobs:read'] },
      authorizationServer: { issuer: 'https://x', agent_auth: {} },
      llmsTxt: `${base}/llms.txt`,
      authMd: `${base}/auth.md`,
      openapi: `${base}/api/public/v1/openapi.json`,
    });
  });

  it('sends no token, and minds none of the environment', async () => {
    vi.stubEnv('OT_API_TOKEN', 'not a token');
    const fetch = site(pages);
    await OpenTrain.discover(base, { fetch });
    expect(fetch.sent.map(({ headers }) => headers.get('authorization'))).toEqual(
      Array(5).fill(null),
    );
  });

  it('leaves out what is missing', async () => {
    const fetch = fakeFetch(json({ error: 'None.', code: 'NOT_FOUND', requestId: 'r' }, 404));
    const { baseUrl, ...rest } = await OpenTrain.discover(base, { fetch });
    expect(Object.values(rest)).toEqual(Array(5).fill(undefined));
  });

  it('takes a web page that answers any address for nothing', async () => {
    const fetch = fakeFetch(text('<!doctype html><title>App</title>', 'text/html'));
    const { baseUrl, ...rest } = await OpenTrain.discover(base, { fetch });
    expect(Object.values(rest)).toEqual(Array(5).fill(undefined));
  });

  it('does not take trouble for a missing document', async () => {
    const fetch = fakeFetch(networkFailure('ECONNREFUSED'));
    const error = await rejection(OpenTrain.discover(base, { fetch, clock }));
    expect(error).toBeInstanceOf(ConnectionError);
  });
});
