import type { JobDraftUpdateResult, MissingField } from '../../../generated/opentrain/types.ts';
import { paint } from './paint.ts';
import { oneLine, plain } from './plain.ts';

/** A draft as people read it: what it still misses, as questions with the fields that answer them. */
export function draftText(answer: unknown): string {
  const draft = answer as JobDraftUpdateResult & { draftUrl?: string };
  const { publishReady } = draft.validation;
  const gaps = draft.missingFields ?? [];
  // One page of the vendor shows whole descriptions here instead of names.
  const found: (string | MissingField)[] = draft.validation.missingFields;
  const names = found.map((one) => (typeof one === 'string' ? one : one.field));
  const lines = [
    `${paint('bold', 'Draft')}  ${plain(draft.jobId)}`,
    ...(draft.draftUrl ? [`${paint('bold', 'Page')}   ${plain(draft.draftUrl)}`] : []),
  ];
  if (publishReady) {
    return [
      ...lines,
      paint('green', 'Ready to publish.'),
      `Then: trainyard opentrain jobs publish --job-id ${plain(draft.jobId)}`,
    ].join('\n');
  }
  const missing =
    gaps.length > 0 ? gaps.map((gap) => question(gap)) : names.map((name) => `  ${plain(name)}`);
  return [
    ...lines,
    paint('yellow', `Missing: ${missing.length || 'nothing that it names'}`),
    ...missing,
    `Then: trainyard opentrain jobs draft complete --job-id ${plain(draft.jobId)}`,
  ].join('\n');
}

/** One gap, in the words of the vendor's own command line. */
export function question({ prompt, type, enumValues, updateKeys }: MissingField): string {
  const allowed = enumValues?.length
    ? `, one of ${enumValues.map((value) => plain(value)).join(', ')}`
    : '';
  return [
    `  ask: ${oneLine(prompt)}`,
    `       ${plain(type)}${allowed}; set ${updateKeys.map((key) => plain(key)).join(', ')}`,
  ].join('\n');
}
