import { beforeAll, describe, expect, it } from 'vitest';
import { hostile, openScene, type Scene } from '../../support/busy-sandbox.ts';
import { textOf, visitor } from './pages-fixture.ts';

const lists = [
  '/',
  '/console/accounts',
  '/console/jobs',
  '/console/approvals',
  '/console/money',
  '/console/training',
  '/console/deliveries',
  '/console/requests',
  '/console/time',
];

const open = async (text?: string) => {
  const scene = await openScene(text);
  return { ...scene, ...visitor(scene.sandbox.fetch) };
};

describe('the console', () => {
  let scene: Scene & ReturnType<typeof visitor>;
  beforeAll(async () => {
    scene = await open();
    await scene.hire();
  });

  it('counts what there is', async () => {
    const text = textOf((await scene.show('/')).page);
    expect(text).toContain('1 approval waiting');
    expect(text).toContain('3 accounts and tenants');
    expect(text).toContain('1 contract');
    expect(text).toContain('It is 1 Jun 2026, 09:00:00 UTC here, and time stands still');
  });

  it('leads from what waits to where it is decided', async () => {
    const { page } = await scene.show('/console/approvals');
    expect(textOf(page)).toContain('$504.95');
    const [, path = ''] = /<a href="(\/approvals\/[^"]+)"/.exec(page) ?? [];
    expect((await scene.show(path)).page).toContain('Confirm and hire');
    // Looking at the list has decided nothing.
    expect(scene.sandbox.opentrain.approvals.list(scene.accountId)[0]?.status).toBe('pending');
  });

  it('shows a ledger whose every line follows from the one before', async () => {
    const { page } = await scene.show(`/console/money?account=${scene.accountId}`);
    expect(page).toContain('the ledger adds up');
    const ledger = page.slice(page.indexOf('id="ledger"'));
    const lines = [...ledger.matchAll(/<tr role="row"><th role="rowheader".*?<\/tr>/gs)]
      .map(([row]) => textOf(row))
      .filter((row) => /^ (hold|capture|adjustment)/.test(row))
      .map((row) => ({
        type: row.trim().split(' ')[0],
        cents: [...row.matchAll(/-?\$[\d,.]+/g)].map(([usd]) =>
          Math.round(Number(usd.replaceAll(/[$,]/g, '')) * 100),
        ),
      }));
    expect(lines.map(({ type }) => type)).toEqual(['hold', 'capture', 'hold', 'adjustment']);
    const reserves = { hold: -1, capture: 1, adjustment: 0 } as Record<string, number>;
    lines.reduceRight(
      ([available = 0, reserved = 0], { type = '', cents: [amount = 0, ...after] }) => {
        const spent = type === 'capture' ? 0 : amount;
        expect(after).toEqual([available + spent, reserved + (reserves[type] ?? 0) * amount]);
        return after;
      },
      [0, 0],
    );
    expect(ledger).toMatch(/<svg[^>]*role="img" aria-label="Credits after each of 4 entries/);
    expect(ledger.match(/<rect class="available"/g)).toHaveLength(4);
    expect(ledger.match(/<rect class="reserved"/g)).toHaveLength(2);
  });

  it('pages through a ledger of any length, and each page follows from the one before', async () => {
    const { accountId, sandbox, show } = await open();
    for (let i = 1; i <= 10_000; i += 1) {
      sandbox.opentrain.adjustCredits(accountId, i % 3 === 0 ? -i : i);
    }
    const first = `/console/money?account=${accountId}`;
    const lines: number[][] = [];
    let path: string | undefined = first;
    for (let pages = 0; path !== undefined && pages < 4; pages += 1) {
      const { page } = await show(path);
      expect(page.length).toBeLessThan(100_000);
      expect(page).toContain('the ledger adds up');
      const ledger = page.slice(page.indexOf('id="ledger"'));
      lines.push(
        ...[
          ...ledger.matchAll(/<tr role="row"><th role="rowheader"[^>]*>adjustment.*?<\/tr>/gs),
        ].map(([row]) =>
          [...textOf(row).matchAll(/-?\$[\d,.]+/g)].map(([usd]) =>
            Math.round(Number(usd.replaceAll(/[$,]/g, '')) * 100),
          ),
        ),
      );
      path = /href="([^"]+entries=[^"]+)">Older/.exec(ledger)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(lines).toHaveLength(200);
    for (const [i, [amount = 0, available = 0]] of lines.entries()) {
      const [, before = available - amount] = lines[i + 1] ?? [];
      expect([i, available]).toEqual([i, before + amount]);
    }
  });

  it('pages through contracts, and leads from each to who was hired', async () => {
    const { accountId, hire, jobId, proposalIds, sandbox, show } = await open();
    proposalIds.push(...sandbox.opentrain.apply(jobId, { count: 55 }).map(({ id }) => id));
    for (let i = 0; i < 55; i += 1) {
      const { approval } = await hire(10);
      sandbox.opentrain.approvals.confirm(approval.id, { source: 'card' });
    }
    const contractsOn = async (path: string) => {
      const { page } = await show(path);
      const card = page.slice(page.indexOf('id="contracts"'), page.indexOf('id="ledger"'));
      const older = /href="([^"]+contracts=[^"]+)">Older/.exec(card)?.[1]?.replaceAll('&amp;', '&');
      return {
        older,
        profiles: [...card.matchAll(/href="(\/profile\/[^"]+)"/g)].map(([, to]) => to),
      };
    };
    const newest = await contractsOn(`/console/money?account=${accountId}`);
    const oldest = await contractsOn(newest.older ?? '');
    expect([newest.profiles.length, oldest.profiles.length, oldest.older]).toEqual([
      50,
      6,
      undefined,
    ]);
    expect(oldest.profiles.at(-1)).toBe('/profile/ines-m');
  });

  it('shows jobs with their proposals, tasks with their sessions', async () => {
    const job = textOf((await scene.show(`/console/jobs/${scene.jobId}`)).page);
    expect(job).toContain('7 proposals');
    expect(job).toMatch(/Ines M\. Mexico \$0\.06 91 0\.\d\d hired/);
    const training = textOf((await scene.show('/console/training')).page);
    expect(training).toContain('Check the pump');
    expect(training).toMatch(/Ada Field Harbor Robotics 88 completed/);
  });

  it('logs calls with what callers were told', async () => {
    const { page } = await scene.show('/console/requests?only=errors');
    expect(textOf(page)).toMatch(/404 jobs\.get No such job\./);
    expect(page).not.toContain('proposals.hire');
    expect(textOf((await scene.show('/console/requests')).page)).toContain('202 proposals.hire');
    const [failed] = scene.sandbox.requests.list({ status: 404 });
    expect(failed?.error).toEqual({ code: 'NOT_FOUND', message: 'No such job.' });
  });

  it('shows keys by their ends only, until asked for one', async () => {
    const snapshot = JSON.stringify(scene.sandbox.snapshot());
    const secrets = [...snapshot.matchAll(/"(?:secret|key|claimToken)":"([^"]{20,})"/g)].map(
      ([, secret = '']) => secret,
    );
    expect(secrets.length).toBeGreaterThan(5);
    const pages = await Promise.all([...lists, `/console/jobs/${scene.jobId}`].map(scene.show));
    for (const secret of secrets) {
      for (const { page } of pages) expect(page).not.toContain(secret.replace(/^[a-z]+_/, ''));
    }
    const accounts = await scene.show('/console/accounts');
    const paths = [...accounts.page.matchAll(/action="(\/console\/keys\/[^"]+)"/g)];
    expect(paths).toHaveLength(5);
    const shown = await Promise.all(paths.map(([, path = '']) => scene.send(path, {})));
    const texts = shown.map(({ page }) => /<code id="secret"[^>]*>([^<]+)</.exec(page)?.[1] ?? '');
    expect(texts.map((text) => text.split('_')[0]).sort()).toEqual([
      'ot',
      'ot',
      'tak',
      'whsec',
      'whsec',
    ]);
    for (const text of texts) {
      expect(secrets.some((secret) => text.endsWith(secret))).toBe(true);
    }
    expect((await scene.send('/console/keys/token/tok_none', {})).status).toBe(404);
    expect((await scene.send('/console/keys/constructor/x', {})).status).toBe(404);
  });

  it('keeps what stands in an endpoint’s address to itself', async () => {
    for (const path of ['/', '/console/accounts', '/console/deliveries', '/console/requests']) {
      const { page } = await scene.show(path);
      expect(page).toContain('hooks.example/opentrain');
      expect(page).not.toContain('s3cret');
    }
  });
});

