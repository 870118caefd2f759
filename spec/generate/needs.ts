import type { Operation } from '../../src/core/operation.ts';

/** What a caller has to have for an operation, in Markdown. */
export function needsOf({ scope, scopeAny, feature, claimed, tokenless }: Operation): string {
  const all = [
    ...(scope ?? []).map(code),
    ...(scopeAny ? [`any of ${scopeAny.map(code).join(', ')}`] : []),
    ...(feature === undefined ? [] : [code(feature)]),
    ...(claimed ? ['claimed'] : []),
    ...(tokenless ? ['no token'] : []),
  ];
  return all.length > 0 ? all.join(', ') : 'a token';
}

const code = (text: string) => `\`${text}\``;
