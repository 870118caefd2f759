import { describe, expect, it } from 'vitest';
import { openStudio } from './platform-fixture.ts';

const form = { name: 'Acme Label', slug: 'acme-label', scopes: ['contracts:read'] };

describe('registering an app', () => {
  it('gives a public client id and the link to connect it, at once', () => {
    const { platform } = openStudio();
    expect(platform.registerApp(form)).toEqual({
      appId: expect.stringMatching(/^app_/),
      clientId: expect.stringMatching(/^ptnapp_\w+$/),
      slug: 'acme-label',
      status: 'ACTIVE',
      connectUrl: 'https://app.opentrain.ai/integrations/acme-label/connect',
    });
  });

  it.each([
    { name: '' },
    { name: ' ' },
    { name: 'x'.repeat(121) },
    { slug: '' },
    { slug: 'x'.repeat(51) },
    { slug: 'Acme' },
    { slug: 'acme label' },
    { slug: 'acme/label' },
    { description: 'x'.repeat(501) },
    { websiteUrl: 'javascript:alert(1)' },
    { redirectUris: Array(11).fill('https://acme.example/') },
    { redirectUris: ['ftp://acme.example/'] },
    { redirectUris: ['javascript:alert(1)'] },
    { redirectUris: ['https://acme.example/?to=x'] },
    { redirectUris: ['https://user:pass@acme.example/'] },
    { scopes: [] },
    { scopes: ['contracts:write'] },
  ])('is refused with %j', (wrong) => {
    const { platform } = openStudio();
    expect(() => platform.registerApp({ ...form, ...wrong })).toThrow(
      expect.objectContaining({ status: 400, code: 'BAD_REQUEST' }),
    );
  });

  it.each([
    { name: 'x'.repeat(120) },
    { slug: '0-9' },
    { slug: 'x'.repeat(50) },
    { description: 'x'.repeat(500) },
    { redirectUris: Array(10).fill('http://acme.example/cb') },
  ])('takes %j', (right) => {
    expect(openStudio().platform.registerApp({ ...form, ...right }).status).toBe('ACTIVE');
  });

  it('is refused for a slug that is taken', () => {
    const { platform } = openStudio();
    platform.registerApp(form);
    expect(() => platform.registerApp(form)).toThrow(expect.objectContaining({ status: 409 }));
  });

  it('works over HTTP as well', async () => {
    const { customer, kernel } = openStudio();
    const post = async (name: string, ...args: unknown[]) => {
      const url = `http://localhost:4010/_sandbox/opentrain/platform/${name}`;
      return (await kernel.fetch(url, { method: 'POST', body: JSON.stringify(args) })).json();
    };
    await post('registerApp', form);
    expect(await post('connect', 'acme-label', { accountId: customer.id })).toMatchObject({
      installId: expect.stringMatching(/^ins_/),
      token: expect.stringMatching(/^ot_ptk_/),
    });
  });
});

describe('an app', () => {
  it('asks new installs for its new scopes, and leaves the others theirs', async () => {
    const { account, call, platform, customer } = openStudio();
    platform.registerApp(form);
    const { token } = platform.connect('acme-label', { accountId: customer.id });
    platform.updateApp('acme-label', { name: 'Acme Studio', scopes: ['usage:write'] });
    const installOf = async (held: string) =>
      (await call('installs.current', { token: held })).body.install;
    expect(await installOf(token)).toMatchObject({
      scopes: ['contracts:read'],
      partnerApp: { name: 'Acme Studio', slug: 'acme-label' },
    });
    const later = platform.connect('acme-label', { accountId: account().id });
    expect((await installOf(later.token)).scopes).toEqual(['usage:write']);
  });

  it('is checked again when edited', () => {
    const { platform } = openStudio();
    platform.registerApp(form);
    expect(() => platform.updateApp('acme-label', { scopes: [] })).toThrow(
      expect.objectContaining({ status: 400 }),
    );
    expect(() => platform.updateApp('nobody', {})).toThrow(
      expect.objectContaining({ status: 404 }),
    );
  });

  it('takes no new connections while it is deactivated', () => {
    const { customer, platform } = openStudio();
    platform.registerApp(form);
    const connect = () => platform.connect('acme-label', { accountId: customer.id });
    expect(platform.deactivateApp('acme-label').status).toBe('DISABLED');
    expect(connect).toThrow(expect.objectContaining({ status: 403 }));
    expect(platform.reactivateApp('acme-label').status).toBe('ACTIVE');
    expect(connect).not.toThrow();
  });
});

