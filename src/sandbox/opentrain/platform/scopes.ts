import { scopes } from '../../../../generated/platform/operations.ts';
import type { Scope } from '../../../../generated/platform/types.ts';
import { Refusal } from '../../kernel/refusal.ts';

/** What the consent screen says of each scope; the vendor's own words are not known. */
export const scopeDescriptions: Readonly<Record<Scope, string>> = {
  'project-links:read': 'See which of its projects are linked to your jobs',
  'project-links:write': 'Link its projects to your jobs, and unlink them',
  'contracts:read': 'See contracts on linked jobs and how much of their budget is used',
  'participants:read': 'See who works on these contracts: masked name, country and profile',
  'participants:email': 'See the Work Email of hired trainers, if you agree to it below',
  'usage:write': 'Report the work that trainers do there',
  'webhooks:manage': 'Be told when contracts start and end, and when budgets run low',
};

/** @throws Refusal 400 when there is none, or one that does not exist. */
export function knownScopes(wanted: readonly string[]): Scope[] {
  const unknown = wanted.filter((scope) => !(scopes as readonly string[]).includes(scope));
  if (unknown.length > 0 || wanted.length === 0) {
    const problem = unknown.length > 0 ? `No such scopes: ${unknown.join(', ')}.` : 'Name a scope.';
    throw new Refusal(400, 'BAD_REQUEST', problem);
  }
  return scopes.filter((scope) => wanted.includes(scope));
}
