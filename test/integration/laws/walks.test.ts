import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OperationId } from '../../../generated/opentrain/operations.ts';
import { attempt, openMarket, type Sent, type Way } from './market.ts';
import { patience, thousand, twoHundred } from './runs.ts';

const market = openMarket();
const { controls, kernel, world } = market;

/** A list, and the ways in which it changes while somebody walks it. */
interface Listed {
  readonly operationId: OperationId;
  /** Key of the items in the answer. */
  readonly items: string;
  readonly sent: Sent;
  /** Makes one more item. */
  add(): unknown;
  /** Changes what there is; returns the ids of items that may leave or move. */
  stir(pick: number): readonly string[];
}

type Walk = (accountId: string, pick: number) => Listed;

const none: readonly string[] = [];
const statuses = ['UNREVIEWED', 'SHORTLISTED', 'MAYBE', 'DECLINED', 'NOT_A_FIT'] as const;

const walks: Record<string, Walk> = {
  'own jobs': (accountId) => ({
    operationId: 'jobs.listMine',
    items: 'jobs',
    sent: {},
    add: () => market.job(accountId),
    stir: (pick) => closeOne(accountId, pick, none),
  }),

  'own jobs that are open': (accountId) => ({
    operationId: 'jobs.listMine',
    items: 'jobs',
    sent: { query: { status: 'OPEN' } },
    add: () => market.job(accountId),
    stir: (pick) => closeOne(accountId, pick),
  }),

  'the marketplace': (accountId, pick) => ({
    operationId: 'jobs.search',
    items: 'jobs',
    sent: { query: pick % 2 === 0 ? {} : { q: 'polygon', country: 'ES' } },
    add: () => market.job(accountId, 'Polygon labelling'),
    stir(which) {
      const { rows } = world.jobs.pageOf(accountId, {
        status: undefined,
        limit: 99,
        after: undefined,
      });
      const { id } = rows[which % rows.length]!;
      // Off the marketplace, and perhaps on it again, as its newest job.
      world.jobs.withdraw(id, 'DRAFT');
      if (which % 3 > 0) world.jobs.publish(id);
      if (which % 3 > 1) world.jobs.edit(id, { jobDescription: `Polygon ${which}` });
      return [id];
    },
  }),

  'proposals of a job': (accountId, pick) => {
    const jobId = market.job(accountId);
    const add = () => market.proposal(accountId, jobId);
    const filter = pick % 2 === 0 ? {} : { query: { status: 'shortlisted' } };
    return {
      operationId: 'jobs.listProposals',
      items: 'proposals',
      sent: { params: { id: jobId }, ...filter },
      add,
      stir(which) {
        const page = { status: undefined, limit: 99, after: undefined };
        const { rows } = world.proposals.pageOf(jobId, page);
        const id = rows[which % Math.max(1, rows.length)]?.id;
        if (id === undefined) return none;
        world.proposals.setStatus(id, statuses[which % statuses.length]!);
        return pick % 2 === 0 ? none : [id];
      },
    };
  },

  'the ledger': (accountId) => ({
    operationId: 'credits.ledger',
    items: 'entries',
    sent: {},
    add: () => controls.adjustCredits(accountId, 100),
    stir(which) {
      const hold = world.credits.hold(accountId, 1 + (which % 50), {});
      if (which % 2 === 0) world.credits.release(hold.id, 'Stirred');
      return none;
    },
  }),

  'messages, older and older': (accountId) => messages(accountId, 'older'),
  'messages, newer and newer': (accountId) => messages(accountId, 'newer'),

  conversations: (accountId, pick) => {
    const jobId = market.job(accountId);
    const add = () => {
      const proposal = world.proposals.require(market.proposal(accountId, jobId));
      return world.conversations.openForProposal(proposal);
    };
    const unread = pick % 2 === 1;
    return {
      operationId: 'messages.list',
      items: 'conversations',
      sent: unread ? { query: { unreadOnly: 'true' } } : {},
      add: () => write(add().id, 'trainer'),
      stir(which) {
        const filter = { bucket: 'all', unreadOnly: false } as const;
        const page = { limit: 99, after: undefined };
        const { rows } = world.conversations.pageOf(accountId, filter, page);
        const { id } = rows[which % rows.length]!;
        if (which % 3 === 0) controls.markRead(id);
        else write(id, which % 3 === 1 ? 'trainer' : 'employer');
        return [id];
      },
    };
  },
};

