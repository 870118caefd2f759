import { Lexicon } from '../lexicon.ts';
import { fold, plainPunctuation } from '../tokens.ts';
import { letterPairs } from './alphabet.ts';

/** Codes that `Intl` names but that are no country a person lives in. */
const noCountry = new Set('AC AQ BV CP CQ DG EA EU EZ HM IC QO TA TF UM UN XA XB ZZ'.split(' '));

/** Everyday names that `Intl` does not give. */
const alsoKnownAs: Readonly<Record<string, string>> = {
  US: 'USA | U.S. | U.S.A. | United States of America | the States | America | stateside',
  GB: 'UK | U.K. | Great Britain | Britain | England | Scotland | Wales | Northern Ireland',
  AE: 'UAE | U.A.E. | Emirates',
  CD: 'DRC | DR Congo | Democratic Republic of the Congo | Democratic Republic of Congo',
  CG: 'Republic of the Congo',
  CI: 'Ivory Coast',
  CV: 'Cabo Verde',
  CZ: 'Czech Republic',
  KP: 'DPRK',
  KR: 'Korea | Republic of Korea',
  LA: 'Lao PDR',
  MK: 'Macedonia',
  MO: 'Macau',
  NL: 'Holland | the Netherlands',
  PS: 'Palestine',
  RU: 'Russian Federation',
  SZ: 'Swaziland',
  TL: 'East Timor',
  TR: 'Turkey | Turkiye',
  TW: 'Republic of China',
  VA: 'Holy See',
  VN: 'Viet Nam',
};

interface Countries {
  readonly lexicon: Lexicon<string>;
  readonly byName: ReadonlyMap<string, string>;
  readonly nameOf: (code: string) => string | undefined;
}

let cached: Countries | undefined;

function countries(): Countries {
  cached ??= build();
  return cached;
}

function build(): Countries {
  const long = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const short = new Intl.DisplayNames(['en'], { type: 'region', style: 'short', fallback: 'none' });
  const entries: [string, string][] = [];
  for (const pair of letterPairs) {
    const asked = pair.toUpperCase();
    // Withdrawn codes ("SU", "UK") come back as the ones in use.
    const code = new Intl.Locale(`und-${asked}`).region ?? asked;
    const names = [long.of(asked), short.of(asked)];
    if (noCountry.has(asked) || noCountry.has(code) || !names[0]) continue;
    for (const name of names) if (name) entries.push(...variants(name, code));
  }
  for (const [code, names] of Object.entries(alsoKnownAs)) {
    for (const name of names.split('|')) entries.push([name.trim(), code]);
  }
  return {
    lexicon: new Lexicon(entries, 'fold'),
    byName: new Map(entries.map(([name, code]) => [fold(plainPunctuation(name)), code])),
    nameOf: (code) => (noCountry.has(code) ? undefined : (long.of(code) ?? undefined)),
  };
}

/** The spellings of one name: "St. Lucia", "Saint Lucia"; "Myanmar (Burma)" is two names. */
function* variants(name: string, code: string): Generator<[string, string]> {
  const plain = name.replace(' SAR China', '').replace('St. ', 'Saint ');
  const [outer = plain, inner] = plain.split(/ ?[()]/);
  for (const part of [name, outer, inner]) {
    if (!part) continue;
    yield [part, code];
    if (part.includes('&')) yield [part.replaceAll('&', 'and'), code];
  }
}

/** Country names in English, each with its two-letter code; made from `Intl` on first use. */
export function countryLexicon(): Lexicon<string> {
  return countries().lexicon;
}

/** The English name of a two-letter code; nothing for a code that no country has. */
export function countryName(code: string): string | undefined {
  return /^[A-Z]{2}$/.test(code) ? countries().nameOf(code) : undefined;
}

/**
 * The two-letter code of a country given by name or by code, in any case.
 *
 * @example countryCode('Colombia') // 'CO'
 */
export function countryCode(nameOrCode: string): string | undefined {
  const text = nameOrCode.trim();
  const named = countries().byName.get(fold(plainPunctuation(text)));
  if (named) return named;
  const upper = text.toUpperCase();
  if (!countryName(upper)) return undefined;
  return new Intl.Locale(`und-${upper}`).region;
}
