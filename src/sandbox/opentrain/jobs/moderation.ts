import { contactDetailsIn } from '../messages/contact-details.ts';
import type { JobRow } from './job-row.ts';

const rules: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['upfront_payment', /\b(?:registration|training|application|security) (?:fee|deposit)\b/i],
  ['academic_cheating', /\bwrite (?:my|your|their) (?:essay|thesis|dissertation)\b/i],
  ['adult_content', /\b(?:porn\w*|xxx|escort service)\b/i],
];

/**
 * Why a job may not be on the marketplace; nothing when it may. The platform's rules are not known:
 * these are few and plain, and a control overrides them a job.
 */
export function moderationReasons({ moderation, fields }: JobRow): string[] {
  if (moderation.decision === 'block') return [...moderation.reasons];
  if (moderation.decision === 'allow') return [];
  const text = `${fields.jobTitle ?? ''}\n${fields.jobDescription ?? ''}`;
  const found = rules.filter(([, pattern]) => pattern.test(text)).map(([reason]) => reason);
  return contactDetailsIn(text).length > 0 ? [...found, 'contact_details'] : found;
}
