import { inputs } from '../../../generated/trainar/json-schemas.ts';
import { operations } from '../../../generated/trainar/operations.ts';
import { requests } from '../../../generated/trainar/schemas.ts';
import type { Handler } from '../kernel/handler.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { access } from './access.ts';
import { trainarControls } from './controls.ts';
import { endpointHandlers } from './endpoints.ts';
import { registerDeliveries } from './events.ts';
import { createMcp } from './mcp/product.ts';
import { skillHandlers } from './skills.ts';
import { createTables } from './tables.ts';
import { taskHandlers } from './tasks.ts';
import { userHandlers } from './users.ts';
import type { TrainARActor, World } from './world.ts';

/** Puts TrainAR on a sandbox; returns what people do on it outside its API. */
export function createTrainAR(
  kernel: Kernel,
  world: World = { kernel, tables: createTables(kernel) },
) {
  registerDeliveries(world);
  const handlers = {
    ...taskHandlers(world),
    ...userHandlers(world),
    ...skillHandlers(world),
    ...endpointHandlers(world),
  } satisfies Record<keyof typeof operations, Handler<TrainARActor>>;
  kernel.mount<TrainARActor>({
    id: 'trainar',
    mounts: [
      { origin: 'https://api.trainar.ai', base: '/v1' },
      // Where the vendor's own connector calls the same functions.
      { origin: 'https://xddgmkiguaohdewecmju.supabase.co', base: '/functions/v1' },
      { origin: 'local', base: '/v1' },
    ],
    operations,
    handlers,
    inputs,
    requests,
    ...access(world),
  });
  const streams = createMcp(world);
  return kernel.controls.expose('trainar', { ...trainarControls(world), ...streams });
}
