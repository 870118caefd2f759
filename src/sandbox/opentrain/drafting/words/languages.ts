import { Lexicon } from '../lexicon.ts';
import { fold, plainPunctuation } from '../tokens.ts';
import { letterPairs } from './alphabet.ts';

/** Languages without a two-letter code that briefs do ask for. All three-letter codes would cost a second. */
const longCodes =
  'ase arz bho ceb ckb fil gsw haw hil hmn ilo kab kmr lus mag mai mni nso pcm prs sat scn tpi war yue';

const alsoKnownAs: Readonly<Record<string, string>> = {
  Spanish: 'Castilian | Espanol',
  Chinese: 'Putonghua',
  Mandarin: 'Mandarin | Mandarin Chinese',
  Persian: 'Farsi',
  Filipino: 'Tagalog',
  Bangla: 'Bengali',
  Punjabi: 'Panjabi',
  Odia: 'Oriya',
  Pashto: 'Pushto',
  Uyghur: 'Uighur',
  Norwegian: 'Bokmal | Nynorsk',
  Kurdish: 'Kurmanji | Sorani',
  Nyanja: 'Chichewa',
  Swahili: 'Kiswahili',
  Sotho: 'Sesotho',
  Tswana: 'Setswana',
  Maori: 'Maori',
  Irish: 'Gaelic',
};

/** Names that are ordinary words when written small. */
const ordinary = new Set([
  'afar',
  'polish',
  'ewe',
  'ido',
  'cree',
  'akan',
  'slave',
  'latin',
  'nauru',
]);

interface Languages {
  readonly lexicon: Lexicon<string>;
  readonly byName: ReadonlyMap<string, string>;
  readonly byCode: ReadonlyMap<string, string>;
}

let cached: Languages | undefined;

function languages(): Languages {
  cached ??= build();
  return cached;
}

function build(): Languages {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const byCode = new Map<string, string>();
  for (const code of [...letterPairs, ...longCodes.split(' ')]) {
    const name = names.of(code);
    if (name) byCode.set(code, plainPunctuation(name));
  }
  const entries = [...byCode.values()].map((name): [string, string] => [name, name]);
  for (const [name, others] of Object.entries(alsoKnownAs)) {
    for (const other of others.split('|')) entries.push([other.trim(), name]);
  }
  return {
    lexicon: new Lexicon(entries, 'fold'),
    byName: new Map(entries.map(([name, meant]) => [fold(name), meant])),
    byCode,
  };
}

/** Language names in English, made from `Intl` on first use. */
export function languageLexicon(): Lexicon<string> {
  return languages().lexicon;
}

/** Whether a name, written small, is more likely an ordinary word. */
export function isOrdinaryWord(name: string): boolean {
  return name.length < 4 || ordinary.has(name);
}

/**
 * The English name of a language given by name or by tag.
 *
 * @example languageName('es-MX') // 'Spanish'
 */
export function languageName(nameOrTag: string): string | undefined {
  const text = nameOrTag.trim();
  const named = languages().byName.get(fold(plainPunctuation(text)));
  return named ?? languages().byCode.get((text.toLowerCase().split(/[-_]/)[0] as string) ?? '');
}
