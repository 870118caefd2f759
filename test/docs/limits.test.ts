import { describe, expect, it } from 'vitest';
import { limits as opentrain } from '../../generated/opentrain/limits.ts';
import { limits as platform } from '../../generated/platform/limits.ts';
import { hireCharge } from '../../src/sandbox/opentrain/money/charges.ts';
import { week } from '../../src/webhooks/receiver/retention.ts';
import { docs } from './blocks.ts';
import { constant, constants, fact, found, numbersIn, proseOf } from './limits.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const MiB = 1024 * 1024;
const count = (value: number) => value.toLocaleString('en-US');
const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** To the nearest half. */
const halves = (value: number) => {
  const twice = Math.round(value * 2);
  return `${word(Math.floor(twice / 2))}${twice % 2 ? ' and a half' : ''}`;
};
const word = (value: number) => words[value] ?? String(value);

const attempts = constant('src/core/transport.ts', 'maxRetries') + 1;
const timeoutMs = constant('src/core/defaults.ts', 'defaultTimeoutMs');
const largestAnswer = constant('src/core/defaults.ts', 'defaultMaxResponseBytes') / MiB;

const publish = opentrain.publishPerDay.value;
const publishUnclaimed = opentrain.publishPerDayUnclaimed.value;
const publishHours = (opentrain.publishPerDay.windowSeconds * second) / hour;
const tokenless = fact('spec/opentrain/jobs.yaml', 'jobs.search', 'x-rate-limit', 'requests');
const approvalDays = opentrain.approvalHours.value / 24;
const hire = hireCharge((_, standard) => standard, 300_00);
const initiation = hire.initiationCents / 100;
const hireOf300 = hire.totalCents / 100;

const wait = 'src/opentrain/approval-request.ts';
const sync = 'src/opentrain/sync/create-sync.ts';

const receiver = 'src/webhooks/receiver/create-webhook-receiver.ts';
const largestBody = constant('src/webhooks/raw-body.ts', 'defaultMaxBodyBytes') / MiB;
const longestId = Number(found('src/webhooks/receiver/identity.ts', /\{1,(\d+)\}/));
/** Renewed at half its length each time. */
const leases = constant('src/webhooks/receiver/lease.ts', 'mostRenewals') / 2;
const worker = 'src/webhooks/bullmq/webhook-worker.ts';
const deaths = constant(worker, 'mostDeaths');
const handOff = constant('src/webhooks/bullmq/bullmq-enqueue.ts', 'attempts');
const firstBackoffMs = constant('src/webhooks/bullmq/bullmq-enqueue.ts', 'delay');
/** Each wait is twice the one before. */
const handOffMinutes = (firstBackoffMs * (2 ** (handOff - 1) - 1)) / minute;
const deliverySeconds = constant('src/sandbox/kernel/sender.ts', 'deliveryTimeoutMs') / second;
const schedule = constants('src/sandbox/kernel/deliveries.ts', 'defaultSchedule');
const between = schedule
  .slice(1)
  .join(', ')
  .replace(/, (\d+)$/, ' and $1');

