import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxHandlers } from '../../../src/sandbox/msw.ts';
import { aviary } from './kernel-fixture.ts';

const server = setupServer();
const unhandled: string[] = [];
const onUnhandledRequest = ({ url }: Request) => {
  unhandled.push(url);
  // Keeps the request from the network.
  throw new Error('nobody answers');
};
beforeEach(() => server.listen({ onUnhandledRequest }));
afterEach(() => server.close());

function mounted(options?: Parameters<typeof sandboxHandlers>[1]) {
  const made = aviary();
  server.resetHandlers(...sandboxHandlers(made.kernel, options));
  return made;
}

describe('msw handlers', () => {
  it('answer the real hosts', async () => {
    const { controls } = mounted();
    controls.hatch('wren');
    const response = await fetch('https://api.aviary.test/v1/birds/b1');
    expect(await response.json()).toEqual({ id: 'b1', name: 'wren' });
  });

  it('hand bodies and tokens over', async () => {
    mounted();
    const response = await fetch('https://api.aviary.test/v1/birds', {
      method: 'POST',
      headers: { authorization: 'Bearer writer', 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'wren' }),
    });
    expect(response.status).toBe(201);
  });

  it('answer other origins when told', async () => {
    mounted({ origins: ['http://localhost:4010'] });
    expect((await fetch('http://localhost:4010/v1/birds')).status).toBe(200);
  });

  it('leave everything else alone', async () => {
    mounted();
    await fetch('https://elsewhere.test/v1/birds').catch(() => {});
    expect(unhandled).toEqual(['https://elsewhere.test/v1/birds']);
  });

  it('fail as a network does when a fault drops the connection', async () => {
    const { kernel } = mounted();
    kernel.faults.inject({ drop: true });
    await expect(fetch('https://api.aviary.test/v1/birds')).rejects.toThrow(TypeError);
  });

  it('can be overridden one by one', async () => {
    mounted();
    server.use(http.get('https://api.aviary.test/v1/birds', () => HttpResponse.json('mine')));
    expect(await (await fetch('https://api.aviary.test/v1/birds')).json()).toBe('mine');
    expect((await fetch('https://api.aviary.test/v1/birds/b1')).status).toBe(404);
  });

  it('let deliveries reach receivers that msw mocks', async () => {
    const { kernel } = mounted();
    const received: string[] = [];
    server.use(
      http.post('https://receiver.test/hook', async ({ request }) => {
        received.push(await request.text());
        return new HttpResponse(null, { status: 204 });
      }),
    );
    kernel.deliveries.channel('test', {
      platform: 'trainar',
      endpoint: () => ({ url: 'https://receiver.test/hook', secret: 'whsec_x' }),
    });
    const payload = { event: 'task.created' };
    const event = { channel: 'test', endpointId: 'we', event: 'task.created', payload };
    kernel.deliveries.enqueue({ ...event, deliveryId: 'evt-1' });
    await kernel.settled();
    expect(received).toEqual(['{"event":"task.created"}']);
  });
});
