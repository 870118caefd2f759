import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  ConsentReturnError,
  InvalidArgumentError,
  OpenTrainPlatform,
  TrainyardError,
} from '../../../src/platform/index.ts';
import '../../support/same-examples.ts';

afterEach(() => vi.unstubAllEnvs());

const { consentUrl, createState, parseConsentReturn } = OpenTrainPlatform;
const back = 'https://me.example/back?opentrain_install_id=ins_1&state=s1&external_project_id=p+1';

describe('the consent link', () => {
  it('leads to the app’s page', () => {
    expect(consentUrl({ slug: 'label-loft' })).toBe(
      'https://app.opentrain.ai/integrations/label-loft/connect',
    );
  });

  it('carries what comes back', () => {
    const url = new URL(
      consentUrl({
        slug: 'label-loft',
        redirectUri: new URL('https://me.example/back?x=1'),
        externalProjectId: 'a&b',
        state: 's=1',
      }),
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      external_project_id: 'a&b',
      redirect_uri: 'https://me.example/back?x=1',
      state: 's=1',
    });
  });

  it('leads to another deployment, by option or else by the environment', () => {
    vi.stubEnv('OT_API_BASE_URL', 'http://localhost:4100');
    expect(consentUrl({ slug: 'a' })).toBe('http://localhost:4100/integrations/a/connect');
    const baseUrl = 'http://localhost:4200/';
    expect(consentUrl({ slug: 'a', baseUrl })).toBe('http://localhost:4200/integrations/a/connect');
  });

  it.each([
    ['slug', { slug: '' }],
    ['slug', { slug: 'Label Loft' }],
    ['slug', { slug: '../admin' }],
    ['slug', { slug: 'a'.repeat(51) }],
    ['redirectUri', { slug: 'a', redirectUri: '/back' }],
    ['redirectUri', { slug: 'a', redirectUri: 'javascript:alert(1)' }],
    ['baseUrl', { slug: 'a', baseUrl: 'http://app.example.com' }],
  ])('is refused when its %s can’t be right: %o', (argument, options) => {
    const make = () => consentUrl(options);
    expect(make).toThrow(InvalidArgumentError);
    expect(make).toThrow(argument);
  });
});

describe('the return from consent', () => {
  it('gives the install, and what the link carried', () => {
    const given = { installId: 'ins_1', externalProjectId: 'p 1', state: 's1' };
    expect(parseConsentReturn(back, { state: 's1' })).toEqual(given);
    expect(parseConsentReturn(new URL(back), { state: 's1' })).toEqual(given);
  });

  it('is read from the path on, as a server sees it', () => {
    const { pathname, search } = new URL(back);
    expect(parseConsentReturn(pathname + search, { state: 's1' }).installId).toBe('ins_1');
  });

  it('needs no project', () => {
    const url = '/back?opentrain_install_id=ins_1&state=s1';
    expect(parseConsentReturn(url, { state: 's1' }).externalProjectId).toBeUndefined();
  });

  it.each([
    ['state_missing', '/back?opentrain_install_id=ins_1'],
    ['state_missing', '/back?opentrain_install_id=ins_1&state='],
    ['state_missing', '/back?opentrain_install_id=ins_1&state=s1&state=s2'],
    ['state_mismatch', '/back?opentrain_install_id=ins_1&state=s2'],
    ['state_mismatch', '/back?opentrain_install_id=ins_1&state=s1s1'],
    ['install_missing', '/back?error=access_denied&state=s1'],
  ] as const)('is refused with %s: %s', (code, url) => {
    let error: unknown;
    try {
      parseConsentReturn(url, { state: 's1' });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ConsentReturnError);
    expect(error).toBeInstanceOf(TrainyardError);
    expect(error).toMatchObject({ code });
    expect((error as Error).message).not.toMatch(/\bs[12]/);
  });

  it.each([{ state: '' }, {}, undefined])('is never compared with nothing: %o', (expected) => {
    expect(() => parseConsentReturn('/back?state=', expected as never)).toThrow(
      InvalidArgumentError,
    );
  });

  it('brings back whatever was sent, and nothing else will do', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (state, other) => {
          const sent = new URL(consentUrl({ slug: 'a', state })).searchParams.get('state');
          const url = `/back?${new URLSearchParams({ opentrain_install_id: 'i', state: `${sent}` })}`;
          expect(parseConsentReturn(url, { state }).state).toBe(state);
          if (other !== state) expect(() => parseConsentReturn(url, { state: other })).toThrow();
        },
      ),
    );
  });
});

describe('a state', () => {
  it('is 128 bits that never come twice, and survives an address', () => {
    const made = new Set(Array.from({ length: 1000 }, createState));
    expect(made.size).toBe(1000);
    for (const state of made) expect(state).toMatch(/^[\da-f]{32}$/);
  });
});
