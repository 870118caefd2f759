import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/core/clock.ts';
import {
  ApprovalDeclinedError,
  ApprovalExpiredError,
  OpenTrain,
} from '../../src/opentrain/index.ts';
import { type ListeningSandbox, listen } from '../../src/sandbox/node.ts';
import { hostile, openScene, type Scene } from '../support/busy-sandbox.ts';
import { launchChromium, withoutChromium } from '../support/chromium.ts';

const screenshots = new URL('screenshots/', import.meta.url).pathname;

/** A sandbox on a port, a browser that looks at it, and an agent that calls it. */
interface Stage extends Scene {
  readonly url: string;
  readonly page: Page;
  /** On the sandbox's time; what it sleeps passes in a moment of real time and none of the sandbox's. */
  readonly agent: OpenTrain;
  readonly anonymous: OpenTrain;
  /** Asks to hire the next proposal, by a call over HTTP. */
  ask(): ReturnType<OpenTrain['proposals']['hire']>;
}

describe.skipIf(withoutChromium())('the sandbox’s pages', () => {
  let browser: Browser;
  let server: ListeningSandbox | undefined;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    browser = await launchChromium();
  });
  afterEach(async () => {
    await context?.close();
    await server?.close();
  });
  afterAll(() => browser?.close());

  async function open(text?: string): Promise<Stage> {
    const scene = await openScene(text);
    server = await listen(scene.sandbox);
    context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const { url } = server;
    const { token } = scene.sandbox.opentrain.mintToken(scene.accountId);
    const clock: Clock = {
      now: scene.sandbox.clock.now,
      sleep: () => new Promise((resolve) => setTimeout(resolve, 20)),
    };
    const agent = new OpenTrain({ token, baseUrl: url, clock });
    return {
      ...scene,
      url,
      page,
      agent,
      anonymous: new OpenTrain({ baseUrl: url, clock }),
      ask: () =>
        agent.proposals.hire(scene.proposalIds.shift() ?? '', {
          milestone: { name: 'Pilot', amount: 450 },
        }),
    };
  }

  it('let a human change a hire and confirm it, while an agent waits', async () => {
    const { agent, page, ask } = await open();
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
    expect(milestones).toMatchObject([{ name: 'Pilot', amountUsd: 120, status: 'ACTIVE_FUNDED' }]);
    expect((await agent.credits.balance()).recentEntries[0]).toMatchObject({
      type: 'HOLD',
      amountCents: -14_195,
    });
  });

  it('let a human decline by keyboard alone', async () => {
    const { page, ask } = await open();
    const request = await ask();
    const refused = expect(request.wait()).rejects.toThrow(ApprovalDeclinedError);
    await page.goto(request.approvalUrl);
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    for (let i = 0; (await focused()) !== 'Decline'; i += 1) {
      expect(i).toBeLessThan(20);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByText('Declined: nothing happened.').waitFor();
    await refused;
  });

  it('turn expired while somebody looks, and keep what is typed until then', async () => {
    const { page, ask, sandbox } = await open();
    const request = await ask();
    const refused = expect(request.wait()).rejects.toThrow(ApprovalExpiredError);
    await page.goto(request.approvalUrl);
    const name = page.getByLabel('Name');
    await name.fill('Half a na');
    await sandbox.clock.advance('71h');
    sandbox.opentrain.createAccount();
    await page.waitForResponse(/\/approvals\//);
    expect(await name.inputValue()).toBe('Half a na');
    await sandbox.clock.advance('1h');
    await page.getByText('Expired: nobody decided in time').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await refused;
  });

  it('let a human claim an account', async () => {
    const { anonymous, page } = await open();
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

  it('let a human connect an app', async () => {
    const { page, sandbox, url } = await open();
    const scopes = ['contracts:read', 'participants:email'];
    sandbox.opentrain.platform.registerApp({ name: 'Acme Label', slug: 'acme', scopes });
    await page.goto(`${url}/integrations/acme/connect`);
    await page.getByLabel(/Share the Work Email/).check();
    await page.getByRole('button', { name: 'Approve' }).click();
    expect(await page.locator('#token').textContent()).toMatch(/^ot_ptk_/);
  });

  it('let a human pay for credits', async () => {
    const { agent, page } = await open();
    const { topUpId, checkoutUrl } = await agent.credits.createTopUp({ amountUsd: 75 });
    const waiting = agent.credits.waitForTopUp(topUpId);
    await page.goto(checkoutUrl);
    await page.getByRole('button', { name: 'Pay $75.00' }).click();
    await page.locator('#checkout').getByText('Paid: the credits are there.').waitFor();
    expect((await waiting).status).toBe('COMPLETED');
  });

  it('send a webhook again, and show its answer as it comes', async () => {
    const { page, receiver, sandbox, url } = await open();
    await sandbox.clock.advance('24h');
    await page.goto(url);
    await page.getByRole('link', { name: 'All deliveries' }).click();
    await page.getByRole('link', { name: 'approval.confirmed' }).first().click();
    const before = receiver.bodies.length;
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.locator('#delivery').getByText('204').waitFor();
    await sandbox.settled();
    expect(receiver.bodies).toHaveLength(before + 1);
  });

  it('show a call as it comes in, and a key when asked', async () => {
    const { agent, page, url } = await open();
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

  it('show what others wrote as text', async () => {
    const { page, url, ...stage } = await open(hostile);
    for (const path of await pathsOf(stage)) {
      await page.goto(url + path);
      expect([path, await page.evaluate('window.hacked')]).toEqual([path, undefined]);
      expect(await page.locator('main img, main script').count()).toBe(0);
    }
    await page.goto(`${url}/console/training`);
    expect(await page.getByText(hostile.slice(0, -1)).count()).toBeGreaterThan(1);
  });

  it.each([
    ['light', 1280],
    ['light', 390],
    ['dark', 1280],
    ['dark', 390],
  ] as const)(
    'can be used by everybody, %s and %d wide',
    async (colorScheme, width) => {
      const { page, url, ...stage } = await open();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      const trouble: string[] = [];
      page.on('console', (message) => trouble.push(message.text()));
      page.on('pageerror', (error) => trouble.push(error.message));
      for (const path of await pathsOf(stage)) {
        await page.goto(url + path);
        expect([path, trouble]).toEqual([path, []]);
        expect([path, await violations(page)]).toEqual([path, []]);
        const overflow = 'document.documentElement.scrollWidth - innerWidth';
        expect([path, await page.evaluate<number>(overflow)]).toEqual([path, 0]);
        const name = path.replace(/\?.*/, '').replaceAll(/_\w{20}|\/[\da-f-]{36}/g, '');
        const file = `${name.replaceAll('/', '-').replace(/^-/, '') || 'overview'}-${colorScheme}-${width}`;
        await page.screenshot({ path: `${screenshots}${file}.png`, fullPage: true });
        // Playwright hides the caret with a style of its own, which pages refuse.
        trouble.length = 0;
      }
    },
    300_000,
  );
});

/** Every page, in every state that it has. */
async function pathsOf({
  accountId,
  hire,
  jobId,
  ot,
  sandbox,
}: Omit<Stage, 'page' | 'url'>): Promise<string[]> {
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
    '/claim',
    `/claim${new URL(attempt.verification_uri).search}`,
    '/integrations/acme/connect',
  ];
}

/** What axe-core finds that keeps somebody out. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<axe.AxeResults>('axe.run()');
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
