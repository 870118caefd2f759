import type { LimitFacts } from '../../src/core/operation.ts';
import { type Document, isObject, type JsonObject, operationsOf } from './document.ts';
import { literal } from './source.ts';

/**
 * The numbers that `x-limits` of the operations name, as source; `undefined` when there are none. A file
 * of its own: a sandbox reads it, and no client has to carry it.
 */
export function renderLimits(document: Document): string | undefined {
  const limits: Record<string, LimitFacts> = {};
  for (const { id, node } of operationsOf(document)) {
    const named = node['x-limits'];
    if (!isObject(named)) continue;
    for (const [name, facts] of Object.entries(named)) {
      if (name in limits) throw new Error(`${id}: there is a limit ${name} already`);
      if (!isObject(facts) || !isLimit(facts)) {
        throw new Error(`${id}: ${name} needs a value, its unit, and what it is counted per`);
      }
      limits[name] = { operation: id, ...facts };
    }
  }
  if (Object.keys(limits).length === 0) return undefined;
  return [
    `import type { LimitFacts } from '../../src/core/operation.ts';`,
    `/** Numbers that the platform holds operations to, by name. */\nexport const limits = ${literal(limits)} as const satisfies Record<string, LimitFacts>;`,
  ].join('\n\n');
}

function isLimit(facts: JsonObject): facts is JsonObject & Omit<LimitFacts, 'operation'> {
  const { value, unit, per } = facts;
  return typeof value === 'number' && typeof unit === 'string' && typeof per === 'string';
}
