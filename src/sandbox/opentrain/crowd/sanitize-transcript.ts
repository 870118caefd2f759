/** One message of an AI interview. */
export interface TranscriptMessage {
  readonly role: 'interviewer' | 'candidate';
  readonly content: string;
}

/** What a transcript without any words reads. */
export const emptyTranscript = 'Interview completed.';

const removed = '(removed)';
/** Marks by which the interviewing machine steers itself: `[[END]]`, `<|stop|>`, `[NEXT_QUESTION]`, `{{score}}`. */
const marker =
  /<\|[^<>|]{0,80}\|>|\[\[[^[\]]{0,80}\]\]|\{\{[^{}]{0,80}\}\}|\[\/?[A-Z][A-Z_]{2,40}(?::[^[\]]{0,40})?\]|<\/?[A-Z][A-Z_]{2,40}>/g;
const brackets = /[<>|[\]{}]/g;
const mostPasses = 8;
const control = /[\p{Cc}\p{Cf}]/gu;
const email =
  /[\p{L}\p{N}.!#$%&'*+=?^_~-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,4}/giu;
/** Seven digits or more, as people break them up; a leading plus or bracket belongs to them. */
const phone = /[+(]{0,2}\d(?:[ ().\-/]{0,3}\d){6,18}/g;
const link = /(?:https?:\/\/|www\.)\S{1,200}/gi;

/**
 * Takes control markers, control characters, emails, phone numbers, links and known surnames out of a
 * text. Doing it twice changes nothing more.
 *
 * @param text what was said
 * @param names surnames to shorten to their initial
 */
export function sanitizeText(text: string, names: readonly string[] = []): string {
  let clean = text.replace(/\s+/g, ' ').replace(control, '');
  // What is left around a removed part may form another one; nests are not followed for ever.
  for (let pass = 0, before = ''; before !== clean; pass += 1) {
    before = clean;
    clean = (pass < mostPasses ? clean.replace(marker, ' ') : clean.replace(brackets, ' '))
      .replace(link, removed)
      .replace(email, removed)
      .replace(phone, removed);
    for (const name of names) clean = withoutName(clean, name);
    clean = clean.replace(/\s+/g, ' ').trim();
  }
  return clean;
}

/**
 * Makes a transcript fit to be shown to employers.
 *
 * @param messages the messages as recorded, oldest first
 * @param names surnames that may have been said
 * @returns messages that still say something; a single `Interview completed.` when none does
 */
export function sanitizeTranscript<M extends TranscriptMessage>(
  messages: readonly M[],
  names: readonly string[] = [],
): (M | TranscriptMessage)[] {
  const clean = messages
    .map((message) => ({ ...message, content: sanitizeText(message.content, names) }))
    .filter((message) => message.content !== '');
  return clean.length > 0 ? clean : [{ role: 'interviewer', content: emptyTranscript }];
}

function withoutName(text: string, name: string): string {
  const word = name.trim();
  if (word.length < 2) return text;
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'giu');
  return text.replace(pattern, `${[...word][0]?.toUpperCase()}.`);
}
