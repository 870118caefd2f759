import { describe, expect, it } from 'vitest';
import { mainOf } from './pages-fixture.ts';
import { openStudio } from './platform-fixture.ts';

const local = 'http://localhost:4010';
const path = '/integrations/acme-label/connect';
const back = 'https://acme.example/opentrain/return';

/** Reads what a browser would of a page. */
const inputOf = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
const returnOf = (page: string) =>
  /<a id="return"[^>]* href="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
const tokenOf = (page: string) => /<code id="token"[^>]*>([^<]+)</.exec(page)?.[1];

function openDoor(form: Parameters<ReturnType<typeof openStudio>['register']>[0] = {}) {
  const studio = openStudio();
  studio.register({ redirectUris: ['https://acme.example/opentrain'], ...form });
  const { kernel } = studio;

  const show = async (query: Record<string, string> = {}, origin = local) => {
    const response = await kernel.fetch(`${origin}${path}?${new URLSearchParams(query)}`);
    return { status: response.status, headers: response.headers, page: await mainOf(response) };
  };
  const send = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await kernel.fetch(local + path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
    return { status: response.status, headers: response.headers, page: await mainOf(response) };
  };
  /** Looks at the page and presses a button. */
  const answer = async (
    decision: string,
    query: Record<string, string> = {},
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) => {
    const { page } = await show(query);
    const form_token = inputOf(page, 'form_token') ?? '';
    const account = inputOf(page, 'account') ?? '';
    return send({ form_token, account, decision, ...fields }, headers);
  };
  return { ...studio, show, send, answer };
}

