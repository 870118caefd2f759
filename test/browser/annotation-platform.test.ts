import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { OpenTrainPlatform } from '../../src/platform/index.ts';
import { signWebhook } from '../../src/webhooks/index.ts';
import { withoutChromium } from '../support/chromium.ts';
import { Employer } from './annotation-platform/hiring.ts';
import { openStage, type Stage } from './annotation-platform/stage.ts';
import { dice, Ledger, type Task, tell } from './annotation-platform/workers.ts';
import { sharedChromium } from './chromium.ts';

const hourMs = 3_600_000;
const crew = 12;

describe.skipIf(withoutChromium())('examples/annotation-platform', () => {
  const appSlug = 'label-loft';
  const ledger = new Ledger();
  const roll = dice(7);
  let stage: Stage;
  let browser: Browser;
  let page: Page;
  let employer: Employer;
  let jobId: string;
  let projectUrl: string;
  let platform: OpenTrainPlatform;
  /** The contract of a crew, hired at the start, and one that begins later and ends early. */
  let crewed: string;
  let brief: string;
  /** Keys of workers, by contract. */
  const workers = new Map<string, string[]>();
  let workDays = 0;

  beforeAll(async () => {
    stage = await openStage(appSlug);
    const { sandbox, service, openTrainUrl } = stage;
    sandbox.opentrain.platform.registerApp({
      name: 'Label Loft',
      slug: appSlug,
      redirectUris: [`${service.url}/opentrain`],
      scopes: [
        'project-links:write',
        'project-links:read',
        'contracts:read',
        'participants:read',
        'participants:email',
        'usage:write',
        'webhooks:manage',
      ],
    });
    employer = new Employer(sandbox, openTrainUrl);
    [browser, jobId] = await Promise.all([sharedChromium(), employer.publish(), service.start()]);
    page = await (await browser.newContext()).newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await stage?.[Symbol.asyncDispose]();
  });

  const signIn = async () => page.goto(await stage.service.signInLink('Harbor <Robotics> & Söhne'));

  /** From the consent page on: approves, Work Emails too, goes back, and pastes the token. */
  const consent = async (): Promise<void> => {
    await page.check('[name=pii_consent]');
    await page.click('button[value=approve]');
    const token = (await page.locator('#token').textContent()) ?? '';
    await page.click('#return');
    expect(page.url()).not.toContain(token);
    await page.fill('#token', token);
    await page.click('#save-token');
    expect(await page.locator('#connection').textContent()).toMatch(/^Connected as \S+\.$/);
    platform = new OpenTrainPlatform({ token, baseUrl: stage.openTrainUrl });
  };

  /** Reads off the customer's page what workers are given. */
  const readKeys = async (contractId: string, wanted: number): Promise<void> => {
    const keys = page.locator(`#${contractId} code.key`);
    await vi.waitFor(async () => {
      await page.goto(projectUrl);
      expect(await keys.count()).toBe(wanted);
    }, patient);
    workers.set(contractId, await keys.allTextContents());
  };

  const work = async (contractId: string, key: string, task: Task): Promise<void> => {
    const answer = await tell(stage.service.url, key, task);
    expect(answer).toEqual({ status: 200, counted: true });
    ledger.add(contractId, task);
  };

  const task = (): Task => ({
    taskId: `task-${roll(2 ** 24)}-${roll(2 ** 24)}`,
    seconds: 600 + roll(3_000),
    labels: roll(90),
  });

  /** Everybody does two tasks, then it is five past midnight. */
  const dayAndNight = async (): Promise<void> => {
    workDays += 1;
    for (const [contractId, keys] of workers) {
      await Promise.all(
        keys.map(async (key) => {
          for (const each of [task(), task()]) await work(contractId, key, each);
        }),
      );
    }
    await untilMidnight();
  };

  const untilMidnight = async (): Promise<void> => {
    const passed = stage.sandbox.clock.now() % (24 * hourMs);
    await stage.advance(24 * hourMs - passed + 300_000);
  };

  /** The budget is what was done, and stays that. */
  const settle = async (contractId: string): Promise<void> => {
    await vi.waitFor(async () => {
      const { consumed } = await platform.contracts.budget(contractId);
      const { seconds, labels, tasks } = consumed;
      expect({ seconds, labels, tasks }).toEqual(ledger.of(contractId));
    }, patient);
  };

  const nights = async (count: number): Promise<void> => {
    for (let night = 0; night < count; night++) {
      await dayAndNight();
      for (const contractId of workers.keys()) await settle(contractId);
      // Work goes on at nine.
      await stage.advance(9 * hourMs);
    }
  };

  it('stays unconnected when the customer declines', async () => {
    await signIn();
    expect(await page.locator('h1').textContent()).toBe('Harbor <Robotics> & Söhne');
    await page.click('#connect');
    expect(page.url()).toContain(stage.openTrainUrl);
    await page.click('button[value=decline]');
    await page.click('#return');
    expect(await page.locator('[role=status]').textContent()).toContain('You declined');
    expect(await page.locator('#connection').textContent()).toBe('Not connected.');
  });

  it('is connected by the customer’s consent, and not by a forged return on the way', async () => {
    await page.click('#connect');
    const forged = `${stage.service.url}/opentrain/return?opentrain_install_id=ins_x&state=`;
    const other = await page.context().newPage();
    for (const state of ['', OpenTrainPlatform.createState()]) {
      expect((await other.goto(forged + state))?.status()).toBe(400);
    }
    await other.goto(stage.service.url);
    expect(await other.locator('#token').count()).toBe(0);
    await other.close();

    await consent();
    expect(await platform.installs.current()).toMatchObject({ piiConsent: true });
    expect(await platform.webhookEndpoints.list().toArray()).toHaveLength(1);
  });

  it('lets in who is hired, once for an event that comes twice', async () => {
    const addProject = async (job: string) => {
      await page.goto(stage.service.url);
      await page.fill('#name', 'Crossings <7>');
      await page.fill('#job', job);
      await page.click('#add-project');
    };
    await addProject('job_of_nobody');
    expect(await page.locator('[role=alert]').textContent()).toContain('no such job');
    await addProject(jobId);
    projectUrl = page.url();
    expect(await page.locator('h1').textContent()).toBe('Crossings <7>');

    stage.sandbox.faults.inject({ delivery: 'duplicate', event: 'contract.started' });
    crewed = await employer.hire(jobId, 400);
    await stage.sandbox.settled();
    expect(stage.receipts.filter((receipt) => receipt.startsWith('contract.started'))).toEqual([
      'contract.started {"isNew":true}',
      'contract.started {"isNew":false}',
    ]);
    const [started] = stage.sandbox.deliveries.list({ event: 'contract.started' });
    expect(started?.attempts.map(({ status }) => status)).toEqual([200, 200]);
    await readKeys(crewed, 1);
    expect(await page.locator(`#${crewed} td`).first().textContent()).toMatch(/@opentrain\.work$/);
  });

  it('refuses a forged event', async () => {
    const { id } = await platform.installs.current();
    const forged = await signWebhook({
      platform: 'platform',
      event: { type: 'install.revoked', id: '999999', resourceId: id, data: {} },
      secret: 'whsec_guessed',
      timestamp: Math.floor(stage.sandbox.clock.now() / 1000),
    });
    const url = `${stage.service.url}/webhooks/${id}`;
    const answer = await fetch(url, { method: 'POST', ...forged });
    expect(answer.status).toBe(400);
    await page.goto(stage.service.url);
    expect(await page.locator('#connection').textContent()).toMatch(/^Connected/);
  });

  it('counts a task once, however often it is told, and nothing of strangers', async () => {
    const { url } = stage.service;
    const [key = ''] = workers.get(crewed) ?? [];
    const first = task();
    await work(crewed, key, first);
    expect(await tell(url, key, first)).toEqual({ status: 200, counted: false });
    const [memberId] = key.split('.');
    expect(await tell(url, `${memberId}.forged`, task())).toMatchObject({ status: 401 });
    expect(await tell(url, key, { ...task(), seconds: 86_400 })).toMatchObject({ status: 422 });
  });

  it('reports five nights, and a crew from the second on', async () => {
    await nights(1);
    const { platform: controls, createTrainer } = stage.sandbox.opentrain;
    const [hired] = await platform.contracts.participants(crewed).toArray();
    const others = Array.from({ length: crew - 1 }, () => createTrainer().trainerId);
    controls.setParticipants(crewed, [hired?.opentrainUserId ?? '', ...others]);
    // No event tells of them: the comparison of the next day does.
    await untilMidnight();
    await signIn();
    await readKeys(crewed, crew);
    await nights(3);
  });

  it('counts a task that was being told when the service was killed', async () => {
    const { service } = stage;
    const tasks = (workers.get(crewed) ?? []).map((key) => ({ key, told: task() }));
    const asked = Promise.allSettled(tasks.map(({ key, told }) => tell(service.url, key, told)));
    await service.kill();
    await asked;
    await service.start();
    for (const { key, told } of tasks) {
      // Whether it had counted before the crash or counts now: the worker's tool tells it again.
      expect((await tell(service.url, key, told)).status).toBe(200);
      ledger.add(crewed, told);
    }
    await nights(1);
  });

  it('hears of a hire that it slept through', async () => {
    await stage.service.kill();
    brief = await employer.hire(jobId, 12);
    // The last retry is 156 minutes later.
    await stage.advance(3 * hourMs);
    expect(stage.sandbox.deliveries.list({ state: 'failed' })).not.toHaveLength(0);
    await stage.service.start();
    await signIn();
    await readKeys(brief, 1);
    await nights(3);
  });

  it('goes on when OpenTrain is out for nine nights', async () => {
    stage.interference.instead = () =>
      Response.json({ error: 'Down for maintenance', code: 'INTERNAL_ERROR' }, { status: 503 });
    for (let night = 0; night < 9; night++) {
      const refusals = stage.refused();
      await dayAndNight();
      // Two contracts, and neither holds the other up.
      await vi.waitFor(() => expect(stage.refused() - refusals).toBeGreaterThan(1), patient);
      await stage.advance(9 * hourMs);
    }
    expect((await platform.contracts.budget(crewed)).consumed.seconds).toBeLessThan(
      ledger.of(crewed).seconds,
    );
  });

  it('reports anew what was stored when it was killed before it could note that', async () => {
    const { service, interference, batches } = stage;
    const killed = new Promise<void>((resolve) => {
      interference.afterStored = async (entries) => {
        if (entries < 100) return;
        delete interference.afterStored;
        await service.kill();
        resolve();
      };
    });
    // OpenTrain is back, and the next try is due.
    delete interference.instead;
    await stage.advance(hourMs);
    await killed;
    const before = batches.length;
    await service.start();
    await settle(crewed);
    await settle(brief);
    // The hundred of the batch that was stored are among them again.
    expect(batches.slice(before).filter((entries) => entries === 100)).toHaveLength(1);
    await nights(1);
  });

  it('takes nobody’s work once a contract is over, and reports the last day', async () => {
    const [key = ''] = workers.get(brief) ?? [];
    await work(brief, key, task());
    await employer.end(brief);
    await stage.sandbox.settled();
    expect(await tell(stage.service.url, key, task())).toMatchObject({ status: 403 });
    const ended = workers.get(brief);
    workers.delete(brief);
    expect(ended).toHaveLength(1);
    await nights(1);
    await settle(brief);
  });

  it('stops when the customer leaves, and makes up for it when they come back', async () => {
    const [key = ''] = workers.get(crewed) ?? [];
    await work(crewed, key, task());
    const { id } = await platform.installs.current();
    stage.sandbox.opentrain.platform.disconnect(id);
    await stage.sandbox.settled();
    expect(await tell(stage.service.url, key, task())).toMatchObject({ status: 403 });
    await untilMidnight();
    await signIn();
    expect(await page.locator('#connection').textContent()).toBe('Not connected.');
    await page.click('#connect');
    await consent();
    await settle(crewed);
    await nights(1);
  });

  it('has told of all work after thirty days, to the second, and shows that', async () => {
    await nights(30 - workDays);
    expect(ledger.of(crewed).tasks).toBeGreaterThan(600);
    await signIn();
    for (const contractId of [crewed, brief]) {
      const { consumed, consumedFraction } = await platform.contracts.budget(contractId);
      const { seconds, labels, tasks } = consumed;
      expect({ seconds, labels, tasks }).toEqual(ledger.of(contractId));
      await page.goto(projectUrl);
      const shown = (name: string) =>
        page.locator(`#${contractId} .budget data.${name}`).getAttribute('value');
      expect(await shown('seconds')).toBe(`${seconds}`);
      expect(await shown('labels')).toBe(`${labels}`);
      expect(await shown('tasks')).toBe(`${tasks}`);
      expect(await shown('fraction')).toBe(`${consumedFraction}`);
      const bar = page.getByRole('progressbar').and(page.locator(`#${contractId} progress`));
      expect(await bar.getAttribute('value')).toBe(`${Math.min(1, consumedFraction)}`);
    }
    expect(stage.service.log).not.toMatch(/ot_ptk_|whsec_/);
  });
});

/** Generous for a busy machine; what is waited for takes milliseconds. */
const patient = { timeout: 60_000, interval: 25 };
