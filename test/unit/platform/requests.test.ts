import { describe, expect, it } from 'vitest';
import { operations } from '../../../generated/platform/operations.ts';
import type { OpenTrainPlatform } from '../../../src/platform/index.ts';
import { json } from '../../support/fake-fetch.ts';
import { client, taken, token } from './client.ts';

interface Case {
  /** The operation; also the call's name. */
  id: keyof typeof operations;
  call: (platform: OpenTrainPlatform) => PromiseLike<unknown>;
  /** Method, path and query as they are sent. */
  sends: string;
  body?: unknown;
  answer: unknown;
  /** What the call resolves to, where it is not the answer as it is. */
  gives?: unknown;
}

const v1 = '/api/partner/v1';
const entry = { workDate: '2025-12-31', totalSeconds: 60 };
const endpoint = { id: 'whe_1', status: 'ACTIVE' };

const cases: Case[] = [
  {
    id: 'installs.current',
    call: (platform) => platform.installs.current(),
    sends: `GET ${v1}/installs/current`,
    answer: { install: { id: 'ins_1' } },
    gives: { id: 'ins_1' },
  },
  {
    id: 'projectLinks.create',
    call: (platform) => platform.projectLinks.create({ externalProjectId: 'p1', jobId: 'job_1' }),
    sends: `POST ${v1}/project-links`,
    body: { externalProjectId: 'p1', jobId: 'job_1' },
    answer: { projectLink: { id: 'lnk_1' } },
    gives: { id: 'lnk_1' },
  },
  {
    id: 'projectLinks.list',
    call: (platform) => platform.projectLinks.list().toArray(),
    sends: `GET ${v1}/project-links`,
    answer: { projectLinks: [{ id: 'lnk_1' }] },
    gives: [{ id: 'lnk_1' }],
  },
  {
    id: 'projectLinks.get',
    call: (platform) => platform.projectLinks.get('a/b'),
    sends: `GET ${v1}/project-links/a%2Fb`,
    answer: { projectLink: { id: 'a/b' } },
    gives: { id: 'a/b' },
  },
  {
    id: 'projectLinks.delete',
    call: (platform) => platform.projectLinks.delete('lnk_1'),
    sends: `DELETE ${v1}/project-links/lnk_1`,
    answer: { projectLink: { id: 'lnk_1' }, deleted: true },
  },
  {
    id: 'contracts.list',
    call: (platform) =>
      platform.contracts.list({ projectLinkId: 'lnk_1', status: undefined, limit: 200 }).toArray(),
    sends: `GET ${v1}/contracts?projectLinkId=lnk_1&limit=200`,
    answer: { contracts: [{ id: 'ctr_1' }] },
    gives: [{ id: 'ctr_1' }],
  },
  {
    id: 'contracts.participants',
    call: (platform) => platform.contracts.participants('ctr_1').toArray(),
    sends: `GET ${v1}/contracts/ctr_1/participants`,
    answer: { contractId: 'ctr_1', participants: [{ opentrainUserId: 'usr_1' }] },
    gives: [{ opentrainUserId: 'usr_1' }],
  },
  {
    id: 'contracts.budget',
    call: (platform) => platform.contracts.budget('ctr_1'),
    sends: `GET ${v1}/contracts/ctr_1/budget`,
    answer: taken(0).budget,
  },
  {
    id: 'contracts.reportUsage',
    call: (platform) => platform.contracts.reportUsage('ctr_1', [entry]),
    sends: `POST ${v1}/contracts/ctr_1/usage`,
    body: { entries: [entry] },
    answer: taken(1),
    gives: { ...taken(1), entries: [{ entry, status: 'accepted' }] },
  },
  {
    id: 'webhookEndpoints.create',
    call: (platform) =>
      platform.webhookEndpoints.create({
        url: 'https://me/hook',
        eventTypes: ['contract.started'],
      }),
    sends: `POST ${v1}/webhook-endpoints`,
    body: { url: 'https://me/hook', eventTypes: ['contract.started'] },
    answer: { webhookEndpoint: endpoint, secret: 'whsec_x', message: 'Keep it.' },
  },
  {
    id: 'webhookEndpoints.list',
    call: (platform) => platform.webhookEndpoints.list().toArray(),
    sends: `GET ${v1}/webhook-endpoints`,
    answer: { webhookEndpoints: [endpoint] },
    gives: [endpoint],
  },
  {
    id: 'webhookEndpoints.get',
    call: (platform) => platform.webhookEndpoints.get('whe_1'),
    sends: `GET ${v1}/webhook-endpoints/whe_1`,
    answer: { webhookEndpoint: endpoint },
    gives: endpoint,
  },
  {
    id: 'webhookEndpoints.update',
    call: (platform) => platform.webhookEndpoints.update('whe_1', { url: 'https://me/new' }),
    sends: `PATCH ${v1}/webhook-endpoints/whe_1`,
    body: { url: 'https://me/new' },
    answer: { webhookEndpoint: endpoint },
    gives: endpoint,
  },
  {
    id: 'webhookEndpoints.delete',
    call: (platform) => platform.webhookEndpoints.delete('whe_1'),
    sends: `DELETE ${v1}/webhook-endpoints/whe_1`,
    answer: { webhookEndpoint: endpoint, deleted: true },
  },
  {
    id: 'webhookEndpoints.redeliver',
    call: (platform) => platform.webhookEndpoints.redeliver('whe_1', { deliveryId: 'dlv_1' }),
    sends: `POST ${v1}/webhook-endpoints/whe_1/redeliver`,
    body: { deliveryId: 'dlv_1' },
    answer: { webhookEndpoint: endpoint, requeued: 1, message: 'Soon.' },
  },
];

