import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { budgetOf } from '../budgets/sizes.ts';
import { hostile } from '../support/busy-sandbox.ts';
import { withoutChromium } from '../support/chromium.ts';
import { overflow, views, violations } from './accessibility.ts';
import { sharedChromium } from './chromium.ts';
import { buildApp, folder } from './job-search/app.ts';
import { onServiceWorker } from './job-search/on-service-worker.ts';
import { watchOutside } from './job-search/outside.ts';
import { type OverHttp, overHttp } from './job-search/over-http.ts';
import type { PageOptions } from './job-search/pages.ts';
import type { Scene, Setting } from './job-search/setting.ts';
import { picture } from './picture.ts';

const screenshots = new URL('screenshots/', import.meta.url).pathname;
/** What the app is built of besides the client: its own code, min+gzip. */
const ownBytes = 4_000;
const readable = { 'access-control-allow-origin': '*' };

let browser: Browser;
beforeAll(async () => {
  if (withoutChromium()) return;
  mkdirSync(screenshots, { recursive: true });
  browser = await sharedChromium();
});
afterAll(() => browser?.close());

describe.skipIf(withoutChromium()).each([
  ['over HTTP', overHttp],
  ['on a service worker', onServiceWorker],
] as const)('examples/browser %s', (where, make) => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await make();
  });
  afterAll(() => setting?.[Symbol.asyncDispose]());

  async function open(options?: PageOptions): Promise<Scene & ReturnType<typeof parts>> {
    const scene = await setting.open(browser, options);
    onTestFinished(async () => {
      expect(scene.outside.asked).toEqual([]);
      await scene.close();
    });
    return { ...scene, ...parts(scene) };
  }

  it('shows what there is, and tells how much of it', async () => {
    const { page, cards, status } = await open();
    await status('25 jobs loaded, and there are more.');
    expect(await cards.count()).toBe(25);
    await page.getByText('320 open jobs for AI trainers on OpenTrain, in 8 fields.').waitFor();
    expect(await cards.first().textContent()).toMatch(
      /^[\w ]+ project \d+(Harbor|Quay|Meadow|Lantern) \w+ · Jun 1, 2026/,
    );
    const options = await page.getByLabel('Country').locator('option').allTextContents();
    expect(options[0]).toBe('Any');
    expect(options).toContainEqual(expect.stringMatching(/^Kenya \(\d+\)$/));
  });

  it('goes on to the end as one scrolls, keeps the focus, and asks no more after that', async () => {
    const { page, cards, status, searches } = await open();
    await status('25 jobs loaded, and there are more.');
    await cards.nth(2).getByRole('link').focus();
    await toTheEnd(page, 'All 320 jobs loaded.');
    expect(
      await page.evaluate('document.activeElement === document.querySelectorAll("#jobs a")[2]'),
    ).toBe(true);
    const links = await page.$$eval('#jobs a', (all) => all.map((a) => a.getAttribute('href')));
    expect(new Set(links).size).toBe(320);
    expect(await searches()).toHaveLength(13);
    expect(await page.locator('#more').isVisible()).toBe(false);
    await page.evaluate('scrollTo(0, 0)');
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.evaluate('new Promise(requestAnimationFrame)');
    expect(await searches()).toHaveLength(13);
  });

  it('shows more at the press of a key where nothing scrolls, and goes on to what is new', async () => {
    const script = 'window.IntersectionObserver = class { observe() {} disconnect() {} }';
    const { page, cards, status } = await open({ script });
    await status('25 jobs loaded, and there are more.');
    await page.getByRole('button', { name: 'Show more jobs' }).press('Enter');
    await status('50 jobs loaded, and there are more.');
    const focused = 'document.activeElement === document.querySelectorAll("#jobs a")[25]';
    expect(await page.evaluate(focused)).toBe(true);
    expect(await cards.count()).toBe(50);
  });

  it('is narrowed by what it counts', async () => {
    const { page, cards, status, searches, address } = await open();
    const language = page.getByLabel('Language');
    const english = language.locator('option', { hasText: 'English' });
    await english.waitFor({ state: 'attached' });
    const count = Number(/\d+/.exec((await english.textContent()) ?? '')?.[0]);
    await language.selectOption('English');
    await address('?language=English');
    await toTheEnd(page, `All ${count} jobs loaded.`);
    for (const text of await cards.allTextContents()) expect(text).toContain('English');

    // By keyboard: the radios are one stop, and arrows choose among them.
    await page.getByRole('radio', { name: 'Any way' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(`document.querySelectorAll('#jobs > li').length < ${count}`);
    expect(await page.evaluate('document.activeElement.name')).toBe('payType');
    const payType = await page.evaluate<string>('document.activeElement.value');
    await address(`?language=English&payType=${payType}`);
    for (const text of await cards.allTextContents()) expect(text).toMatch(/an hour|a label/);
    expect((await searches()).at(-1)).toContain(`language=English&payType=${payType}`);
    await page.getByLabel('What are you').fill('no such thing');
    await status('No job is like that. Try fewer filters, or other words.');
  });

  it('is searched by keyboard, one entry of the history a search', async () => {
    const { page, cards, status, address } = await open();
    await status('25 jobs loaded, and there are more.');
    const words = page.getByLabel('What are you');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the jobs');
    await page.keyboard.press('Tab');
    await page.keyboard.type('satellite ');
    await address('?q=satellite');
    await page.keyboard.type('project 8');
    await address('?q=satellite+project+8');
    await page.waitForFunction("!document.querySelector('#jobs').textContent.includes('Pull')");
    expect(await words.inputValue()).toBe('satellite project 8');
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    await page.getByLabel('Country').selectOption('IN');
    await address('?q=satellite+project+8&country=IN');

    await page.goBack();
    await address('?q=satellite+project+8');
    expect(await page.getByLabel('Country').inputValue()).toBe('');
    await page.goBack();
    await address('');
    expect(await words.inputValue()).toBe('');
    await status('25 jobs loaded, and there are more.');
    await page.goForward();
    await page.waitForFunction("!document.querySelector('#jobs').textContent.includes('Pull')");
    expect(await words.inputValue()).toBe('satellite project 8');
    expect(await cards.first().textContent()).toContain('Satellite');
  });

  it('begins with the search that its address holds', async () => {
    const { page, cards, status } = await open({
      search: '?q=audio+or&language=Spanish&country=ZZ',
    });
    await status('No job is like that. Try fewer filters, or other words.');
    await page.getByText('320 open jobs').waitFor();
    expect(await page.getByLabel('What are you').inputValue()).toBe('audio or');
    expect(await page.getByLabel('Language').inputValue()).toBe('Spanish');
    // Though no job is from there.
    expect(await page.getByLabel('Country').inputValue()).toBe('ZZ');
    expect(await cards.count()).toBe(0);
  });

  it('calls off a search when another takes its place', async () => {
    const { page, cards, status, inject, address } = await open();
    await status('25 jobs loaded, and there are more.');
    // On the sandbox's clock, which stands still: this one is never answered.
    await inject({ operationId: 'jobs.search', latencyMs: 60_000 });
    const calledOff = page.waitForEvent('requestfailed', (request) =>
      /q=invoice/.test(request.url()),
    );
    await page.getByLabel('What are you').fill('invoice');
    await address('?q=invoice');
    expect(await page.locator('#jobs').getAttribute('aria-busy')).toBe('true');
    await page.getByLabel('What are you').fill('warehouse');
    expect((await calledOff).failure()?.errorText).toBe('net::ERR_ABORTED');
    await page.waitForFunction(
      "document.querySelector('#jobs a').textContent.startsWith('Warehouse')",
    );
    expect(await page.locator('#trouble').textContent()).toBe('');
    expect(await cards.first().textContent()).toContain('Warehouse');
  });

  it('waits as long as a rate limit says, and goes on by itself', async () => {
    const { page, status, inject } = await open({ fakeTime: true });
    await status('25 jobs loaded, and there are more.');
    // From here on it stands still: on a busy machine a second is over before it is seen.
    await page.clock.pauseAt(Date.now() + 60_000);
    await inject({
      operationId: 'jobs.search',
      status: 429,
      body: { error: 'Slow down.', code: 'RATE_LIMITED', details: { retryAfterSeconds: 7 } },
      headers: readable,
      times: 2,
    });
    await page.getByLabel('What are you').fill('satellite');
    await page.clock.runFor(300);
    const alert = page.getByRole('alert');
    await alert.getByText('OpenTrain takes only so many searches a minute.').waitFor();
    await alert.getByText('It goes on in 7 seconds.').waitFor();
    await page.clock.runFor(3_000);
    await alert.getByText('It goes on in 4 seconds.').waitFor();
    // Whoever does not wait is told anew.
    await alert.getByRole('button', { name: 'Try again' }).press('Enter');
    await alert.getByText('It goes on in 7 seconds.').waitFor();
    await page.clock.runFor(7_000);
    await status('25 jobs loaded, and there are more.');
    expect(await page.locator('#jobs a').first().textContent()).toContain('Satellite');
  });

  it('says whose trouble it is, keeps what is there, and goes on where it stopped', async () => {
    const { page, cards, status, inject, searches } = await open();
    await status('25 jobs loaded, and there are more.');
    await inject({ operationId: 'jobs.search', status: 503 });
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    const alert = page.getByRole('alert');
    await alert.getByText('OpenTrain has trouble of its own (503).').waitFor();
    expect(await cards.count()).toBe(25);
    await alert.getByRole('button', { name: 'Try again' }).press('Enter');
    await status('50 jobs loaded, and there are more.');
    expect(await alert.textContent()).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('results');
    const links = await page.$$eval('#jobs a', (all) => all.map((a) => a.getAttribute('href')));
    expect(new Set(links).size).toBe(links.length);
    const [, failed, again] = await searches();
    expect(again).toBe(failed);
  });

  it('goes on once one is back online', async () => {
    const { page, status, inject } = await open({ alone: true });
    await status('25 jobs loaded, and there are more.');
    await page.context().setOffline(true);
    // Where a worker answers no network is needed, so that one has to break as well.
    if (where === 'on a service worker') await inject({ operationId: 'jobs.search', drop: true });
    await page.getByLabel('What are you').fill('warehouse');
    await page.getByRole('alert').getByText('You are offline.').waitFor();
    await page.context().setOffline(false);
    await status('25 jobs loaded, and there are more.');
    expect(await page.locator('#jobs a').first().textContent()).toContain('Warehouse');
  });

  it('says what may be wrong when nothing can be read', async () => {
    const { page, status, inject, heal } = await open();
    await status('25 jobs loaded, and there are more.');
    // A browser itself tries again where a kept connection broke.
    await inject({ operationId: 'jobs.search', drop: true, times: 'always' });
    await page.getByLabel('What are you').fill('warehouse');
    const alert = page.getByRole('alert');
    await alert.getByText('OpenTrain can’t be asked from here.').waitFor();
    expect(await alert.textContent()).toContain('CORS');
    await heal();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await status('25 jobs loaded, and there are more.');
  });

  it('offers a fresh start when the address makes no sense', async () => {
    const { page, status } = await open({ search: '?payType=PAY_IN_GOLD' });
    const alert = page.getByRole('alert');
    await alert.getByText('OpenTrain does not know such a filter.').waitFor();
    await alert.getByRole('button', { name: 'Start afresh' }).click();
    await status('25 jobs loaded, and there are more.');
    expect(new URL(page.url()).search).toBe('');
  });

  it('shows what others wrote as text', async () => {
    const { page, publish, status } = await open();
    await status('25 jobs loaded, and there are more.');
    await publish(hostile);
    await page.getByLabel('What are you').fill('hacked');
    await status('One job.');
    const card = page.locator('#jobs article');
    for (const part of ['h3', '.quiet bdi', '.about']) {
      expect(await card.locator(part).textContent()).toBe(hostile);
    }
    await page.goto(`${new URL(page.url()).origin}/?language=${encodeURIComponent(hostile)}`);
    await status('No job is like that. Try fewer filters, or other words.');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('main img, main script, form img, form script').count()).toBe(0);
  });

  it('can be used by everybody, in every light and width', async () => {
    const { page, status, inject } = await open();
    await status('25 jobs loaded, and there are more.');
    await page.getByText('320 open jobs').waitFor();
    const shot = async (state: string) => {
      for (const { colorScheme, width } of views) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        expect([state, colorScheme, width, await violations(page)]).toEqual([
          state,
          colorScheme,
          width,
          [],
        ]);
        expect([state, width, await overflow(page)]).toEqual([state, width, 0]);
        const file = `job-search-${state}-${colorScheme}-${width}-${where.replaceAll(' ', '-')}.png`;
        await page.screenshot({ path: screenshots + file });
      }
    };
    await shot('list');
    await inject({ operationId: 'jobs.search', status: 500 });
    await page.getByLabel('What are you').fill('warehouse');
    await page.getByRole('alert').getByText('(500)').waitFor();
    await shot('trouble');
  });
});

