import { type Approval, OpenTrain, type TopUpCreated } from 'trainyard/opentrain';
import { createSandbox } from 'trainyard/sandbox';
import { listen } from 'trainyard/sandbox/node';
import { human } from './first-light/human.ts';
import { show, tell } from './narrator.ts';

/** Everybody who is no program: owner, trainers. */
export interface People {
  /** The owner confirms what an agent asked for, and says what pays. */
  confirm(approval: Approval, source?: 'card' | 'credits'): Promise<void>;
  /** The owner pays on a checkout page. */
  pay(topUp: TopUpCreated): Promise<void>;
  /** So many trainers apply to a job. */
  apply(jobId: string, count: number): Promise<void>;
  /** The trainer says that a milestone is done. */
  requestPayout(contractId: string, milestoneId: string): Promise<void>;
}

/** Where an example plays. */
export interface Stage {
  readonly ot: OpenTrain;
  readonly people: People;
  /** Whether the place is a sandbox of the example's own, with nothing in it but what it does. */
  readonly isOwnSandbox: boolean;
  close(): Promise<void>;
}

/**
 * Opens a sandbox on a port. With `OT_API_TOKEN` in the environment the example plays for real, at
 * `OT_API_BASE_URL` if there is one: it then says what people have to do, and waits until they did.
 */
export async function openStage(seed: string): Promise<Stage> {
  return process.env.OT_API_TOKEN ? realStage(new OpenTrain()) : sandboxStage(seed);
}

async function sandboxStage(seed: string): Promise<Stage> {
  const server = await listen(createSandbox({ seed }));
  const { does, clock } = human(server.url);
  const { token } = await does<{ token: string }>('opentrain/createAccount', { name: 'Voices' });
  show('a sandbox listens at', server.url);
  return {
    ot: new OpenTrain({ baseUrl: server.url, token, clock }),
    people: {
      confirm: ({ id }, source) => does('opentrain/approvals/confirm', id, { source }),
      pay: ({ topUpId }) => does('opentrain/completeTopUp', topUpId),
      apply: (jobId, count) => does('opentrain/apply', jobId, { count }),
      requestPayout: (_, milestoneId) => does('opentrain/requestPayout', milestoneId),
    },
    isOwnSandbox: true,
    close: () => server.close(),
  };
}

function realStage(ot: OpenTrain): Stage {
  return {
    ot,
    people: {
      async confirm({ approvalUrl }, source) {
        show(`please confirm${source ? `, paying by ${source},` : ''} at`, approvalUrl);
      },
      async pay({ checkoutUrl }) {
        show('please pay at', checkoutUrl);
      },
      async apply(jobId, count) {
        tell(`Waiting until ${count} trainers have applied; a minute between looks.`);
        await until(async () => {
          const { length } = await ot.jobs.listProposals(jobId, { limit: 100 }).toArray();
          return length >= count;
        });
      },
      async requestPayout(contractId, milestoneId) {
        tell('Waiting until the trainer asks for payout; a minute between looks.');
        await until(async () => {
          const { milestones } = await ot.contracts.get(contractId);
          return milestones.find(({ id }) => id === milestoneId)?.needsReview === true;
        });
      },
    },
    isOwnSandbox: false,
    close: async () => {},
  };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 60_000));
}