describe('every operation', () => {
  it('has a call', () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(Object.keys(operations).sort());
  });

  it.each(cases)('$id sends what the platform expects', async (test) => {
    const { platform, fetch } = client(json(test.answer));

    const given = await test.call(platform);

    const [sent, ...more] = fetch.sent;
    expect(more).toEqual([]);
    expect(`${sent?.method} ${sent?.url.pathname}${sent?.url.search}`).toBe(test.sends);
    expect(sent?.url.origin).toBe('https://app.opentrain.ai');
    expect(sent?.headers.get('authorization')).toBe(`Bearer ${token}`);
    if (test.body === undefined) expect(sent?.body).toBe('');
    else {
      expect(sent?.headers.get('content-type')).toBe('application/json');
      expect(JSON.parse(sent?.body ?? '')).toEqual(test.body);
    }
    expect(given).toEqual(test.gives ?? test.answer);
  });

  it.each(cases.filter(({ id }) => id.endsWith('.create')))(
    '$id takes 200 and 201, neither of which is documented',
    async (test) => {
      for (const status of operations[test.id].success) {
        const { platform } = client(json(test.answer, status));
        expect(await test.call(platform)).toEqual(test.gives ?? test.answer);
      }
    },
  );
});

describe('webhookEndpoints', () => {
  it('enables an endpoint by its status alone', async () => {
    const { platform, fetch } = client(json({ webhookEndpoint: endpoint }));
    expect(await platform.webhookEndpoints.enable('whe_1')).toEqual(endpoint);
    expect(fetch.sent[0]?.method).toBe('PATCH');
    expect(JSON.parse(fetch.sent[0]?.body ?? '')).toEqual({ status: 'ACTIVE' });
  });

  it('redelivers whatever failed when no delivery is named', async () => {
    const { platform, fetch } = client(json({ webhookEndpoint: endpoint, requeued: 3 }));
    expect(await platform.webhookEndpoints.redeliver('whe_1')).toMatchObject({ requeued: 3 });
    expect(fetch.sent[0]?.body).toBe('{}');
  });
});
