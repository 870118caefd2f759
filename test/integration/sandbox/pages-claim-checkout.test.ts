import { describe, expect, it } from 'vitest';
import { OpenTrain } from '../../../src/opentrain/index.ts';
import { createSandbox } from '../../../src/sandbox/index.ts';
import { textOf, visitor } from './pages-fixture.ts';

const origin = 'http://localhost:4010';

function open() {
  const sandbox = createSandbox();
  const { clock, fetch } = sandbox;
  const client = (token?: string) =>
    new OpenTrain({ baseUrl: origin, clock, fetch, ...(token !== undefined && { token }) });
  return { sandbox, client, ...visitor(fetch, origin) };
}

async function registered() {
  const opened = open();
  const stranger = opened.client();
  const names = { agent_name: 'Scout', organization_name: 'Harbor Robotics' };
  const registration = await stranger.agent.register(names);
  const { claim_token } = registration;
  const start = () => stranger.agent.startClaim({ claim_token, email: 'mara@harbor.example' });
  const attempt = await start();
  const { pathname, search, searchParams } = new URL(attempt.verification_uri);
  const fields = {
    token: searchParams.get('token') ?? '',
    code: attempt.user_code,
    email: 'mara@harbor.example',
  };
  const wrong = attempt.user_code === '000000' ? '111111' : '000000';
  return { ...opened, stranger, registration, start, path: pathname + search, fields, wrong };
}

describe('the claim page', () => {
  it('is where verification_uri leads, and names agent and organization', async () => {
    const { show, path, fields } = await registered();
    const { status, page } = await show(path);
    expect(status).toBe(200);
    expect(textOf(page)).toContain('Claim Harbor Robotics ?');
    expect(textOf(page)).toContain('Scout registered it for you');
    expect(textOf(page)).toContain('another 30 minutes');
    // Only the agent shows it.
    expect(page).not.toContain(fields.code);
  });

  it('claims with the right code, and the agent gets its token', async () => {
    const { send, show, fields, stranger, registration, path } = await registered();
    const spaced = `${fields.code.slice(0, 3)} ${fields.code.slice(3)}`;
    const sent = await send('/claim', { ...fields, code: spaced });
    expect(sent.status).toBe(303);
    expect(textOf((await show(sent.location ?? '')).page)).toContain('Harbor Robotics is yours');
    const claimed = await stranger.agent.pollClaim(registration.claim_token);
    expect(claimed.scopes).toContain('proposals:write');
    expect((await show(path)).status).toBe(404);
  });

  it('claims by code alone, where claimUrl leads without a link', async () => {
    const { send, show, fields } = await registered();
    expect((await show('/claim')).status).toBe(200);
    const { code, email } = fields;
    expect((await send('/claim', { code: '9', email })).status).toBe(404);
    expect((await send('/claim', { code, email })).status).toBe(303);
  });

  it('counts wrong codes, and is over after five', async () => {
    const { send, fields, wrong } = await registered();
    const texts: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      const { status, page } = await send('/claim', { ...fields, code: wrong });
      expect(status).toBe(400);
      texts.push(textOf(page));
    }
    expect(texts[0]).toContain('That is not the code. 4 more tries.');
    expect(texts[3]).toContain('1 more try.');
    expect(texts[4]).toContain('This link is over');
    expect((await send('/claim', fields)).status).toBe(404);
  });

  it('refuses another address, and keeps what was typed', async () => {
    const { send, fields } = await registered();
    const { status, page } = await send('/claim', { ...fields, email: 'else@harbor.example' });
    expect(status).toBe(403);
    expect(page).toContain('value="else@harbor.example"');
    expect(page).toContain('reserved for another address');
  });

  it('is over once it lapsed, or was started again', async () => {
    const { sandbox, show, start, path } = await registered();
    const again = await start();
    expect((await show(path)).page).toContain('This link is over');
    const { pathname, search } = new URL(again.verification_uri);
    expect((await show(pathname + search)).status).toBe(200);
    await sandbox.clock.advance('31m');
    expect((await show(pathname + search)).status).toBe(404);
  });
});

describe('the checkout page', () => {
  async function toppingUp() {
    const opened = open();
    const { token } = opened.sandbox.opentrain.createAccount({ name: 'Harbor Robotics' });
    const ot = opened.client(token);
    const topUp = await ot.credits.createTopUp({ amountUsd: 250.5 });
    return { ...opened, ot, topUp, path: new URL(topUp.checkoutUrl).pathname };
  }

  it('is where checkoutUrl leads on a sandbox’s own origin', async () => {
    const { topUp, show, path } = await toppingUp();
    expect(new URL(topUp.checkoutUrl).origin).toBe(origin);
    const text = textOf((await show(path)).page);
    expect(text).toContain('For Harbor Robotics Amount $250.50');
    expect(text).toContain('Pay $250.50');
  });

  it('pays, once', async () => {
    const { ot, send, show, path } = await toppingUp();
    expect((await send(path, { decision: 'pay' })).status).toBe(303);
    expect((await ot.credits.balance()).availableCents).toBe(25_050);
    expect((await show(path)).page).toContain('Paid: the credits are there.');
    expect((await send(path, { decision: 'pay' })).status).toBe(409);
    expect((await ot.credits.balance()).availableCents).toBe(25_050);
  });

  it('is left unpaid', async () => {
    const { ot, topUp, send, path } = await toppingUp();
    await send(path, { decision: 'leave' });
    expect((await ot.credits.getTopUp(topUp.topUpId)).status).toBe('CANCELED');
  });

  it('is too late after a day', async () => {
    const { sandbox, show, send, path } = await toppingUp();
    await sandbox.clock.advance('24h');
    expect((await show(path)).page).toContain('Too late: nothing was charged.');
    expect((await send(path, { decision: 'pay' })).status).toBe(409);
    expect((await show('/checkout/top_none')).status).toBe(404);
  });
});