/** What each text says of a limit, with the number from where it is decided. A phrase that a text has in other words fails. */
const held: readonly (readonly [doc: string, phrase: string])[] = [
  ['README.md', `are tried up to ${word(attempts)} times`],
  ['docs/concepts/errors.md', `are tried up to ${word(attempts)} times`],
  [
    'docs/concepts/retries.md',
    `up to ${word(attempts)} attempts (\`maxRetries: ${attempts - 1}\`)`,
  ],
  ['docs/guides/create-tasks.md', `after ${word(attempts)} attempts`],
  ['docs/guides/create-tasks.md', `up to ${word(attempts)} attempts`],
  ['docs/guides/run-at-scale.md', `where a repeat is safe | ${attempts - 1} |`],
  ['docs/guides/run-at-scale.md', `its body included | ${count(timeoutMs)} |`],
  ['docs/guides/run-at-scale.md', `after decompression | ${largestAnswer} MiB |`],
  ['docs/reliability.md', `at most ${word(attempts)} attempts`],
  ['docs/reliability.md', `\`timeoutMs\` (${timeoutMs / second} s unless told otherwise)`],
  [
    'docs/reliability.md',
    `obeyed up to ${constant('src/core/retry.ts', 'longestWaitMs') / second} s`,
  ],
  ['docs/reliability.md', `from ${constant('src/core/retry.ts', 'firstWaitMs') / second} s.`],
  ['docs/reliability.md', `\`maxResponseBytes\` (${largestAnswer} MiB unless told otherwise)`],

  ['docs/guides/agent.md', `${tokenless} requests a minute and address`],
  ['docs/guides/agent.md', `${tokenless} tokenless requests a minute and address`],
  ['docs/guides/run-at-scale.md', `${tokenless} requests a minute and address`],
  ['docs/guides/agent.md', `(${publishUnclaimed} jobs in ${publishHours} hours)`],
  [
    'docs/guides/agent.md',
    `${publish} published jobs in ${publishHours} hours (${publishUnclaimed} before the claim)`,
  ],
  [
    'docs/guides/draft-to-hire.md',
    `publishes ${publish} jobs in ${publishHours} hours, ${publishUnclaimed} before`,
  ],
  ['docs/guides/agent.md', `${opentrain.activeTokens.value} active tokens`],
  ['docs/guides/agent.md', `${opentrain.webhooks.value} webhooks`],
  [
    'docs/guides/agent.md',
    `${count(fact('spec/opentrain/messages.yaml', 'content', 'maxLength'))} characters a message`,
  ],
  ['docs/guides/agent.md', `Within about ${opentrain.claimWindowHours.value} hours`],
  ['docs/guides/agent.md', `The code lasts ${opentrain.claimAttemptSeconds.value / 60} minutes`],
  [
    'docs/concepts/pagination.md',
    `at most ${count(fact('spec/opentrain/jobs.yaml', 'changes', 'maxItems'))} changes`,
  ],
  [
    'docs/concepts/money.md',
    `from ${fact('spec/opentrain/credits.yaml', 'amountUsd', 'minimum')} to ${count(fact('spec/opentrain/credits.yaml', 'amountUsd', 'maximum'))} USD at a time`,
  ],
  [
    'docs/concepts/money.md',
    `a tenth of it, and ${initiation} USD. For 300 USD that is ${hireOf300} USD`,
  ],
  ['docs/guides/draft-to-hire.md', `a tenth of it and ${initiation} USD: ${hireOf300} USD`],
  ['docs/concepts/money.md', `or ${word(approvalDays)} days of silence`],
  ['docs/guides/approvals.md', `about ${word(approvalDays)} days`],
  ['docs/guides/approvals.md', `after ${word(approvalDays)} days`],
  ['docs/guides/approvals.md', `${word(approvalDays)} days pass when`],
  ['docs/guides/testing.md', `a \`wait()\` of ${word(approvalDays)} days`],

  [
    'docs/guides/approvals.md',
    `every ${constant(wait, 'firstMs') / second} seconds, easing off to every ${constant(wait, 'longestMs') / minute} minutes`,
  ],
  ['docs/guides/sync.md', `every ${constant(sync, 'idleMs') / second} seconds (\`idleMs\`)`],
  ['docs/guides/sync.md', `(\`leaseMs\`, ${constant(sync, 'leaseMs') / second} seconds)`],
  ['docs/guides/sync.md', `\`deadlineMs\` (${constant(sync, 'deadlineMs') / minute} minutes)`],
  ['docs/guides/sync.md', `looks every ${word(constant(sync, 'checkMs') / minute)} minutes`],

  [
    'docs/guides/sync.md',
    `looks up to ${word(constant('src/opentrain/sync/rounds.ts', 'mostLooks'))} times`,
  ],

  ['docs/guides/webhooks.md', `\`maxBodyBytes\` (${largestBody} MiB)`],
  ['docs/guides/webhooks.md', `over ${largestBody} MiB (\`maxBodyBytes\`)`],
  [
    'docs/guides/webhooks.md',
    `\`deadlineMs\` (${constant(receiver, 'deadlineMs') / second} seconds)`,
  ],
  [
    'docs/guides/webhooks.md',
    `remembers ${count(constant('src/webhooks/receiver/memory-inbox.ts', 'maxEntries'))} events for ${week / (24 * hour)} days`,
  ],
  [
    'docs/guides/webhooks.md',
    `A claim is a lease of \`leaseMs\` (${constant(receiver, 'leaseMs') / second} seconds)`,
  ],
  [
    'docs/guides/webhooks.md',
    `after \`leaseMs\` (${constant(worker, 'leaseMs') / second} seconds), ${word(deaths)} such times at most`,
  ],
  ['docs/guides/webhooks.md', `attempts of the default ${halves(handOffMinutes)} minutes`],
  ['docs/guides/webhooks.md', `a text over ${longestId} characters`],
  ['docs/guides/webhooks.md', `${word(leases)} times its length`],
  ['docs/guides/webhooks.md', `attempts | ${schedule.length}, with ${between} minutes between`],
  ['docs/reference/sandbox.md', `Attempts come ${schedule[0]}, ${between} minutes after`],
  [
    'docs/reference/sandbox.md',
    `After ${platform.webhookFailures.value} failures in a row the Platform API`,
  ],
  [
    'docs/reference/sandbox.md',
    `comes ${word(constant('src/sandbox/kernel/deliveries.ts', 'heldMs') / second)} seconds late`,
  ],
  ['docs/guides/webhooks.md', `over which ${word(deaths)} processes died`],
  [
    'docs/guides/webhooks.md',
    `tried again, ${handOff} times within ${halves(handOffMinutes)} minutes`,
  ],
  [
    'docs/guides/webhooks.md',
    `more than ${constant('src/webhooks/verification.ts', 'toleranceSeconds') / 60} minutes from now`,
  ],
  ['docs/guides/webhooks.md', `OpenTrain waits ${deliverySeconds} seconds for a 2xx`],
  ['docs/guides/webhooks.md', `any 2xx within ${deliverySeconds} seconds`],
  ['docs/reference/sandbox.md', `the whole ${word(deliverySeconds)} seconds`],

  [
    'docs/reference/mcp.md',
    `progress is reported every ${word(constant('src/mcp/opentrain/progress.ts', 'everySeconds'))} seconds`,
  ],
  [
    'docs/reference/mcp.md',
    `Lists answer ${constant('src/mcp/opentrain/definition.ts', 'defaultLimit')} entries`,
  ],
  [
    'docs/reference/mcp.md',
    `${count(constant('src/mcp/opentrain/toolbox.ts', 'maxAnswerChars'))} characters of JSON`,
  ],
  [
    'docs/reference/mcp.md',
    `messages up to ${constant('src/mcp/serving/limits.ts', 'maxMessageBytes') / MiB} MiB, and keeps at most ${constant('src/mcp/serving/limits.ts', 'maxSessions')} sessions`,
  ],
  [
    'docs/reference/mcp.md',
    `\`waitSeconds\` (up to ${constant('src/mcp/opentrain/approvals.ts', 'maximum')})`,
  ],
  [
    'docs/reference/mcp.md',
    `put ${constant('src/mcp/serving/bearer.ts', 'shortest')} characters or more`,
  ],
  [
    'docs/reference/mcp-trainar.md',
    `default ${constant('src/mcp/trainar/create-trainar-mcp.ts', 'toolTimeoutMs') / second} |`,
  ],
];