describe('from the console', () => {
  it('a delivery is sent again, by the control that code has', async () => {
    const { sandbox, receiver, send, show } = await open();
    const [delivery] = sandbox.deliveries.list({ event: 'task.created' });
    const path = `/console/deliveries/${delivery?.id}`;
    const { page } = await show(path);
    expect(page).toContain('&quot;event&quot;: &quot;task.created&quot;');
    const before = receiver.bodies.length;
    expect(await send(path, {})).toMatchObject({ status: 303, location: path });
    await sandbox.settled();
    expect(receiver.bodies.slice(before)).toEqual([JSON.stringify(delivery?.payload)]);
    const after = textOf((await show(path)).page);
    expect(after).toContain('204');
    // What went before is still there.
    expect(after).toContain('sent again: start 2');
    const { attempts } = sandbox.deliveries.list({ event: 'task.created' })[0]!;
    expect(attempts.slice(0, -1)).toEqual(delivery?.attempts);
    expect((await show('/console/deliveries/none')).status).toBe(404);
  });

  it('is told when nobody listens any more', async () => {
    const { sandbox, send } = await open();
    const [delivery] = sandbox.deliveries.list({ event: 'proposal.received' });
    sandbox.opentrain.disableWebhook(delivery?.endpointId ?? '');
    const { status, page } = await send(`/console/deliveries/${delivery?.id}`, {});
    expect(status).toBe(409);
    expect(page).toContain('switched off for good');
    expect(() => sandbox.deliveries.redeliver('none')).toThrow('no delivery none');
  });

  it('time moves on, and retries happen on the way', async () => {
    const { sandbox, send, show } = await open();
    expect(sandbox.deliveries.list({ state: 'pending' })).not.toHaveLength(0);
    await send('/console/time', { by: '24h' });
    expect(sandbox.clock.iso()).toBe('2026-06-02T09:00:00.000Z');
    expect(sandbox.deliveries.list({ state: 'pending' })).toHaveLength(0);
    await send('/console/time', { by: '', other: ' 90m ' });
    expect(textOf((await show('/console/time')).page)).toContain('2 Jun 2026, 10:30:00 UTC');
    const wrong = await send('/console/time', { other: 'tomorrow' });
    expect(wrong.status).toBe(400);
    expect(wrong.page).toContain('Not a duration: tomorrow.');
  });

  it('faults are injected and taken back', async () => {
    const { sandbox, send } = await open();
    sandbox.faults.clear();
    const inject = (fields: Record<string, string>) =>
      send('/console/faults', { decision: 'inject', times: '1', ...fields });
    await inject({ what: 'call', operation: 'jobs.search', how: '429', times: 'always' });
    await inject({ what: 'call', operation: '', how: 'response' });
    await inject({ what: 'delivery', event: 'task.created', how: 'delay', late: '30' });
    expect(sandbox.faults.list().map(({ fault }) => fault)).toEqual([
      { times: 'always', operationId: 'jobs.search', status: 429 },
      { times: 1, drop: 'response' },
      { times: 1, delivery: 'delay', event: 'task.created', latencyMs: 30_000 },
    ]);
    const unknown = await inject({ what: 'call', operation: 'jobs.nothing', how: '500' });
    expect([unknown.status, unknown.page]).toEqual([400, expect.stringContaining('no operation')]);
    await send('/console/faults', { decision: String(sandbox.faults.list()[0]?.id) });
    expect(sandbox.faults.list()).toHaveLength(2);
    await send('/console/faults', { decision: 'clear' });
    expect(sandbox.faults.list()).toHaveLength(0);
  });

  it('accounts and tenants are made, and cards put on file', async () => {
    const { sandbox, send, show } = await open();
    const made = await send('/console/accounts', {
      decision: 'new-account',
      name: 'Quay Labs',
      credits: '12.50',
      card: 'yes',
    });
    const [, token = ''] = /<code id="secret"[^>]*>([^<]+)</.exec(made.page) ?? [];
    const headers = { authorization: `Bearer ${token}` };
    const asked = await sandbox.fetch('http://localhost/api/public/v1/credits', { headers });
    expect(await asked.json()).toMatchObject({ credits: { availableCents: 1_250 } });
    const { page } = await show('/console/accounts');
    const [, account = ''] = /id="(acc_\w+)"/.exec(page) ?? [];
    expect(textOf(page)).toMatch(/Quay Labs.*Card on file Take it off/);
    const sent = await send('/console/accounts', { decision: 'remove-card', account });
    expect(sent.location).toBe(`/console/accounts#${account}`);
    expect(textOf((await show('/console/accounts')).page)).toMatch(/Quay Labs.*?Card none/);
    const wrong = await send('/console/accounts', { decision: 'new-account', credits: '-1' });
    expect([wrong.status, wrong.page]).toEqual([400, expect.stringContaining('creditsUsd')]);
    const tenant = await send('/console/accounts', { decision: 'new-tenant', name: 'Dock' });
    expect(tenant.page).toMatch(/<code id="secret"[^>]*>tak_/);
  });

  it('the mailed link of a claim is opened', async () => {
    const { sandbox, send, show } = await open();
    const { claimToken, accountId } = sandbox.opentrain.createAccount({ claimed: false });
    await sandbox.fetch('http://localhost/api/agent/identity/claim', {
      method: 'POST',
      body: JSON.stringify({ claim_token: claimToken, email: 'new@owner.example' }),
    });
    const { page } = await show('/console/accounts');
    expect(page).toContain('A claim for <bdi>new@owner.example</bdi> is under way.');
    expect(page).not.toContain('ot_cat_');
    const sent = await send('/console/accounts', { decision: 'open-claim', account: accountId });
    expect(sent.location).toMatch(/^\/claim\?token=ot_cat_/);
    expect((await show(sent.location ?? '')).status).toBe(200);
  });

  it('other addresses of the API’s answers lead to the same things', async () => {
    const { show, jobId, ot, sandbox } = await open();
    const draft = await ot.jobDrafts.create({ text: 'Label 100 photos of cats.' });
    const { pathname, search } = new URL(draft.draftUrl);
    const to = async (path: string) => (await show(path)).headers.get('location');
    expect(await to(pathname + search)).toBe(`/console/jobs/${draft.jobId}`);
    expect(await to(`/jobs/street-scene-${jobId}`)).toBe(`/console/jobs/${jobId}`);
    expect(await to('/employer-settings?tab=billing')).toBe('/console/accounts');
    expect(await to('/employer-settings?account=acc_1')).toBe('/console/accounts#acc_1');
    expect(sandbox.requests.last()?.operationId).toBe('jobDrafts.create');
  });
});

