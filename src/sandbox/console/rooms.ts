import type { Kernel } from '../kernel/kernel.ts';
import type { HumanControls } from '../opentrain/pages/add-pages.ts';
import type { Partners } from '../opentrain/platform/partners.ts';
import type { createTrainAR } from '../trainar/product.ts';
import type { World as TrainAR } from '../trainar/world.ts';

/** All that the console looks into; to change something it has the controls that code has. */
export interface Rooms {
  readonly kernel: Kernel;
  readonly partners: Partners;
  readonly trainar: TrainAR;
  readonly opentrainControls: HumanControls;
  readonly trainarControls: ReturnType<typeof createTrainAR>;
}
