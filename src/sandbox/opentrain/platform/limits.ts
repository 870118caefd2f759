import { limits } from '../../../../generated/platform/limits.ts';
import type { Limit } from '../../kernel/limits.ts';

/** A number that the Platform API holds calls to: the spec's, unless the sandbox was given another. */
export function platformLimit(limit: Limit, name: keyof typeof limits): number {
  return limit(`platform.${name}`, limits[name].value);
}
