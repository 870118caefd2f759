import { plainPunctuation, type Token, tokenize } from './tokens.ts';

/** Where a phrase of a lexicon stands in a run of tokens. */
export interface Hit<T> {
  readonly value: T;
  /** Index of the phrase's first token. */
  readonly from: number;
  /** Index after its last token. */
  readonly to: number;
}

interface Phrase<T> {
  readonly rest: readonly string[];
  readonly value: T;
}

/**
 * Phrases with their meanings, found in tokens by first word, longest phrase first. A search costs the
 * tokens times the few phrases that share a first word.
 */
export class Lexicon<T> {
  readonly #byFirst = new Map<string, Phrase<T>[]>();
  readonly #key: (token: Token) => string;

  /**
   * @param entries phrases as written in a brief, each with its meaning
   * @param form which form of a token is compared: `stem` for nouns, `fold` for proper names
   */
  constructor(entries: Iterable<readonly [phrase: string, value: T]>, form: 'stem' | 'fold') {
    this.#key = (token) => token[form];
    for (const [text, value] of entries) {
      const [first, ...rest] = tokenize(plainPunctuation(text)).map(this.#key);
      if (first === undefined) continue;
      const list = this.#byFirst.get(first) ?? [];
      list.push({ rest, value });
      this.#byFirst.set(first, list);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  }

  /** The longest phrase that starts at `index`, if any. */
  at(tokens: readonly Token[], index: number): Hit<T> | undefined {
    const first = tokens[index];
    if (!first) return undefined;
    for (const { rest, value } of this.#byFirst.get(this.#key(first)) ?? []) {
      const matches = rest.every((word, offset) => {
        const token = tokens[index + 1 + offset];
        return token !== undefined && this.#key(token) === word;
      });
      if (matches) return { value, from: index, to: index + 1 + rest.length };
    }
    return undefined;
  }

  /** Every phrase in the tokens, from left to right, none overlapping another. */
  find(tokens: readonly Token[]): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (let index = 0; index < tokens.length; index += 1) {
      const hit = this.at(tokens, index);
      if (!hit) continue;
      hits.push(hit);
      index = hit.to - 1;
    }
    return hits;
  }
}

/** Turns `{ MEANING: 'phrase | other phrase' }` into the entries a lexicon takes. */
export function* phrases<T extends string>(
  table: Readonly<Record<T, string>>,
): Generator<readonly [string, T]> {
  for (const [value, list] of Object.entries(table) as [T, string][]) {
    for (const phrase of list.split('|')) yield [phrase.trim(), value];
  }
}
