import type { OperationId, webhookEvents } from '../../../generated/opentrain/operations.ts';
import { scenariosFor } from '../kit/scenario.ts';
import type { OpenTrainWorld } from './world.ts';

export const { answers, refuses, fires } = scenariosFor<
  OpenTrainWorld,
  OperationId,
  keyof typeof webhookEvents
>();