describe('a profile', () => {
  it('tells what the API tells of a trainer, and no more of the name', async () => {
    const { jobId, ot, sandbox, show } = await open();
    const [applied] = (await ot.jobs.listProposals(jobId)).items;
    const freelancer = await ot.freelancers.get(applied?.candidate.id ?? '');
    const shown = await show(freelancer.profilePath);
    expect(shown.status).toBe(200);
    const text = textOf(shown.page);
    for (const told of [
      freelancer.displayName,
      freelancer.title,
      freelancer.country,
      ...freelancer.languages.map(({ language }) => language),
      ...freelancer.reviews.map(({ comment }) => comment),
    ]) {
      expect(text).toContain(told);
    }
    const { trainerId } = sandbox.opentrain.createTrainer({
      firstName: 'Ines',
      lastName: 'Moreira',
    });
    const { page } = await show(`/profile/${trainerId}`);
    expect(page).toContain('<h1><bdi>Ines M.</bdi></h1>');
    expect(page).not.toContain('Moreira');
  });

  it('is there for those only who have one', async () => {
    const { sandbox, show } = await open();
    const { trainerId } = sandbox.opentrain.createTrainer({ registered: false });
    expect((await show(`/profile/${trainerId}`)).status).toBe(404);
    expect((await show('/profile/nobody')).status).toBe(404);
    const { trainerId: evil } = sandbox.opentrain.createTrainer({ title: hostile, bio: hostile });
    const { page } = await show(`/profile/${evil}`);
    expect(page).toContain('&lt;img src=x onerror=');
    expect(page).not.toMatch(/<img|<script|onerror="/);
  });
});

describe('whatever others wrote', () => {
  it('is text on every page', async () => {
    const { sandbox, show, hire, jobId, ot } = await open(hostile);
    const { approval } = await hire();
    const topUp = await ot.credits.createTopUp({ amountUsd: 20 });
    const [delivery] = sandbox.deliveries.list();
    const paths = [
      ...lists,
      `/console/jobs/${jobId}`,
      `/console/deliveries/${delivery?.id}`,
      `/approvals/${approval.id}`,
      `/checkout/${topUp.topUpId}`,
    ];
    for (const path of paths) {
      const { page, status } = await show(path);
      expect([path, status]).toEqual([path, 200]);
      expect(page).not.toMatch(/<img|<script|onerror="/);
      if (!/time|deliveries/.test(path)) expect(page).toContain('&lt;img src=x onerror=');
    }
  });

  it('is text in what refuses it, too', async () => {
    const { send } = await open();
    const evil = encodeURIComponent(hostile);
    const sent = [
      await send('/console/time', { other: hostile }),
      await send('/console/faults', { decision: 'inject', what: 'call', operation: hostile }),
      await send('/console/accounts', { decision: 'add-card', account: hostile }),
      await send('/claim', { code: '1', email: hostile }),
      await send(`/console/keys/token/${evil}`, {}),
      await send(`/approvals/${evil}`, { decision: hostile }),
    ];
    for (const { status, page } of sent) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(page).not.toMatch(/<img|<script|onerror="/);
    }
  });
});