/** Numbers with a unit that limit nothing: examples, measurements, and how long a reader takes. */
const noLimits: Readonly<Record<string, readonly string[]>> = {
  'README.md': ['Start in five minutes'],
  'docs/start.md': ['Start in five minutes'],
  'docs/reliability.md': ['whoever sets 2 s means 2 s'],
  'docs/concepts/retries.md': ['who allows 10 s means 10 s'],
  'docs/reference/mcp.md': ['Measured with o200k_base: 9,075 tokens'],
  'docs/guides/run-at-scale.md': ['under 20,000 deliveries'],
  'docs/guides/webhooks.md': ['Workers ten minutes apart', 'under 20,000 deliveries'],
};

/** Numbers in these are written by what measures or draws them. */
const written = /^docs\/(benchmarks|scale|reference\/(terminal|operations))\.md$/;
const texts = docs.filter((doc) => !written.test(doc));

/** Numbers with a unit that nothing holds. */
function loose(doc: string, prose: string): string[] {
  const known = [
    ...held.flatMap(([where, phrase]) => (where === doc ? [phrase] : [])),
    ...(noLimits[doc] ?? []),
    // The longest first: one may be a part of another.
  ].sort((a, b) => b.length - a.length);
  return numbersIn(known.reduce((rest, phrase) => rest.replaceAll(phrase, '…'), prose));
}

describe('a limit that a text names', () => {
  it.each(held)('is the one that holds: %s: %s', (doc, phrase) => {
    expect(proseOf(doc)).toContain(phrase);
  });

  it.each(texts)('is held by something: %s', (doc) => {
    expect(loose(doc, proseOf(doc))).toEqual([]);
  });

  it('is found where it stands, and missed where its source has none', () => {
    expect(loose('README.md', 'Tried for 5 minutes, up to seven times, 3 MiB at most.')).toEqual([
      'Tried for [5 minutes]',
      'Tried for 5 minutes, up to [seven times]',
      '5 minutes, up to seven times, [3 MiB]',
    ]);
    expect(() => constant('src/core/defaults.ts', 'nothing')).toThrow('has nothing like');
    expect(() => fact('spec/opentrain/jobs.yaml', 'jobs.publish', 'nothing')).toThrow('0 values');
  });

  it('is excused only where it stands', () => {
    for (const [doc, phrases] of Object.entries(noLimits)) {
      for (const phrase of phrases) expect(proseOf(doc), doc).toContain(phrase);
    }
  });
});