function messages(accountId: string, direction: 'older' | 'newer'): Listed {
  const proposal = market.proposal(accountId, market.job(accountId));
  const { id } = world.conversations.openForProposal(world.proposals.require(proposal));
  return {
    operationId: 'messages.list',
    items: 'messages',
    sent: { query: { conversationId: id, direction } },
    add: () => write(id, 'trainer'),
    stir(which) {
      if (which % 2 === 0) controls.markRead(id);
      else write(id, 'employer');
      return none;
    },
  };
}

function write(conversationId: string, side: 'trainer' | 'employer') {
  world.messages.add(world.conversations.require(conversationId), side, 'somebody', 'Hello');
}

function closeOne(accountId: string, pick: number, moved?: readonly string[]): readonly string[] {
  const page = { status: 'OPEN', limit: 99, after: undefined } as const;
  const { rows } = world.jobs.pageOf(accountId, page);
  const id = rows[pick % Math.max(1, rows.length)]?.id;
  if (id === undefined) return none;
  attempt(() => world.jobs.withdraw(id, 'ARCHIVED'));
  return moved ?? [id];
}

/** What happens between one page and the next. */
const changes = fc.array(
  fc.array(fc.record({ add: fc.boolean(), pick: fc.nat({ max: 60 }) }), { maxLength: 3 }),
  { maxLength: 8, size: 'max' },
);
const stories = fc.record({
  walk: fc.constantFrom(...Object.keys(walks)),
  variant: fc.nat({ max: 1 }),
  atFirst: fc.integer({ min: 1, max: 14 }),
  limit: fc.integer({ min: 2, max: 5 }),
  changes,
});

type Told = typeof stories extends fc.Arbitrary<infer Story> ? Story : never;

/** Walks a list to its end while it changes. */
async function walk(way: Way, { walk, variant, atFirst, limit, changes }: Told) {
  market.restart();
  const { accountId, ask } = market.employer(way, { card: true, creditsUsd: 100 });
  const list = walks[walk]!(accountId, variant);
  for (let i = 0; i < atFirst; i += 1) {
    list.add();
    if (i % 4 === 0) await kernel.clock.advance(1);
  }
  const read = async (cursor: string | undefined) => {
    const query = { ...list.sent.query, limit: String(limit), ...(cursor && { cursor }) };
    const { status, body } = await ask(list.operationId, { ...list.sent, query });
    expect(status).toBe(200);
    return { ids: body[list.items].map(({ id }: { id: string }) => id), next: body.nextCursor };
  };
  const all = async () => {
    const ids: string[] = [];
    for (let next: string | null | undefined; next !== null; ) {
      const page = await read(next);
      ids.push(...page.ids);
      next = page.next;
    }
    return ids;
  };
  const steady = new Set(await all());
  const seen: string[] = [];
  let pages = 0;
  for (let next: string | null | undefined; next !== null; pages += 1) {
    const page = await read(next);
    seen.push(...page.ids);
    next = page.next;
    for (const { add, pick } of changes[pages] ?? []) {
      if (add) list.add();
      else for (const id of list.stir(pick)) steady.delete(id);
    }
  }
  return { seen, steady, pages };
}

describe('a walk over a changing list', () => {
  it('meets nothing twice, and all that stays where it is', patience, async () => {
    const longest: Record<string, number> = {};
    const law = fc.asyncProperty(stories, async (story) => {
      const { seen, steady, pages } = await walk('in code', story);
      expect(seen.length).toBe(new Set(seen).size);
      expect([...steady].filter((id) => !seen.includes(id))).toEqual([]);
      longest[story.walk] = Math.max(longest[story.walk] ?? 0, pages);
    });
    await fc.assert(law, { ...thousand, numRuns: 1_200 });
    for (const name of Object.keys(walks)) expect(longest[name]).toBeGreaterThan(3);
  });

  it('does so over HTTP', patience, async () => {
    const law = fc.asyncProperty(stories, async (story) => {
      const { seen, steady } = await walk('over fetch', story);
      expect(seen.length).toBe(new Set(seen).size);
      expect([...steady].filter((id) => !seen.includes(id))).toEqual([]);
    });
    await fc.assert(law, twoHundred);
  });
});
