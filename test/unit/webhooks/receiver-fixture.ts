import { expect } from 'vitest';
import {
  createWebhookReceiver,
  signWebhook,
  type WebhookReceiver,
  type WebhookReceiverOptions,
} from '../../../src/webhooks/index.ts';
import { FakeClock, settled } from '../../support/fake-clock.ts';
import { proposalReceived, secret } from './deliveries.ts';

/** An answer as a platform sees it. */
export interface Answered {
  status: number;
  body: string;
  headers: Headers;
}

/** An OpenTrain receiver on a clock that stands still, with all it reports. */
export function openTrainReceiver(
  different: Partial<Extract<WebhookReceiverOptions<'opentrain'>, { on: object }>> = {},
) {
  const clock = (different.clock as FakeClock | undefined) ?? new FakeClock({ auto: false });
  const errors: unknown[] = [];
  const infos: unknown[] = [];
  const refused: string[] = [];
  const receiver = createWebhookReceiver({
    platform: 'opentrain',
    secret,
    on: {},
    clock,
    onError: (error, info) => {
      errors.push(error);
      infos.push(info);
    },
    onRefused: ({ code }) => refused.push(code),
    ...different,
  } as WebhookReceiverOptions<'opentrain'>);
  const send = async (event: object = proposalReceived, options: { secret?: string } = {}) =>
    answer(receiver, await signed(clock, event, options));
  return { clock, receiver, errors, infos, refused, send };
}

/** A signed delivery as a request. */
export async function signed(
  clock: FakeClock,
  event: object,
  { secret: key = secret, deliveryId = 'dlv_1' } = {},
): Promise<Request> {
  const { headers, body } = await signWebhook({
    platform: 'opentrain',
    event: event as typeof proposalReceived,
    secret: key,
    timestamp: Math.floor(clock.now() / 1000),
    deliveryId,
  });
  return new Request('https://receiver.example.com/hooks', { method: 'POST', headers, body });
}

export async function answer(receiver: WebhookReceiver, request: Request): Promise<Answered> {
  const response = await receiver(request);
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** A promise to be settled by hand. */
export function gate() {
  let open = () => {};
  let fail = (_error: unknown) => {};
  const passed = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { passed, open: () => open(), fail: (error: unknown) => fail(error) };
}

/** Closes a receiver over one delivery that waits for `open`: others are turned away, and that one is finished. */
export async function expectDrained(
  { receiver, send }: Pick<ReturnType<typeof openTrainReceiver>, 'receiver' | 'send'>,
  open: () => void,
): Promise<void> {
  const running = send();
  await settled();
  let isClosed = false;
  const closed = receiver.close().then(() => {
    isClosed = true;
  });
  expect(await send({ ...proposalReceived, id: '42' })).toMatchObject({
    status: 503,
    body: 'closing',
  });
  await settled();
  expect(isClosed).toBe(false);
  open();
  await closed;
  expect((await running).status).toBe(200);
}
