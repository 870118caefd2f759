import type { JsonSchema } from '../../../core/json-schema.ts';
import { readValue } from '../../derive/read-value.ts';
import { UsageError } from '../../usage-error.ts';

/** What was given by flags, by their names in camel case. */
export type DeedFlags = Readonly<Partial<Record<string, string>>>;

/** Something that people, trainers or time do in the sandbox, by one of its HTTP controls. */
export interface Deed {
  readonly name: string;
  readonly summary: string;
  readonly arguments?: readonly (readonly [name: string, summary: string])[];
  readonly flags?: readonly (readonly [flag: string, summary: string])[];
  readonly example: string;
  /** The control to post to, or a view to read. */
  readonly control: string;
  readonly reads?: true;
  /** What of an answer people read, by its place in a record; all of it unless told. */
  readonly shows?: readonly string[];
  /** What is posted: the arguments of the control. */
  body?(args: readonly string[], flags: DeedFlags): readonly unknown[];
}

/** A flag's number; what is left out stays out of the JSON that is sent. */
function number(flag: string, text: string | undefined, bounds: JsonSchema = {}): unknown {
  return text === undefined ? undefined : readValue(flag, text, { type: 'number', ...bounds });
}

const whole = { type: 'integer', minimum: 1 } as const;

const decided = ['id', 'type', 'status', 'result', 'resolvedAt'];

export const deeds: readonly Deed[] = [
  {
    name: 'confirm',
    summary: 'the human confirms an approval',
    arguments: [['<approval-id>', 'id of the approval']],
    flags: [['--source <source>', 'what is paid with: card or credits']],
    example: 'confirm apr_7f3k --source credits',
    control: 'opentrain/approvals/confirm',
    shows: decided,
    body: ([id], { source }) => [id, { source }],
  },
  {
    name: 'decline',
    summary: 'the human declines an approval',
    arguments: [['<approval-id>', 'id of the approval']],
    example: 'decline apr_7f3k',
    control: 'opentrain/approvals/decline',
    shows: decided,
    body: ([id]) => [id],
  },
  {
    name: 'claim',
    summary: 'the human claims an account',
    flags: [
      ['--code <user-code>', 'the code that the claim showed'],
      ['--account <id>', 'the account, in place of a code'],
      ['--email <address>', 'whom the human signs in as'],
    ],
    example: 'claim --code 123456',
    control: 'opentrain/claim',
    body: (_, { code, account, email }) => [{ userCode: code, accountId: account, email }],
  },
  {
    name: 'add-card',
    summary: 'the human adds a card to an account',
    arguments: [['<account-id>', 'id of the account']],
    example: 'add-card acc_5k2m',
    control: 'opentrain/setCard',
    body: ([id]) => [id, true],
  },
  {
    name: 'apply',
    summary: 'trainers apply to a job',
    arguments: [['<job-id>', 'id of a published job']],
    flags: [
      ['--count <number>', 'how many'],
      ['--bid <number>', 'what the one trainer asks for, in USD'],
      ['--score <number>', 'how well the one trainer fits, 0 to 100'],
    ],
    example: 'apply job_71 --count 20',
    control: 'opentrain/apply',
    shows: ['id', 'candidate.displayName', 'bid.amountUsd', 'bid.unit', 'metrics.matchScore'],
    body: ([id], { count, bid, score }) => [
      id,
      count === undefined
        ? { bid: number('bid', bid), score: number('score', score) }
        : { count: number('count', count, whole) },
    ],
  },
  {
    name: 'reply',
    summary: 'the trainer answers in a conversation',
    arguments: [
      ['<conversation-id>', 'id of the conversation'],
      ['<text>', 'what is said'],
    ],
    example: "reply cnv_14 'I could start on Monday.'",
    control: 'opentrain/reply',
    body: ([id, text]) => [id, text],
  },
  {
    name: 'complete-top-up',
    summary: 'the human pays on the checkout page',
    arguments: [['<top-up-id>', 'id of the top-up']],
    example: 'complete-top-up top_2t4u',
    control: 'opentrain/completeTopUp',
    body: ([id]) => [id],
  },
  {
    name: 'start-session',
    summary: 'somebody puts the glasses on',
    arguments: [['<tenant-id>', 'id of the tenant']],
    example: 'start-session 4f6a…',
    control: 'trainar/startSession',
    body: ([tenantId]) => [{ tenantId }],
  },
  {
    name: 'complete-session',
    summary: 'and takes them off',
    arguments: [['<session-id>', 'id of the session']],
    flags: [['--summary <text>', 'what was done']],
    example: "complete-session 4f6a… --summary 'The filter was replaced.'",
    control: 'trainar/completeSession',
    body: ([id], { summary }) => [id, { summary }],
  },
  {
    name: 'advance',
    summary: 'moves the clock on; all that is due on the way happens',
    arguments: [['<duration>', 'such as 90s, 30m, 72h, 7d']],
    example: 'advance 72h',
    control: 'clock/advance',
    body: ([by]) => [{ by }],
  },
  {
    name: 'fault',
    summary: 'makes something go wrong with the next calls or deliveries',
    flags: [
      ['--operation <id>', 'only this operation, such as jobs.search'],
      ['--product <name>', 'only this product'],
      ['--status <number>', 'answer with this status'],
      ['--drop <when>', 'break the connection: request, or response (it took effect)'],
      ['--latency-ms <number>', 'answer so much later'],
      ['--delivery <kind>', 'of webhooks: drop, timeout, duplicate or reorder'],
      ['--event <name>', 'only deliveries of this event'],
      ['--times <number>', 'how often, or always; 1 unless told'],
    ],
    example: 'fault --operation jobs.search --status 503 --times 2',
    control: 'faults/inject',
    body: (_, flags) => [faultOf(flags)],
  },
  {
    name: 'clear-faults',
    summary: 'lets everything go well again',
    example: 'clear-faults',
    control: 'faults/clear',
    body: () => [],
  },
  {
    name: 'state',
    summary: 'shows its time and what it holds',
    example: 'state',
    control: 'state',
    reads: true,
  },
  {
    name: 'requests',
    summary: 'shows the calls so far',
    example: "requests --jq '.[-1]'",
    control: 'requests',
    reads: true,
  },
  {
    name: 'deliveries',
    summary: 'shows the webhook deliveries so far',
    example: 'deliveries',
    control: 'deliveries',
    reads: true,
  },
  {
    name: 'control',
    summary: 'does anything else, by the name of its control',
    arguments: [
      ['<name>', 'such as opentrain/setCard'],
      ['[arguments...]', 'each as JSON, or as plain text'],
    ],
    example: 'control opentrain/setCard acc_1 false',
    control: '',
    body: ([, ...args]) => args.flat().map((text) => jsonOr(text)),
  },
];

function faultOf(flags: DeedFlags): Record<string, unknown> {
  const { operation, product, status, drop, latencyMs, delivery, event, times } = flags;
  if (drop !== undefined && drop !== 'request' && drop !== 'response') {
    throw new UsageError(`--drop: "${drop}" is not one of request, response.`);
  }
  return {
    operationId: operation,
    product,
    status: number('status', status, { type: 'integer', minimum: 100, maximum: 599 }),
    drop: drop === 'request' ? true : drop,
    latencyMs: number('latency-ms', latencyMs, { minimum: 0 }),
    delivery,
    event,
    times: times === 'always' ? times : number('times', times, whole),
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
