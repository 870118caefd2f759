/** What a token is; hyphens inside compounds and Markdown marks leave no token at all. */
export type TokenKind = 'word' | 'number' | 'currency' | 'symbol';

/** One word, number or sign of a brief, with the forms that rules compare. */
export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  /** Lower case, without accents and possessive. */
  readonly fold: string;
  /** `fold` without a plural ending, for nouns. */
  readonly stem: string;
  /** The number meant, `NaN` for other kinds. */
  readonly value: number;
  /** Whether it touches the token before it, a dropped hyphen between them included. */
  readonly glued: boolean;
  readonly start: number;
  readonly end: number;
}

// Sticky, without nested or competing repetition: each match costs what it consumes.
const abbreviation = /\p{L}\.(?:\p{L}\.){1,4}/uy;
const money = /(?:US|CA|AU|NZ|HK|MX|C|A|R|S)?[$€£¥₹₱₦₩]/y;
const thousands = /\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?(?!\d)/y;
// "20.000" is a European twenty thousand, "0.125" is not.
const dotted = /[1-9]\d{0,2}(?:\.\d{3}){1,6}(?!\d)/y;
const decimalComma = /\d{1,6},\d{1,2}(?![\d,])/y;
const digits = /\d{1,15}(?:\.\d{1,9})?/y;
const word = /\p{L}[\p{L}\p{M}']*/uy;
const silent = new Set(['*', '_', '`', '#', '|', '"', '\\']);
const currencyCodes = new Set(
  'USD EUR GBP INR CAD AUD NZD JPY CNY MXN BRL PHP NGN KES COP PEN ARS CHF SEK PLN ZAR SGD HKD'.split(
    ' ',
  ),
);

/**
 * Makes a text's quotes, dashes and blanks plain, so that rules see one spelling of each.
 *
 * @param text any text
 * @returns the same text with ASCII punctuation; line breaks are kept as `\n`
 */
export function plainPunctuation(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\u2000-\u200b\u202f\t]/g, ' ');
}

/** Lower case without accents and possessive: the form in which proper names are compared. */
export function fold(text: string): string {
  const ascii = /^[a-z']*$/i.test(text);
  const plain = (ascii ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
  return plain.endsWith("'s") ? plain.slice(0, -2) : plain.replaceAll("'", '');
}

/** Takes a plural ending off an English noun in the form that `fold` gives. */
export function singular(folded: string): string {
  if (/^[^aeiou]{2}s$/.test(folded)) return folded.slice(0, 2);
  if (folded.length < 4 || !folded.endsWith('s') || /(?:ss|us|is)$/.test(folded)) return folded;
  if (folded.endsWith('ies')) return `${folded.slice(0, -3)}y`;
  return /(?:x|ch|sh|ss)es$/.test(folded) ? folded.slice(0, -2) : folded.slice(0, -1);
}

/**
 * Splits text into tokens in one pass.
 *
 * @param text text with plain punctuation (`plainPunctuation`)
 * @returns tokens in order; never more than the text has characters
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let glued = false;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  while (at < text.length) {
    const char = text[at] as string;
    if (char <= ' ' || silent.has(char)) {
      if (char <= ' ') glued = false;
      at += 1;
      continue;
    }
    if (char === '-' && isCompound(text, at)) {
      at += 1;
      continue;
    }
    const found = readToken(char, match);
    tokens.push({ ...found, glued, start: at, end: at + found.text.length });
    at += found.text.length;
    glued = true;
  }
  return tokens;
}

/** A hyphen with a letter right after it and something right before joins a compound word. */
function isCompound(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  return before !== undefined && /[\p{L}\d]/u.test(before) && !!after && /\p{L}/u.test(after);
}

function readToken(
  char: string,
  match: (pattern: RegExp) => string | undefined,
): Omit<Token, 'glued' | 'start' | 'end'> {
  if (char >= '0' && char <= '9') {
    const grouped = match(thousands);
    const european = grouped ? undefined : match(dotted);
    const comma = grouped || european ? undefined : match(decimalComma);
    const text = grouped ?? european ?? comma ?? match(digits) ?? char;
    const plain = european?.replaceAll('.', '') ?? comma?.replace(',', '.') ?? text;
    const value = Number(plain.replaceAll(',', ''));
    return { kind: 'number', text, fold: text, stem: text, value };
  }
  if (char < 'A' && char !== '$') return symbolToken(char);
  const sign = match(money);
  if (sign) return { kind: 'currency', text: sign, fold: sign, stem: sign, value: Number.NaN };
  const short = match(abbreviation);
  if (short) return wordToken(short);
  const letters = match(word);
  if (letters) return wordToken(letters);
  return symbolToken(char);
}

function symbolToken(char: string): Omit<Token, 'glued' | 'start' | 'end'> {
  return { kind: 'symbol', text: char, fold: char, stem: char, value: Number.NaN };
}

function wordToken(text: string): Omit<Token, 'glued' | 'start' | 'end'> {
  const folded = fold(text);
  const kind = currencyCodes.has(text) ? 'currency' : 'word';
  return { kind, text, fold: folded, stem: singular(folded), value: Number.NaN };
}