describe('connecting', () => {
  it('is for owners of employers with the feature on', () => {
    const { account, controls, customer, platform, world } = openStudio();
    platform.registerApp(form);
    const connect = (accountId: string) => () => platform.connect('acme-label', { accountId });
    const forbidden = expect.objectContaining({ status: 403 });
    expect(connect(account({ claimed: false }).id)).toThrow(forbidden);
    const { id: trainerId } = world.trainers.create();
    expect(connect(controls.mintTrainerToken(trainerId).accountId)).toThrow(forbidden);
    controls.setFeature(customer.id, 'annotation_platform', false);
    expect(connect(customer.id)).toThrow(forbidden);
    expect(connect('acc_none')).toThrow(expect.objectContaining({ status: 404 }));
  });

  it('needs no account to be named while there is only one employer', () => {
    const { account, customer, platform } = openStudio();
    platform.registerApp(form);
    expect(platform.connect('acme-label').accountId).toBe(customer.id);
    account();
    expect(() => platform.connect('acme-label')).toThrow(expect.objectContaining({ status: 400 }));
  });

  it('grants no more than the app asks for', () => {
    const { platform } = openStudio();
    platform.registerApp(form);
    expect(() => platform.connect('acme-label', { scopes: ['usage:write'] })).toThrow(
      expect.objectContaining({ status: 400 }),
    );
  });

  it('anew ends the install before, says so to it, and carries nothing over', async () => {
    const { arrived, call, connect, kernel, link, listen, typesTold } = openStudio();
    const first = connect();
    await link();
    await listen();
    const second = connect();
    await kernel.settled();
    expect(second.installId).not.toBe(first.installId);
    expect((await call('installs.current', { token: first.token })).status).toBe(401);
    const { token } = second;
    expect((await call('projectLinks.list', { token })).body).toEqual({ projectLinks: [] });
    expect((await call('webhookEndpoints.list', { token })).body).toEqual({ webhookEndpoints: [] });
    expect(typesTold(first.installId)).toEqual(['project_link.created', 'install.revoked']);
    expect(typesTold(second.installId)).toEqual([]);
    expect(arrived.map(({ body }) => JSON.parse(body))).toMatchObject([
      {
        type: 'install.revoked',
        resourceId: first.installId,
        jobId: null,
        data: { installId: first.installId },
      },
    ]);
  });

  it('leaves the installs of other employers and other apps alone', async () => {
    const { account, call, connect } = openStudio();
    const here = connect();
    const elsewhere = connect({ accountId: account().id });
    const other = connect({ slug: 'other' });
    connect();
    const statusOf = async ({ token }: { token: string }) =>
      (await call('installs.current', { token })).status;
    expect(await Promise.all([here, elsewhere, other].map(statusOf))).toEqual([401, 200, 200]);
  });
});

describe('a disconnected install', () => {
  it('hears that it ended, once, and of nothing that was on its way or comes after', async () => {
    const { arrived, connect, end, contract, kernel, listen, platform, receiver, typesTold } =
      openStudio();
    const { installId } = connect();
    const { contractId } = await contract();
    await listen();
    receiver.status = 503;
    await end(contractId);
    await kernel.settled();
    receiver.status = 204;
    platform.disconnect(installId);
    platform.disconnect(installId);
    await kernel.settled();
    expect(arrived.map(({ headers }) => headers.get('x-opentrain-event'))).toEqual([
      'contract.ended',
      'install.revoked',
    ]);
    await kernel.clock.advance('3h');
    expect(arrived).toHaveLength(2);
    expect(typesTold(installId).filter((type) => type === 'install.revoked')).toHaveLength(1);
  });

  it('is retried like any other delivery', async () => {
    const { arrived, connect, kernel, listen, platform, receiver } = openStudio();
    const { installId } = connect();
    await listen();
    receiver.status = 503;
    platform.disconnect(installId);
    await kernel.clock.advance('3h');
    expect(arrived).toHaveLength(5);
  });
});
