import { describe, expect, it } from 'vitest';
import { opentrainProduct } from '../../../src/cli/commands/opentrain/product.ts';
import { platformProduct } from '../../../src/cli/commands/platform/product.ts';
import { trainarProduct } from '../../../src/cli/commands/trainar/product.ts';
import { commandOf, kebab } from '../../../src/cli/derive/names.ts';
import { OpenTrain } from '../../../src/opentrain/client.ts';
import { OpenTrainPlatform } from '../../../src/platform/client.ts';
import { TrainAR } from '../../../src/trainar/client.ts';
import { leaves, moduleNames } from '../../cli/support/leaves.ts';

const words = (await Promise.all(moduleNames.map((name) => leaves(name))))
  .flat()
  .map((leaf) => leaf.words);

/** Calls whose command has another name than the call. */
const elsewhere: Readonly<Record<string, string>> = {
  'opentrain agent.waitForClaim': 'opentrain auth claim-status',
  'opentrain jobDrafts.complete': 'opentrain jobs draft complete',
  'opentrain messages.listConversations': 'opentrain messages read',
  'opentrain updates.stream': 'opentrain updates follow',
  'opentrain webhooks.verify': 'webhooks verify',
  'trainar webhooks.verify': 'webhooks verify',
  'platform webhookEndpoints.verify': 'webhooks verify',
};

/** Calls that make sense in a program alone. */
const programsOnly = ['trainar mcp.close', 'platform parseConsentReturn', 'platform createState'];

const methods = (of: object) =>
  Object.entries(Object.getOwnPropertyDescriptors(of))
    .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
    .map(([name]) => name);

/** `tasks.complete`, and what a class does without a client. */
function callsOf(client: object): string[] {
  const resources = Object.entries(client).flatMap(([name, resource]) =>
    methods(Object.getPrototypeOf(resource)).map((method) => `${name}.${method}`),
  );
  return [...resources, ...methods(client.constructor)];
}

describe.each([
  { product: opentrainProduct, client: new OpenTrain({ token: 'ot_pat_a_b' }) },
  { product: trainarProduct, client: new TrainAR({ apiKey: 'tak_1' }) },
  { product: platformProduct, client: new OpenTrainPlatform({ token: 'ot_ptk_a_b' }) },
])('$product.name', ({ product, client }) => {
  const calls = callsOf(client).map((call) => ({ call, named: `${product.name} ${call}` }));

  it.each(calls)('has a command for $call', ({ call, named }) => {
    if (programsOnly.includes(named)) return;
    const derived = product.operations[call]
      ? commandOf(call, product.names[call])
      : call.split('.').map(kebab).join(' ');
    expect(words).toContain(elsewhere[named] ?? `${product.name} ${derived}`);
  });

  it('makes no exception for what is not there', () => {
    const known = calls.map(({ named }) => named);
    const excepted = [...Object.keys(elsewhere), ...programsOnly];
    expect(known).toEqual(
      expect.arrayContaining(excepted.filter((one) => one.startsWith(`${product.name} `))),
    );
  });
});
