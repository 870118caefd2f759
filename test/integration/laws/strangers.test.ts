import { describe, expect, it } from 'vitest';
import { ownTools } from '../../../src/sandbox/trainar/mcp/own-tools.ts';
import { bodies, guarded, openTown, type Slot, slots } from './town.ts';

const { kernel, send, settle, stored } = openTown();

/** All texts in a value, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

const ours = await settle('brook');
const theirs = await settle('aster');

const oursToo = new Set(texts([...ours.rows.values()]));
/** What only they know: none of it may come out. */
const secrets = [...new Set(texts([...theirs.rows.values()]))].filter(
  (text) => text.length > 5 && !oursToo.has(text),
);
/** Everything that a stranger may put where an id belongs. */
const theirIds = [...new Set([...theirs.rows.values()].map(({ key }) => key))].filter(
  (key) => key.length > 5,
);
const settled = kernel.snapshot();

const call = ({ product, operation, place, name }: Slot, id: string) =>
  send(product, operation, ours.keys[product], {
    about: id,
    ...(place === 'query' && { query: { [name]: id } }),
    body: { ...bodies[operation.id], ...(place === 'body' && { [name]: id }) },
  });

/** Where the platforms say 403 for what is another's, and 404 only for what there is not. */
const toldApart = new Set([
  'contracts.list',
  'jobs.listProposals',
  'messages.list',
  'messages.send',
  'proposals.get',
  'proposals.hire',
  'proposals.interview',
  'proposals.openConversation',
]);

const leaks = (text: string, sent?: string) =>
  secrets.filter((secret) => secret !== sent && text.includes(secret));

/** Rows are replaced, never written to, so that it can be seen which are no longer the same. */
const rowsOf = () => {
  const now = stored();
  return new Map([...theirs.rows.keys()].map((key) => [key, now.get(key)?.row]));
};
const changes = (before: ReturnType<typeof rowsOf>) =>
  [...rowsOf()].filter(([key, row]) => row !== before.get(key)).map(([key]) => key);

const anonymous = (text: string, id: string) =>
  text.replaceAll(id, 'ID').replace(/"requestId":"[^"]*"/, '');

/** Where no call of an employer, a platform or a tenant leaves a row of its own. */
const othersTables = [
  'opentrain.switches',
  'opentrain.claims',
  'opentrain.facets',
  'opentrain.trainers',
  'opentrain.teamMembers',
  'opentrain.teamSettings',
  'platform.crews',
  'platform.workEmails',
  'platform.tickets',
];

describe('a stranger', () => {
  it('stands before a household that has something of everything', () => {
    const tables = Object.keys(settled.store.tables).filter(
      (table) => !table.startsWith('kernel.'),
    );
    const filled = new Set([...theirs.rows.keys()].map((key) => key.split(' ')[0]));
    expect(tables.filter((table) => !filled.has(table))).toEqual(othersTables);
    expect(slots.length).toBeGreaterThan(45);
    expect(theirIds.length).toBeGreaterThan(30);
  });

  it.each(slots.map((slot) => [`${slot.operation.id} by ${slot.name}`, slot] as const))(
    'learns and changes nothing with %s',
    async (_, slot) => {
      const { operation, product } = slot;
      kernel.restore(settled);
      const before = rowsOf();
      for (const id of theirIds) {
        const { status, text } = await call(slot, id);
        expect(leaks(text, id), `${id}: ${text}`).toEqual([]);
        expect(changes(before), `${id}: ${text}`).toEqual([]);
        if (slot.place === 'query' && status === 200) continue;
        expect([400, 403, 404], `${id}: ${text}`).toContain(status);
        if (toldApart.has(operation.id) || product === 'trainar' || product === ownTools) continue;
        // Nor whether there is such a thing at all.
        const nothing = [...id].reverse().join('');
        const unknown = await call(slot, nothing);
        expect(unknown.status, id).toBe(status);
        expect(anonymous(unknown.text, nothing)).toBe(anonymous(text, id));
      }
    },
  );

  it.each(
    guarded.map(
      ({ product, operation }) => [`${product} ${operation.id}`, product, operation] as const,
    ),
  )('is not told of others by %s', async (_, product, operation) => {
    kernel.restore(settled);
    const before = rowsOf();
    const { text } = await call({ product, operation, place: 'body', name: 'x' }, 'own');
    expect(leaks(text)).toEqual([]);
    await kernel.settled();
    expect(changes(before)).toEqual([]);
  });
});
