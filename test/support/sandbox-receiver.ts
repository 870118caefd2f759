import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.ts';

/** A webhook delivery as its receiver sees it. */
export interface Delivered {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A sandbox whose deliveries stay in the process. */
export interface ReceivingSandbox {
  readonly sandbox: Sandbox;
  /** Every attempt to deliver, in order of arrival. */
  readonly received: Delivered[];
}

/** Makes a sandbox and a receiver of all it delivers, which answers 204 unless told otherwise. */
export function receivingSandbox(
  options: SandboxOptions = {},
  answer: (delivered: Delivered, attempt: number) => Response | Promise<Response> = () =>
    new Response(null, { status: 204 }),
): ReceivingSandbox {
  const received: Delivered[] = [];
  const deliver: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const delivered = { url: request.url, headers: request.headers, body: await request.text() };
    return answer(delivered, received.push(delivered));
  };
  return { sandbox: createSandbox({ ...options, deliver }), received };
}
