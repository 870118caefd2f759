import { expect, it } from 'vitest';
import { guarded, openTown, type Slot, slots } from './town.ts';

it('a sandbox restored from a snapshot answers every call as the one that goes on', async () => {
  const town = openTown();
  const { keys, rows } = await town.settle('aster');
  // On its way are deliveries that failed and wait, approvals that run out, calls that are counted, a fault to come.
  await town.kernel.clock.advance('90s');
  town.kernel.faults.inject({ operationId: 'credits.balance', status: 503, every: 2, times: 2 });
  await town.kernel.fetch('https://app.opentrain.ai/api/public/v1/credits', {
    headers: { authorization: `Bearer ${keys.opentrain}` },
  });
  const search = (from: typeof town) =>
    from.kernel.fetch('https://app.opentrain.ai/api/public/v1/jobs?limit=1');
  for (let i = 0; i < 119; i += 1) await search(town);

  const twin = openTown(2);
  twin.kernel.restore(JSON.parse(JSON.stringify(town.kernel.snapshot())));
  const ids = [...new Set([...rows.values()].map(({ key }) => key))];
  const both = async (ask: (from: typeof town) => Promise<unknown>) => {
    expect(await ask(twin)).toEqual(await ask(town));
  };
  let answered = 0;
  const ask = ({ product, operation, place, name }: Slot, id: string) =>
    both(async ({ send }) => {
      const answer = await send(product, operation, keys[product], {
        about: id,
        ...(place === 'query' && { query: { [name]: id } }),
      });
      if (answer.status < 300) answered += 1;
      return answer;
    });
  for (const { product, operation } of guarded) {
    if (!slots.some((slot) => slot.operation === operation)) {
      await ask({ product, operation, place: 'body', name: '' }, '');
    }
  }
  for (const slot of slots) for (const id of ids) await ask(slot, id);
  for (let i = 0; i < 2; i += 1) await both(async (from) => (await search(from)).status);
  for (const step of ['5m', '3h', '80h']) {
    await both(async ({ kernel }) => {
      await kernel.clock.advance(step);
      await kernel.settled();
      return kernel.snapshot();
    });
  }
  // In both of them, most calls found something to do.
  expect(answered).toBeGreaterThan(2 * guarded.length);
});
