import { responses } from '../../../generated/opentrain/schemas.ts';
import { createKernel, type KernelOptions } from '../../../src/sandbox/kernel/kernel.ts';
import { createOpenTrain } from '../../../src/sandbox/opentrain/product.ts';

/** An answer, its body parsed when it is JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what is expected of a body is the test's to say
  body: any;
}

/** What a call sends beside its method and path. */
export interface Sent {
  token?: string | undefined;
  body?: unknown;
  form?: Record<string, string>;
  /** Sent as it stands, well-formed or not. */
  raw?: string;
  origin?: string;
}

type Schemas = Record<string, Record<number, { safeParse(value: unknown): { success: boolean } }>>;

/** A sandboxed OpenTrain whose every JSON answer is checked against the spec. */
export function openTrain(options: KernelOptions = {}) {
  const kernel = createKernel({ seed: 1, ...options });
  const opentrain = createOpenTrain(kernel);

  async function call(method: string, path: string, sent: Sent = {}): Promise<Answer> {
    const { token, body, form, raw, origin = 'https://app.opentrain.ai' } = sent;
    const full = /^\/(api|_sandbox|\.well-known|llms|auth\.md)/.test(path)
      ? path
      : `/api/public/v1${path}`;
    const text = form ? new URLSearchParams(form).toString() : (raw ?? JSON.stringify(body));
    const response = await kernel.fetch(origin + full, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      },
      ...(text !== undefined && { body: text }),
    });
    const answer = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && answer !== '';
    const parsed = isJson ? JSON.parse(answer) : answer;
    if (!full.startsWith('/_sandbox')) checkAgainstSpec(response.status, parsed);
    return { status: response.status, headers: response.headers, body: parsed };
  }

  function checkAgainstSpec(status: number, body: unknown): void {
    const last = kernel.requests.list({}).at(-1);
    const schema = (responses as unknown as Schemas)[last?.operationId ?? '']?.[status];
    if (schema && !schema.safeParse(body).success) {
      throw new Error(
        `${last?.operationId} ${status} is not as in the spec: ${JSON.stringify(body)}`,
      );
    }
    if (last?.failure) throw new Error(last.failure);
  }

  /** An account with a published job, and calls with its token. */
  async function employer(options: Parameters<typeof opentrain.createAccount>[0] = {}) {
    const account = opentrain.createAccount(options);
    const { token, accountId } = account;
    const as = (method: string, path: string, sent: Sent = {}) =>
      call(method, path, { token, ...sent });
    const { body } = await as('POST', '/job-drafts', { body: { format, job: readyJob } });
    const jobId: string = body.jobId;
    await as('POST', `/jobs/${jobId}/publish`);
    return { ...account, accountId, jobId, as };
  }

  /** What an account was told, oldest first. */
  async function told(token: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
    return (await call('GET', '/updates', { token })).body.events;
  }

  return { kernel, opentrain, call, employer, told };
}

const format = 'opentrain_canonical';

/** A canonical job that can be published as it is. */
export const readyJob = {
  title: 'Bicycle boxes',
  description: 'Draw boxes around bicycles in street photos.',
  paymentType: 'PAY_PER_LABEL',
  rateAmount: 0.05,
  experienceLevel: 'ENTRY_LEVEL',
  dataVolumeUnit: 'NUMBER_OF_FILES',
  languages: ['Spanish'],
  countries: ['ES', 'MX'],
  labelTypes: ['BOUNDING_BOX'],
  tools: ['CVAT'],
};
