import { OpenTrain, type OpenTrainOptions } from '../../src/opentrain/index.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.ts';
import { TrainAR, type TrainAROptions } from '../../src/trainar/index.ts';
import { publishableJob } from './publishable-job.ts';

/** One sandbox with a good client of each platform; each test spoils one thing. */
export interface Bench {
  sandbox: Sandbox;
  trainar: TrainAR;
  ot: OpenTrain;
  apiKey: string;
  token: string;
  accountId: string;
  /** Clients like the good ones, with options of their own. */
  trainarWith(options: TrainAROptions): TrainAR;
  openTrainWith(options: OpenTrainOptions): OpenTrain;
  /** A fetch that puts this in place of every body it is given. */
  sending(body: string): typeof globalThis.fetch;
}

export function bench(options: SandboxOptions = {}): Bench {
  const sandbox = createSandbox(options);
  const { fetch, clock } = sandbox;
  const { apiKey } = sandbox.trainar.createTenant();
  const { token, accountId } = sandbox.opentrain.createAccount({ card: true });
  const trainarWith = (more: TrainAROptions) => new TrainAR({ apiKey, fetch, clock, ...more });
  const openTrainWith = (more: OpenTrainOptions) => new OpenTrain({ token, fetch, clock, ...more });
  return {
    sandbox,
    trainar: trainarWith({}),
    ot: openTrainWith({}),
    apiKey,
    token,
    accountId,
    trainarWith,
    openTrainWith,
    sending: (body) => (input, init) => fetch(new Request(new Request(input, init), { body })),
  };
}

/** A job that is open. */
export async function openJob(ot: OpenTrain): Promise<string> {
  const draft = await ot.jobDrafts.create(publishableJob);
  await ot.jobs.publish(draft.jobId);
  return draft.jobId;
}
