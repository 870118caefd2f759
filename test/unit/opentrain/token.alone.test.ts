import { afterEach, describe, expect, it, vi } from 'vitest';
import { InvalidArgumentError, OpenTrain } from '../../../src/opentrain/index.ts';
import { fakeFetch, json } from '../../support/fake-fetch.ts';
import { rejection } from '../../support/transport.ts';
import { token } from './client.ts';

afterEach(() => vi.unstubAllEnvs());

const jobs = json({ jobs: [], nextCursor: null });

describe('without a token', () => {
  it('calls that need none work', async () => {
    const fetch = fakeFetch(jobs);
    const page = await new OpenTrain({ fetch }).jobs.search();
    expect(page.items).toEqual([]);
    expect(fetch.sent[0]?.headers.has('authorization')).toBe(false);
  });

  it('other calls are refused before a byte is sent, with what to do', async () => {
    const fetch = fakeFetch(json({}));
    const error = await rejection(new OpenTrain({ fetch }).auth.me());
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({ argument: 'token' });
    expect((error as Error).message).toContain('agent.register()');
    expect(fetch.sent).toEqual([]);
  });
});

describe('the environment', () => {
  it.each([
    [{ OT_API_TOKEN: token, OPENTRAIN_API_TOKEN: 'ot_pat_other' }],
    [{ OPENTRAIN_API_TOKEN: token }],
  ])('gives the token: %o', async (variables) => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const fetch = fakeFetch(json({}));
    await new OpenTrain({ fetch }).auth.me();
    expect(fetch.sent[0]?.headers.get('authorization')).toBe(`Bearer ${token}`);
  });

  it.each([
    [{ OT_API_BASE_URL: 'http://localhost:4100', OPENTRAIN_API_BASE_URL: 'https://x.example' }],
    [{ OPENTRAIN_API_BASE_URL: 'http://localhost:4100' }],
  ])('gives the base URL: %o', async (variables) => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const fetch = fakeFetch(jobs);
    await new OpenTrain({ fetch }).jobs.search();
    expect(fetch.sent[0]?.url.href).toBe('http://localhost:4100/api/public/v1/jobs');
  });

  it('comes after the option', async () => {
    vi.stubEnv('OT_API_TOKEN', 'ot_pat_other');
    const fetch = fakeFetch(json({}));
    await new OpenTrain({ token, fetch }).auth.me();
    expect(fetch.sent[0]?.headers.get('authorization')).toBe(`Bearer ${token}`);
  });
});

describe('a token of another kind', () => {
  it.each([
    ['ot_clm_S3cret', 'a claim token'],
    ['ot_cat_S3cret', 'the token of a claim link'],
    ['ot_ptk_S3cret', 'a token of the Platform API'],
    ['tak_S3cret', 'a TrainAR key'],
    ['whsec_S3cret', 'a webhook secret'],
    ['S3cret', 'starts with ot_pat_'],
  ])('%s is refused by name and never repeated', (given, what) => {
    const make = () => new OpenTrain({ token: given });
    expect(make).toThrow(InvalidArgumentError);
    expect(make).toThrow(what);
    expect(make).not.toThrow('S3cret');
  });

  it('is refused where a claim token is meant, and the other way round', async () => {
    const fetch = fakeFetch(json({}));
    const { agent } = new OpenTrain({ fetch });
    expect(await rejection(agent.pollClaim(token))).toMatchObject({ argument: 'claim_token' });
    expect(await rejection(agent.waitForClaim(token))).toMatchObject({ argument: 'claim_token' });
    expect(await rejection(agent.revoke('ot_clm_x'))).toMatchObject({ argument: 'token' });
    expect(fetch.sent).toEqual([]);
  });
});
