import { end } from '../../opentrain/setting.ts';
import { fires } from '../scenario.ts';
import { linkedContract, linkedJob, listening, today } from '../setting.ts';
import type { PlatformWorld } from '../world.ts';

/** So many of the 15 funded hours are reported as worked, 10 hours a day. */
async function works(world: PlatformWorld, hours: readonly number[]): Promise<void> {
  await listening(world);
  const { contract } = await linkedContract(world);
  for (const [day, worked] of hours.entries()) {
    const entry = { workDate: today(world, -day), totalSeconds: worked * 3600 };
    await world.partner.contracts.reportUsage(contract.id, [entry]);
  }
}

export const events = [
  fires('contract.started', async (world) => {
    await listening(world);
    await linkedContract(world);
  }),
  fires('contract.ended', async (world) => {
    await listening(world);
    const { contract } = await linkedContract(world);
    await end(world, contract.id);
  }),
  fires('project_link.created', async (world) => {
    await listening(world);
    await linkedJob(world);
  }),
  fires('project_link.removed', async (world) => {
    await listening(world);
    const { link } = await linkedJob(world);
    await world.partner.projectLinks.delete(link.id);
  }),
  fires('install.revoked', async (world) => {
    await listening(world);
    world.sandbox.opentrain.platform.disconnect(world.install.installId);
  }),
  fires('install.revoked', async (world) => {
    await listening(world);
    const { accountId } = world.install;
    world.sandbox.opentrain.platform.connect(world.slug, { accountId });
  }),
  fires('milestone.funded', async (world) => {
    await listening(world);
    await linkedContract(world);
  }),
  fires('milestone.budget_low', (world) => works(world, [10, 2])),
  fires('milestone.budget_depleted', (world) => works(world, [10, 2, 3])),
];
