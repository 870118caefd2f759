import { limits } from '../../../generated/opentrain/limits.ts';
import type { Limit } from '../kernel/limits.ts';

/** A number that OpenTrain's Public API holds calls to: the spec's, unless the sandbox was given another. */
export function openTrainLimit(limit: Limit, name: keyof typeof limits): number {
  return limit(`opentrain.${name}`, limits[name].value);
}