describe.skipIf(withoutChromium())('what is watched for', () => {
  it('is any call that leaves the machine', async () => {
    await using outside = await watchOutside();
    const context = await browser.newContext({ proxy: outside.proxy });
    const page = await context.newPage();
    await page.evaluate(() => fetch('https://app.opentrain.ai/').catch(() => {}));
    await context.close();
    expect(outside.asked).toEqual(['app.opentrain.ai:443']);
  });

  it('is what keeps somebody out, on whatever page comes next', async () => {
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    const html = '<html lang="en"><title>A page</title><main><h1>A page</h1><img src="data:,">';
    await page.setContent(html);
    expect(await violations(page)).toEqual(['image-alt: <img src="data:,">']);
    await page.setContent(html.replace('<img', '<img alt="Nothing"'));
    expect(await violations(page)).toEqual([]);
  });
});

describe.skipIf(withoutChromium())('examples/browser and the origin it asks', () => {
  let setting: OverHttp;
  beforeAll(async () => {
    setting = await overHttp();
  });
  afterAll(() => setting?.[Symbol.asyncDispose]());

  async function open(): Promise<Scene> {
    const scene = await setting.open(browser);
    onTestFinished(() => scene.close());
    await parts(scene).status('25 jobs loaded, and there are more.');
    await scene.page.getByText('320 open jobs').waitFor();
    return scene;
  }
  /** What a script of the page gets, or that the browser kept it from it. */
  const ask = (
    page: Scene['page'],
    path: string,
    init: { method?: string; headers?: Record<string, string> },
  ) =>
    page.evaluate(
      ([url, given]) =>
        fetch(url, given).then(
          ({ status }) => status,
          () => 'refused by the browser',
        ),
      [`${setting.openTrainUrl}/api/public/v1${path}`, init] as const,
    );

  it('needs no leave: its calls are simple, and name nobody', async () => {
    await open();
    expect(setting.arrivals.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /api/public/v1/jobs',
      'GET /api/public/v1/jobs/facets',
    ]);
    for (const { headers } of setting.arrivals) {
      expect(headers.get('origin')).toBe(setting.appUrl);
      expect(headers.has('authorization')).toBe(false);
      expect(headers.has('cookie')).toBe(false);
    }
  });

  it('is read by any origin where the documentation says so, and nowhere else', async () => {
    const { page } = await open();
    setting.arrivals.length = 0;
    const elsewhere = setting.appUrl.replace('127.0.0.1', 'localhost');
    await page.goto(elsewhere);
    expect(await ask(page, '/jobs?limit=1', {})).toBe(200);
    expect(setting.arrivals.at(-1)?.headers.get('origin')).toBe(elsewhere);
    // It is answered, and the answer is kept from the page.
    expect(await ask(page, '/jobs/mine', {})).toBe('refused by the browser');
    expect(setting.arrivals.at(-1)).toMatchObject({
      method: 'GET',
      path: '/api/public/v1/jobs/mine',
    });
  });

  it('is asked for leave by the browser before anything else, and where it gives none nothing is sent', async () => {
    const { page } = await open();
    setting.arrivals.length = 0;
    const headers = { authorization: 'Bearer ot_pat_of_somebody' };
    for (const [path, init] of [
      ['/jobs/mine', { headers }],
      ['/job-drafts', { method: 'POST', headers }],
      ['/jobs', { method: 'DELETE' }],
    ] as const) {
      expect([path, await ask(page, path, init)]).toEqual([path, 'refused by the browser']);
    }
    expect(setting.arrivals.map(({ method }) => method)).toEqual(['OPTIONS', 'OPTIONS', 'OPTIONS']);
    // The public calls give it, whatever header a page adds.
    // With a query that no cache has.
    expect(await ask(page, '/jobs?limit=1', { headers: { 'x-of-the-page': '1' } })).toBe(200);
    expect(setting.arrivals.slice(3).map(({ method }) => method)).toEqual(['OPTIONS', 'GET']);
  });

  it('tells of CORS when the answer came from something that knows nothing of it', async () => {
    const { page, inject } = await open();
    await inject({ operationId: 'jobs.search', status: 502, body: '<h1>Bad Gateway</h1>' });
    await page.getByLabel('What are you').fill('warehouse');
    await page.getByRole('alert').getByText('CORS').waitFor();
  });

  it('loads a client and little more, of which nothing is for tests or checks', async () => {
    await using mocked = await buildApp('mocked');
    const isMock = (code: string) =>
      [/ZodMini/, /_sandbox/, /mockServiceWorker/].map((mark) => mark.test(code));
    expect(isMock(scriptsIn(mocked.files).join())).toEqual([true, true, true]);
    expect(isMock(scriptsIn(setting.files).join())).toEqual([false, false, false]);

    const page = readFileSync(join(setting.files, 'index.html'), 'utf8');
    const atOnce = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(
      ([, path = '']) => readFileSync(join(setting.files, path)),
    );
    const bytes = gzipSync(Buffer.concat(atOnce), { level: 9 }).length;
    const limit = budgetOf('OpenTrain') + ownBytes;
    console.log(`examples/browser: ${bytes} B of script, gzipped; at most ${limit}`);
    expect(atOnce).not.toHaveLength(0);
    expect(bytes).toBeLessThanOrEqual(limit);
  });

  it('is what the README shows', async () => {
    const { page } = await open();
    await page.setViewportSize({ width: 1100, height: 820 });
    await picture(page, 'job-search');
  });

  it('runs while it is worked on, with a sandbox of its own', async () => {
    const vite = spawn('npm', ['run', 'dev', '--', '--port', '0', '--host', '127.0.0.1'], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' },
      detached: true,
    });
    onTestFinished(() => void process.kill(-(vite.pid ?? 0)));
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      vite.once('exit', () => reject(new Error(said)));
      vite.stdout.on('data', (chunk) => {
        said += chunk;
        const found = /Local:\S*\s+(http:\S+\d)/.exec(said);
        if (found?.[1]) resolve(found[1]);
      });
    });
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(url);
    await page.getByText('320 open jobs').waitFor();
    expect(await page.locator('#jobs > li').count()).toBe(25);
  });
});

/** What of the page tests look at. */
function parts({ page }: Scene) {
  return {
    cards: page.locator('#jobs > li'),
    address: (search: string) =>
      page.waitForFunction((wanted) => location.search === wanted, search),
    status: (text: string) => page.getByRole('status').getByText(text, { exact: true }).waitFor(),
  };
}

async function toTheEnd(page: Scene['page'], last: string): Promise<void> {
  const end = page.getByText(last);
  for (let count = 0; !(await end.isVisible()); ) {
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    const grown = `document.querySelectorAll('#jobs > li').length > ${count}`;
    await page.waitForFunction(grown);
    count = await page.evaluate<number>("document.querySelectorAll('#jobs > li').length");
  }
}

function scriptsIn(files: string): string[] {
  return readdirSync(files, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(files, name), 'utf8'));
}
