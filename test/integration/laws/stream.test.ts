import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpenTrain } from '../../../src/opentrain/client.ts';
import type { CallFault } from '../../../src/sandbox/kernel/faults.ts';
import { openMarket } from './market.ts';
import { patience, thousand } from './runs.ts';

const market = openMarket({ time: 'auto' });
const { controls, kernel, world } = market;

const types = ['proposal.received', 'message.received', 'payment.pending'] as const;
const scopes = ['proposals:read', 'messages:read', 'payments:read'] as const;

/** What the network and the platform do to polls. */
const faults: readonly CallFault[] = [
  { status: 502 },
  { status: 503, headers: { 'retry-after': '3' } },
  { status: 504, body: '<html>Gateway timeout</html>' },
  { status: 429, headers: { 'retry-after': '1' } },
  { drop: true },
  { drop: 'response' },
  { latencyMs: 900 },
];

/** Something that happens to the account (0 to 2), or to another (3). */
const happening = fc.record({ type: fc.nat({ max: 2 }), account: fc.nat({ max: 3 }) });
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

/** One run of the program, from its start to its death. */
const life = fc.record({
  before: fc.array(happening, { maxLength: 6 }),
  /** More, while it waits for more. */
  late: fc.array(happening, { maxLength: 2 }),
  faults: fc.array(fc.constantFrom(...faults), { maxLength: 2 }),
  /** How many events it deals with before it dies; the last one lives until nothing is left. */
  deals: fc.nat({ max: 3 }),
});
type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never;

const stories = fc.record({
  lives: fc.array(life, { minLength: 2, maxLength: 3, size: 'max' }),
  granted: fc.subarray([...scopes], { minLength: 1 }),
  /** The platform may give fewer events than it is asked for. */
  pageSize: fc.integer({ min: 2, max: 5 }),
});

/** A fetch that gets pages of this size, and says when one brought nothing. */
function reading(pageSize: number, onNothing: () => void): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    url.searchParams.set('limit', String(pageSize));
    const response = await kernel.fetch(new Request(url, request));
    if (response.status !== 200) return response;
    const page = await response.json();
    if (page.events.length === 0) onNothing();
    return Response.json(page);
  };
}

/** Runs the program from its stored cursor until it dies: what it dealt with. */
async function live(
  { late, faults, deals }: Life,
  program: { token: string; cursor: string | undefined; pageSize: number; isLast: boolean },
  happen: (what: readonly Happening[]) => void,
): Promise<string[]> {
  const { token, cursor, pageSize, isLast } = program;
  for (const fault of faults) kernel.faults.inject({ operationId: 'updates.poll', ...fault });
  const death = new AbortController();
  let idle = 0;
  const fetch = reading(pageSize, () => {
    idle += 1;
    if (idle === 1) happen(late);
    // It lived to see the late ones, and that nothing comes again.
    if (idle > 1) death.abort();
  });
  const ot = new OpenTrain({ token, fetch, clock: kernel.clock });
  const dealtWith: string[] = [];
  try {
    if (!isLast && deals === 0) return dealtWith;
    for await (const { id } of ot.updates.stream({ cursor, signal: death.signal })) {
      dealtWith.push(id);
      if (!isLast && dealtWith.length === deals) break;
    }
  } catch (error) {
    if (!death.signal.aborted) throw error;
  } finally {
    kernel.faults.clear();
  }
  return dealtWith;
}

describe('updates.stream', () => {
  it('gives every event once and in order, whatever breaks or restarts', patience, async () => {
    const counted = { events: 0, restarts: 0, faults: 0 };
    const law = fc.asyncProperty(stories, async ({ lives, granted, pageSize }) => {
      market.restart();
      const { accountId } = controls.createAccount();
      const other = controls.createAccount().accountId;
      const { token } = controls.mintToken(accountId, { scopes: granted });
      const due: string[] = [];
      const happen = (what: readonly Happening[]) => {
        for (const { type, account } of what) {
          const whose = account === 3 ? other : accountId;
          const facts = { resourceId: 'some', jobId: null, data: {} as never };
          const { id } = world.events.emit(whose, types[type]!, facts);
          if (whose === accountId && granted.includes(scopes[type]!)) due.push(id);
        }
      };
      const dealtWith: string[] = [];
      for (const [number, life] of lives.entries()) {
        happen(life.before);
        const isLast = number === lives.length - 1;
        const program = { token, cursor: dealtWith.at(-1), pageSize, isLast };
        dealtWith.push(...(await live(life, program, happen)));
        counted.faults += life.faults.length;
        if (!isLast && dealtWith.length < due.length) counted.restarts += 1;
      }
      expect(dealtWith).toEqual(due);
      counted.events += due.length;
    });
    await fc.assert(law, thousand);
    expect(counted.events).toBeGreaterThan(1_500);
    expect(counted.restarts).toBeGreaterThan(300);
    expect(counted.faults).toBeGreaterThan(1_000);
  });
});
