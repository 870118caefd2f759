import { expect } from 'vitest';
import type { OperationId } from '../../../../generated/platform/operations.ts';
import { scopes } from '../../../../generated/platform/operations.ts';
import type { OpenTrainPlatform } from '../../../../src/platform/client.ts';
import { answers, refuses } from '../scenario.ts';
import { nothing, today, url } from '../setting.ts';
import type { PlatformWorld } from '../world.ts';

/** Each operation at its plainest: the gates turn it away before its handler looks. */
const plainly: Readonly<
  Record<OperationId, (client: OpenTrainPlatform, day: string) => PromiseLike<unknown>>
> = {
  'installs.current': (client) => client.installs.current(),
  'projectLinks.create': (client) => client.projectLinks.create({ externalProjectId: 'p1' }),
  'projectLinks.list': (client) => client.projectLinks.list(),
  'projectLinks.get': (client) => client.projectLinks.get(nothing),
  'projectLinks.delete': (client) => client.projectLinks.delete(nothing),
  'contracts.list': (client) => client.contracts.list(),
  'contracts.participants': (client) => client.contracts.participants(nothing),
  'contracts.budget': (client) => client.contracts.budget(nothing),
  'contracts.reportUsage': (client, workDate) =>
    client.contracts.reportUsage(nothing, [{ workDate }]),
  'webhookEndpoints.create': (client) =>
    client.webhookEndpoints.create({ url, eventTypes: ['contract.started'] }),
  'webhookEndpoints.list': (client) => client.webhookEndpoints.list(),
  'webhookEndpoints.get': (client) => client.webhookEndpoints.get(nothing),
  'webhookEndpoints.update': (client) => client.webhookEndpoints.update(nothing, {}),
  'webhookEndpoints.delete': (client) => client.webhookEndpoints.delete(nothing),
  'webhookEndpoints.redeliver': (client) => client.webhookEndpoints.redeliver(nothing),
};

/** What makes an install useless while its token is still good. */
const endings: readonly ((world: PlatformWorld) => unknown)[] = [
  ({ sandbox, slug }) => sandbox.opentrain.platform.deactivateApp(slug),
  ({ sandbox, install }) =>
    sandbox.opentrain.platform.disconnect(install.installId, { keepToken: true }),
  ({ sandbox, install }) =>
    sandbox.opentrain.setFeature(install.accountId, 'annotation_platform', false),
];

const ended = (Object.keys(plainly) as OperationId[]).flatMap((id) =>
  endings.map((end) =>
    refuses(id, 403, 'no longer active', async (world) => {
      await end(world);
      await plainly[id](world.client, today(world));
    }),
  ),
);

export const installs = [
  answers('installs.current', 'tells what the customer granted', async ({ client, install }) => {
    const found = await client.installs.current();
    expect(found).toMatchObject({
      id: install.installId,
      status: 'ACTIVE',
      piiConsent: true,
      organizationId: install.organizationId,
      partnerApp: { slug: 'label-loft', name: 'Label Loft' },
    });
    expect([...found.scopes].sort()).toEqual([...scopes].sort());
    expect(JSON.stringify(found)).not.toContain(install.token);
  }),
  answers('installs.current', 'asks for no scope', async ({ as, sandbox, slug, install }) => {
    const { accountId } = install;
    const granted = { accountId, scopes: ['usage:write'] };
    const { token } = sandbox.opentrain.platform.connect(slug, granted);
    expect(await as(token).installs.current()).toMatchObject({
      scopes: ['usage:write'],
      piiConsent: false,
      token: { scopes: ['usage:write'] },
    });
  }),
  ...ended,
];