describe('the consent screen', () => {
  it('names the app, each scope in words, and asks for personal data apart', async () => {
    const { show } = openDoor({ description: 'Boxes & polygons' });
    const { status, page } = await show();
    expect(status).toBe(200);
    expect(page).toContain('<h1>Connect <bdi>Acme Label</bdi> to OpenTrain?</h1>');
    expect(page).toContain('Boxes &amp; polygons');
    expect(page.match(/<li>[^<]+\(<code>/g)).toHaveLength(7);
    expect(page).toContain('<input type="checkbox" name="pii_consent"');
    expect(page).toMatch(/<button name="decision" value="approve">/);
    expect(page).toMatch(/<button name="decision" value="decline"/);
  });

  it('asks for personal data only where the app wants Work Emails', async () => {
    const { answer, call, show } = openDoor({ scopes: ['participants:read'] });
    expect((await show()).page).not.toContain('pii_consent');
    const { page } = await answer('approve', {}, { pii_consent: 'yes' });
    const { body } = await call('installs.current', { token: tokenOf(page)! });
    expect(body.install.piiConsent).toBe(false);
  });

  it('is there on the real host and on any local one', async () => {
    const { show } = openDoor();
    expect((await show({}, 'https://app.opentrain.ai')).status).toBe(200);
    expect((await show({}, 'http://127.0.0.1:9999')).status).toBe(200);
  });

  it('escapes whatever others wrote', async () => {
    const evil = `"><script>alert('1')</script>&amp;`;
    const studio = openStudio();
    studio.world.accounts.update(studio.customer.id, { name: evil, ownerEmail: evil });
    studio.register({
      name: evil,
      description: evil,
      websiteUrl: 'https://acme.example/"><script>',
      redirectUris: ['https://acme.example/'],
    });
    const query = new URLSearchParams({ state: evil, external_project_id: evil });
    const read = (init?: RequestInit) =>
      studio.kernel.fetch(
        `${local}${path}?${query}&redirect_uri=https://acme.example/"><script>`,
        init,
      );
    const shown = await mainOf(await read());
    const body = new URLSearchParams({
      form_token: inputOf(shown, 'form_token')!,
      account: studio.customer.id,
      decision: 'approve',
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const done = await mainOf(await read({ method: 'POST', headers, body: body.toString() }));
    for (const page of [shown, done]) {
      expect(page).not.toMatch(/<script/i);
      expect(page).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;');
    }
    const url = new URL(returnOf(done)!);
    expect(url.searchParams.get('state')).toBe(evil);
    expect(url.searchParams.get('external_project_id')).toBe(evil);
  });

  it('can be neither framed, read by other sites, scripted nor kept', async () => {
    const { show, kernel } = openDoor();
    const { headers } = await show();
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    const asked = { origin: 'https://evil.example', 'access-control-request-method': 'GET' };
    const preflight = await kernel.fetch(local + path, { method: 'OPTIONS', headers: asked });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['an unknown app', 404, {}],
    ['a return address of nobody', 400, { redirect_uri: 'https://evil.example/opentrain' }],
    ['an account that is none', 404, { account: 'acc_none' }],
  ])('says no for %s, and shows no way on', async (what, status, query) => {
    const { kernel } = openDoor();
    const at = what === 'an unknown app' ? '/integrations/nobody/connect' : path;
    const response = await kernel.fetch(`${local}${at}?${new URLSearchParams(query)}`);
    const page = await mainOf(response);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('role="alert"');
    expect(page).not.toMatch(/<form|<a /);
    expect(response.headers.get('location')).toBeNull();
  });

  it('says no while the app is deactivated, also to forms shown before', async () => {
    const { answer, platform, send, show } = openDoor();
    const form_token = inputOf((await show()).page, 'form_token')!;
    platform.deactivateApp('acme-label');
    expect((await show()).status).toBe(403);
    expect((await send({ form_token, decision: 'approve' })).status).toBe(403);
    platform.reactivateApp('acme-label');
    expect((await answer('approve')).status).toBe(200);
  });

  it('says no when nobody could consent', async () => {
    const { controls, customer, show, world } = openDoor();
    controls.setFeature(customer.id, 'annotation_platform', false);
    expect((await show()).status).toBe(403);
    expect((await show({ account: customer.id })).status).toBe(403);
    const { id: trainerId } = world.trainers.create();
    const { accountId } = controls.mintTrainerToken(trainerId);
    expect((await show({ account: accountId })).status).toBe(403);
  });
});

describe('whose consent it is', () => {
  it('is the only owner’s', async () => {
    const { customer, show } = openDoor();
    expect(inputOf((await show()).page, 'account')).toBe(customer.id);
  });

  it('is chosen where there are several, or said in the link', async () => {
    const { account, call, show, send } = openDoor();
    const { id } = account({ name: 'Second Harbor' });
    const { page } = await show();
    expect(page.match(/type="radio"/g)).toHaveLength(2);
    expect(page).toContain('<legend>For which organization?</legend>');
    const one = await show({ account: id });
    expect([inputOf(one.page, 'account'), one.page.includes('radio')]).toEqual([id, false]);
    const form_token = inputOf(page, 'form_token')!;
    expect((await send({ form_token, decision: 'approve' })).status).toBe(404);
    const done = await send({ form_token, decision: 'approve', account: id });
    const { body } = await call('installs.current', { token: tokenOf(done.page)! });
    expect(body.install.status).toBe('ACTIVE');
  });
});

describe('approving', () => {
  it('shows a token that works, once, and leads back without it', async () => {
    const { answer, call } = openDoor();
    const query = { redirect_uri: `${back}/7?tab=1`, state: 's=1&t', external_project_id: 'p 7' };
    const { status, headers, page } = await answer('approve', query, { pii_consent: 'yes' });
    expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([
      200,
      null,
      'no-store',
    ]);
    const token = tokenOf(page)!;
    const { install } = (await call('installs.current', { token })).body;
    expect(install).toMatchObject({ piiConsent: true, status: 'ACTIVE' });
    const url = new URL(returnOf(page)!);
    expect(url.origin + url.pathname).toBe(`${back}/7`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      tab: '1',
      opentrain_install_id: install.id,
      state: 's=1&t',
      external_project_id: 'p 7',
    });
    expect(url.href).not.toContain(token);
    expect(page.split(token)).toHaveLength(2);
  });

  it('shares Work Emails only where the box was ticked', async () => {
    const { answer, call } = openDoor();
    const token = tokenOf((await answer('approve')).page)!;
    expect((await call('installs.current', { token })).body.install.piiConsent).toBe(false);
  });

  it('leads nowhere when no return address was given', async () => {
    const { answer } = openDoor();
    const { page } = await answer('approve', { state: 'x' });
    expect(returnOf(page)).toBeUndefined();
    expect(page).toContain('You can close this page.');
  });

  it('echoes what was sent, an empty state too, and nothing that was not', async () => {
    const { answer } = openDoor();
    const paramsOf = async (query: Record<string, string>) => {
      const { page } = await answer('approve', { redirect_uri: back, ...query });
      return [...new URL(returnOf(page)!).searchParams.keys()];
    };
    expect(await paramsOf({ state: '' })).toEqual(['opentrain_install_id', 'state']);
    expect(await paramsOf({})).toEqual(['opentrain_install_id']);
  });

  it('is not pretended by a return address that names an install itself', async () => {
    const { answer, call } = openDoor();
    const redirect_uri = `${back}?opentrain_install_id=ins_evil&error=x&opentrain_install_id=ins_2`;
    const { page } = await answer('approve', { redirect_uri });
    const { install } = (await call('installs.current', { token: tokenOf(page)! })).body;
    expect(new URL(returnOf(page)!).searchParams.getAll('opentrain_install_id')).toEqual([
      install.id,
    ]);
    const declined = new URL(returnOf((await answer('decline', { redirect_uri })).page)!);
    expect(declined.search).toBe('?error=access_denied');
  });

  it('again ends the install before', async () => {
    const { answer, call } = openDoor();
    const first = tokenOf((await answer('approve')).page)!;
    const second = tokenOf((await answer('approve')).page)!;
    expect((await call('installs.current', { token: first })).status).toBe(401);
    expect((await call('installs.current', { token: second })).status).toBe(200);
  });
});

describe('declining', () => {
  it('connects nothing, and says so on the way back', async () => {
    const { answer, kernel } = openDoor();
    const query = { redirect_uri: back, state: 'abc', external_project_id: 'p' };
    const { status, page } = await answer('decline', query);
    expect([status, tokenOf(page)]).toEqual([200, undefined]);
    expect(Object.fromEntries(new URL(returnOf(page)!).searchParams)).toEqual({
      error: 'access_denied',
      state: 'abc',
      external_project_id: 'p',
    });
    expect(kernel.store.sizes()['platform.installs']).toBe(0);
  });
});

describe('a consent form', () => {
  it('is answered once', async () => {
    const { kernel, send, show, customer } = openDoor();
    const form_token = inputOf((await show()).page, 'form_token')!;
    const fields = { form_token, account: customer.id, decision: 'approve' };
    expect((await send(fields)).status).toBe(200);
    const again = await send(fields);
    expect([again.status, tokenOf(again.page)]).toEqual([400, undefined]);
    expect(kernel.store.sizes()['platform.installs']).toBe(1);
  });

  it('is good for an hour', async () => {
    const { kernel, send, show, customer } = openDoor();
    const form_token = inputOf((await show()).page, 'form_token')!;
    await kernel.clock.advance('1h');
    expect((await send({ form_token, account: customer.id, decision: 'approve' })).status).toBe(
      400,
    );
  });

  it('is for the app whose page it was', async () => {
    const { kernel, register, send, customer } = openDoor();
    register({ slug: 'other', name: 'Other' });
    const other = await (await kernel.fetch(`${local}/integrations/other/connect`)).text();
    const form_token = inputOf(other, 'form_token')!;
    expect((await send({ form_token, account: customer.id, decision: 'approve' })).status).toBe(
      400,
    );
  });

  it.each([{ decision: 'maybe' }, { decision: '' }, { form_token: 'x' }, { form_token: '' }])(
    'is refused with %j',
    async (wrong) => {
      const { answer, kernel } = openDoor();
      const { status, page } = await answer('approve', {}, wrong as Record<string, string>);
      expect([status, page.includes('role="alert"')]).toEqual([400, true]);
      expect(kernel.store.sizes()['platform.installs']).toBe(0);
    },
  );

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('is refused from another site: %j', async (headers) => {
    const { answer, kernel } = openDoor();
    const { status } = await answer('approve', {}, {}, headers as Record<string, string>);
    expect(status).toBe(403);
    expect(kernel.store.sizes()['platform.installs']).toBe(0);
  });

  it('is taken from its own page', async () => {
    const { answer } = openDoor();
    const headers = { 'sec-fetch-site': 'same-origin', origin: local };
    expect((await answer('approve', {}, {}, headers)).status).toBe(200);
  });

  it('does not lead where its app no longer leads', async () => {
    const { platform, send, show, customer } = openDoor();
    const form_token = inputOf((await show({ redirect_uri: back })).page, 'form_token')!;
    platform.updateApp('acme-label', { redirectUris: ['https://acme.example/new'] });
    const fields = { form_token, account: customer.id, decision: 'approve' };
    expect((await send(fields)).status).toBe(400);
  });

  it('leaves little behind when pages are only looked at', async () => {
    const { kernel, show } = openDoor();
    for (let i = 0; i < 5; i += 1) await show();
    expect(kernel.store.sizes()['platform.tickets']).toBe(5);
    await kernel.clock.advance('2h');
    await show();
    expect(kernel.store.sizes()['platform.tickets']).toBe(1);
  });
});

describe('a return address', () => {
  const bases = [
    'https://acme.example/opentrain',
    'http://localhost:3000/',
    'https://acme.example/x/',
  ];
  it.each([
    'https://acme.example/opentrain',
    'https://acme.example/opentrain/',
    'https://acme.example/opentrain/a/b?c=d#e',
    'https://ACME.example:443/opentrain',
    'http://localhost:3000/anything',
    'https://acme.example/x/y',
  ])('is taken: %s', async (redirect_uri) => {
    const { answer } = openDoor({ redirectUris: bases });
    expect(returnOf((await answer('approve', { redirect_uri })).page)).toBeDefined();
  });

  it.each([
    'https://acme.example/',
    'https://acme.example/opentrainer',
    'https://acme.example/opentrain/../evil',
    'https://acme.example/opentrain/%2e%2e/evil',
    'https://acme.example/x',
    'https://acme.example:444/opentrain',
    'http://acme.example/opentrain',
    'https://acme.example.evil.example/opentrain',
    'https://acme.example@evil.example/opentrain',
    'https://user@acme.example/opentrain',
    'https://localhost:3000/',
    'javascript://acme.example/opentrain',
    'data:text/html,x',
    '/opentrain',
    '//acme.example/opentrain',
    'https://acme.example\\@evil.example/opentrain',
    'not a url',
  ])('is refused: %s', async (redirect_uri) => {
    const { show } = openDoor({ redirectUris: bases });
    const { status, page } = await show({ redirect_uri });
    expect([status, page.includes('<form')]).toEqual([400, false]);
  });
});
