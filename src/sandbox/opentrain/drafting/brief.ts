import { type Quantity, quantities } from './quantities.ts';
import { headingOf, type Section } from './sections.ts';
import { plainPunctuation, type Token, tokenize } from './tokens.ts';

/** One sentence, or part of one up to a semicolon. */
export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Its numbers, ranges taken together. */
  readonly numbers: readonly Quantity[];
  /** What the heading above it, or before it on the line, speaks about. */
  readonly section: Section | null;
  /** Indices of tokens that a rule has already accounted for (a pay rate's number is no volume). */
  readonly taken: Set<number>;
}

/** A text taken apart for the rules to read. */
export interface Brief {
  readonly text: string;
  readonly lines: readonly string[];
  /** Whole text under each heading, one entry a heading. */
  readonly parts: readonly { readonly section: Section; readonly text: string }[];
  /** What is said about the job; asides about the employer and for the interviewer are left out. */
  readonly clauses: readonly Clause[];
}

const bullet = /^(?:[-*+\u2022\u25aa\u25cf\u2013]|\d{1,2}[.)])\s{1,8}/;

/** What stands under these headings is about the employer or for the interviewer, not about the job. */
const aside: ReadonlySet<Section | null> = new Set<Section | null>(['company', 'interview']);
const wrapped = 60;

/**
 * Takes a text apart into headed parts and clauses, in one pass.
 *
 * @param raw the text as it was given
 */
export function readBrief(raw: string): Brief {
  const text = plainPunctuation(raw).trim();
  const lines = text.split('\n').map((line) => line.trim());
  const parts: { section: Section; text: string[] }[] = [];
  const clauses: Clause[] = [];
  let section: Section | null = null;
  let scope: 'line' | 'block' | 'part' = 'part';
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length === 0) return;
    if (!aside.has(section))
      for (const it of clausesOf(paragraph.join(' '), section)) clauses.push(it);
    paragraph = [];
    if (scope === 'line') section = null;
  };
  for (const line of lines) {
    const bulleted = bullet.test(line);
    const body = bulleted ? line.replace(bullet, '') : line;
    const goesOn = !bulleted && body !== '' && isWrapped(paragraph.at(-1));
    if (!goesOn) endParagraph();
    if (body === '') {
      if (scope === 'block' && parts.at(-1)?.text.length) section = null;
      continue;
    }
    const heading = goesOn ? undefined : headingOf(body);
    if (!heading) {
      if (section) parts.at(-1)?.text.push(line);
      paragraph.push(body);
      continue;
    }
    section = heading.section;
    // A Markdown heading speaks for all below it, "Languages:" up to a blank line, "Pay: $20" for its
    // own line and what that line wraps into.
    scope = body.startsWith('#') ? 'part' : heading.rest === '' ? 'block' : 'line';
    parts.push({ section, text: heading.rest ? [heading.rest] : [] });
    // A heading that is no known one says something of its own: "# Emotion tagging in podcasts".
    const words = heading.section === 'other' ? body : heading.rest;
    if (words) paragraph.push(words);
  }
  endParagraph();
  return {
    text,
    lines,
    parts: parts.map((part) => ({ section: part.section, text: part.text.join('\n') })),
    clauses,
  };
}

/** A long line without an end was broken by an editor: the sentence goes on in the next. */
function isWrapped(line: string | undefined): boolean {
  return line !== undefined && line.length >= wrapped && !/[.!?;:]$/.test(line);
}

function clausesOf(text: string, section: Section | null): Clause[] {
  const tokens = tokenize(text);
  const clauses: Clause[] = [];
  let from = 0;
  const close = (to: number): void => {
    const own = tokens.slice(from, to);
    from = to + 1;
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last) return;
    const written = text.slice(first.start, last.end);
    // "Pay: $15. Location: Egypt." on one line.
    const heading = headingOf(written);
    const rest = heading?.rest ? own.slice(own.findIndex((token) => token.text === ':') + 1) : own;
    clauses.push({
      text: written,
      tokens: rest,
      numbers: quantities(rest),
      section: heading?.rest ? heading.section : section,
      taken: new Set(),
    });
  };
  tokens.forEach((token, index) => {
    if (token.kind === 'symbol' && endsClause(token, tokens[index + 1])) close(index);
  });
  close(tokens.length);
  return clauses;
}

function endsClause(token: Token, next: Token | undefined): boolean {
  if (token.text === ';' || token.text === '!' || token.text === '?') return true;
  // A dot inside "v1.2" or "e.g." touches what follows; a sentence's does not.
  return token.text === '.' && (next === undefined || !next.glued);
}
