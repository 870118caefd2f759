import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { Clock } from '../../src/core/clock.ts';
import {
  ApprovalDeclinedError,
  ApprovalExpiredError,
  OpenTrain,
} from '../../src/opentrain/index.ts';
import { listen } from '../../src/sandbox/node.ts';
import { hostile, openScene, type Scene } from '../support/busy-sandbox.ts';
import { withoutChromium } from '../support/chromium.ts';
import { overflow, views, violations } from './accessibility.ts';
import { sharedChromium } from './chromium.ts';
import { picture } from './picture.ts';

const screenshots = new URL('screenshots/', import.meta.url).pathname;

/** A sandbox on a port, a browser that looks at it, and an agent that calls it. */
interface Stage extends Scene {
  readonly url: string;
  readonly page: Page;
  /** On the sandbox's time; between two polls it sleeps until something was done on a page, or until `wake`. */
  readonly agent: OpenTrain;
  readonly anonymous: OpenTrain;
  /** Lets the agent look again, where no page was used. */
  wake(): void;
  /** Asks to hire the next proposal, by a call over HTTP. */
  ask(): ReturnType<OpenTrain['proposals']['hire']>;
}

describe.skipIf(withoutChromium()).concurrent('the sandbox’s pages', () => {
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    browser = await sharedChromium();
  });
  afterAll(() => browser?.close());

  async function open({ onTestFinished }: TestContext, text?: string): Promise<Stage> {
    const scene = await openScene(text);
    const { sandbox } = scene;
    let done = 0;
    let wakeUp = () => {};
    const wake = () => {
      done += 1;
      wakeUp();
    };
    const server = await listen({
      handle: async (request, from) => {
        const response = await sandbox.handle(request, from);
        if (request.method === 'POST') wake();
        return response;
      },
      revision: 0,
      snapshot: () => sandbox.snapshot(),
      restore: (snapshot) => sandbox.restore(snapshot),
    });
    const context = await browser.newContext();
    onTestFinished(async () => {
      await context.close();
      await server.close();
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const { url } = server;
    const { token } = sandbox.opentrain.mintToken(scene.accountId);
    let seen = 0;
    const clock: Clock = {
      now: sandbox.clock.now,
      sleep: async () => {
        // What was done while it looked may not have been in what it saw.
        if (seen === done) await new Promise<void>((resolve) => (wakeUp = resolve));
        seen = done;
      },
    };
    const agent = new OpenTrain({ token, baseUrl: url, clock });
    return {
      ...scene,
      url,
      page,
      agent,
      anonymous: new OpenTrain({ baseUrl: url, clock }),
      wake,
      ask: () =>
        agent.proposals.hire(scene.proposalIds.shift() ?? '', {
          milestone: { name: 'First 500 photos', amount: 450 },
        }),
    };
  }

  it('let a human change a hire and confirm it, while an agent waits', async (test) => {
    const { agent, page, ask } = await open(test);
    const request = await ask();
    const waiting = request.wait();
    await page.goto(request.approvalUrl);
    await page.getByLabel('Amount in US dollars').fill('120');
    await page.locator('#sums').getByText('$141.95').waitFor();
    await page.getByLabel('Credits').check();
    await page.getByRole('button', { name: 'Confirm and hire' }).click();
    await page.getByText('Confirmed, and done.').waitFor();
    const { contractId } = await waiting;
    const { milestones } = await agent.contracts.get(contractId);
    expect(milestones).toMatchObject([
      { name: 'First 500 photos', amountUsd: 120, status: 'ACTIVE_FUNDED' },
    ]);
    expect((await agent.credits.balance()).recentEntries[0]).toMatchObject({
      type: 'HOLD',
      amountCents: -14_195,
    });
  });

  it('let a human decline by keyboard alone', async (test) => {
    const { page, ask } = await open(test);
    const request = await ask();
    const refused = request.wait().catch((error: unknown) => error);
    await page.goto(request.approvalUrl);
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    for (let i = 0; (await focused()) !== 'Decline'; i += 1) {
      expect(i).toBeLessThan(20);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByText('Declined: nothing happened.').waitFor();
    expect(await refused).toBeInstanceOf(ApprovalDeclinedError);
  });

  it('turn expired while somebody looks, and keep what is typed until then', async (test) => {
    const { page, ask, sandbox, wake } = await open(test);
    const request = await ask();
    const refused = request.wait().catch((error: unknown) => error);
    await page.goto(request.approvalUrl);
    const name = page.getByLabel('Name');
    await name.fill('Half a na');
    await sandbox.clock.advance('71h');
    sandbox.opentrain.createAccount();
    await page.waitForResponse(/\/approvals\//);
    expect(await name.inputValue()).toBe('Half a na');
    await sandbox.clock.advance('1h');
    wake();
    await page.getByText('Expired: nobody decided in time').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await refused).toBeInstanceOf(ApprovalExpiredError);
  });

  it('let a human claim an account', async (test) => {
    const { anonymous, page } = await open(test);
    const { claim_token } = await anonymous.agent.register({ agent_name: 'Scout' });
    const email = 'new@owner.example';
    const attempt = await anonymous.agent.startClaim({ claim_token, email });
    const waiting = anonymous.agent.waitForClaim(claim_token);
    await page.goto(attempt.verification_uri);
    await page.getByText('Scout registered it for you').waitFor();
    await page.getByLabel('Code').fill(attempt.user_code);
    await page.keyboard.press('Enter');
    await page.getByText('Claimed by new@owner.example').waitFor();
    expect(page.url()).not.toContain('ot_cat_');
    expect((await waiting).scopes).toContain('proposals:write');
  });

  it('let a human connect an app', async (test) => {
    const { page, sandbox, url } = await open(test);
    const scopes = ['contracts:read', 'participants:email'];
    sandbox.opentrain.platform.registerApp({ name: 'Acme Label', slug: 'acme', scopes });
    await page.goto(`${url}/integrations/acme/connect`);
    await page.getByLabel(/Share the Work Email/).check();
    await page.getByRole('button', { name: 'Approve' }).click();
    expect(await page.locator('#token').textContent()).toMatch(/^ot_ptk_/);
  });

  it('let a human pay for credits', async (test) => {
    const { agent, page } = await open(test);
    const { topUpId, checkoutUrl } = await agent.credits.createTopUp({ amountUsd: 75 });
    const waiting = agent.credits.waitForTopUp(topUpId);
    await page.goto(checkoutUrl);
    await page.getByRole('button', { name: 'Pay $75.00' }).click();
    await page.locator('#checkout').getByText('Paid: the credits are there.').waitFor();
    expect((await waiting).status).toBe('COMPLETED');
  });

  it('send a webhook again, and show its answer as it comes', async (test) => {
    const { page, receiver, sandbox, url } = await open(test);
    await sandbox.clock.advance('24h');
    await page.goto(url);
    await page.getByRole('link', { name: 'All deliveries' }).click();
    await page.getByRole('link', { name: 'approval.confirmed' }).first().click();
    const before = receiver.bodies.length;
    const taken = page.locator('#delivery').getByText('204');
    const takenBefore = await taken.count();
    await page.getByRole('button', { name: 'Send it again' }).click();
    await taken.nth(takenBefore).waitFor();
    await sandbox.settled();
    expect(receiver.bodies).toHaveLength(before + 1);
  });

  it('show a call as it comes in, and a key when asked', async (test) => {
    const { agent, page, url } = await open(test);
    await page.goto(`${url}/console/requests`);
    await agent.auth.me();
    const call = page.getByText('auth.me');
    await call.click();
    // What was opened stays open when more comes in.
    await agent.team.get();
    await page.getByText('team.get').waitFor();
    expect(await page.locator('details[open]').count()).toBe(1);
    await page.goto(`${url}/console/accounts`);
    expect(await page.content()).not.toMatch(/(ot_pat|tak|whsec)_\w{8}/);
    await page.getByRole('button', { name: 'Show Sandbox key' }).click();
    expect(await page.locator('#secret').textContent()).toMatch(/^tak_\w{40}$/);
    await page.getByRole('button', { name: 'Copy' }).waitFor();
  });

  it('show what others wrote as text', async (test) => {
    const { page, url, ...stage } = await open(test, hostile);
    for (const path of await pathsOf(stage)) {
      await page.goto(url + path);
      expect([path, await page.evaluate('window.hacked')]).toEqual([path, undefined]);
      expect(await page.locator('main img, main script').count()).toBe(0);
    }
    await page.goto(`${url}/console/training`);
    expect(await page.getByText(hostile.slice(0, -1)).count()).toBeGreaterThan(1);
  });

  it('can be used by everybody, in every light and width', async (test) => {
    const { page: first, url, ...stage } = await open(test);
    const paths = await pathsOf(stage);
    const left = paths.values();
    let looked = 0;
    /** Each page is loaded once, and looked at in every way; several windows share the work. */
    const look = async (page: Page) => {
      const trouble: string[] = [];
      page.on('console', (message) => trouble.push(message.text()));
      page.on('pageerror', (error) => trouble.push(error.message));
      for (const path of left) {
        await page.goto(url + path);
        const name = path.replace(/\?.*/, '').replaceAll(/_\w{20}|\/[\da-f-]{36}/g, '');
        for (const { colorScheme, width } of views) {
          const view = [path, colorScheme, width];
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.setViewportSize({ width, height: 900 });
          expect([...view, trouble]).toEqual([...view, []]);
          expect([...view, await violations(page)]).toEqual([...view, []]);
          expect([...view, await overflow(page)]).toEqual([...view, 0]);
          const file = `${name.replaceAll('/', '-').replace(/^-/, '') || 'overview'}-${colorScheme}-${width}`;
          await page.screenshot({ path: `${screenshots}${file}.png`, fullPage: true });
          // Playwright hides the caret with a style of its own, which pages refuse.
          trouble.length = 0;
          looked += 1;
        }
      }
    };
    await Promise.all([look(first), look(await first.context().newPage())]);
    expect(looked).toBe(paths.length * views.length);
  });

  it('is what the README shows', async (test) => {
    const { page, url, ask } = await open(test);
    const { approvalUrl } = await ask();
    await page.setViewportSize({ width: 760, height: 600 });
    await page.goto(approvalUrl);
    await picture(page, 'approval', { fullPage: true });
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(url);
    await picture(page, 'console');
  });
});

/** Every page, in every state that it has. */
async function pathsOf({ accountId, hire, jobId, ot, sandbox }: Scene): Promise<string[]> {
  const { opentrain } = sandbox;
  const scopes = ['contracts:read', 'participants:email'];
  opentrain.platform.registerApp({ name: hostile, description: hostile, slug: 'acme', scopes });
  const [waiting, declined, unpayable] = [await hire(), await hire(), await hire(90_000)];
  opentrain.approvals.decline(declined.approval.id);
  const done = opentrain.approvals.list(accountId).find(({ status }) => status === 'confirmed');
  const [open, paid] = [
    await ot.credits.createTopUp({ amountUsd: 20 }),
    await ot.credits.createTopUp({ amountUsd: 30 }),
  ];
  opentrain.completeTopUp(paid.topUpId);
  const { claimToken } = opentrain.createAccount({ claimed: false, name: 'Unclaimed' });
  const attempt = await ot.agent.startClaim({
    claim_token: claimToken ?? '',
    email: 'new@owner.example',
  });
  const [delivery] = sandbox.deliveries.list();
  return [
    '/',
    '/console/accounts',
    '/console/jobs',
    `/console/jobs/${jobId}`,
    '/console/approvals',
    '/console/money',
    '/console/training',
    '/console/deliveries',
    `/console/deliveries/${delivery?.id}`,
    '/console/requests',
    '/console/time',
    `/approvals/${waiting.approval.id}`,
    `/approvals/${declined.approval.id}`,
    `/approvals/${unpayable.approval.id}`,
    `/approvals/${done?.id}`,
    `/checkout/${open.topUpId}`,
    `/checkout/${paid.topUpId}`,
    `/profile/${opentrain.createTrainer({ title: hostile, bio: hostile }).slug}`,
    '/claim',
    `/claim${new URL(attempt.verification_uri).search}`,
    '/integrations/acme/connect',
  ];
}
