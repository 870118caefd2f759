import type { OperationId, webhookEvents } from '../../../generated/platform/operations.ts';
import { scenariosFor } from '../kit/scenario.ts';
import type { PlatformWorld } from './world.ts';

export const { answers, refuses, fires } = scenariosFor<
  PlatformWorld,
  OperationId,
  keyof typeof webhookEvents
>();
