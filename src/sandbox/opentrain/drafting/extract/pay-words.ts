const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What a rate is paid for, by stem of the word after "per". */
export const hourWords = set('hour hr h hourly');
export const otherTimes = set('day daily week weekly month monthly year yearly annum shift minute');
export const wholeWords = set('project job total whole entire engagement contract milestone');
export const itemWords = set(
  'label annotation box image photo picture frame item task file document page clip video recording call conversation chat message review tweet post article prompt response sample record row utterance sentence pair invoice receipt word unit piece object instance mask polygon segment transcript scan tile snippet question query evaluation comparison judgment judgement submission entry keypoint cuboid cube translation completion dialogue email ticket comment rating asset product point x track rubric example case',
);

/** Words that say a sum is pay. */
export const payWords = set(
  'pay paid paying payment rate compensation budget fee price offer offering salary wage remuneration reward earn cost usd lump flat fixed payout pricing',
);
export const fixedWords = set('fixed flat lump total altogether overall');
export const budgetWords = set('budget sum fee price payment');
export const rateWords = set('hourly hour');

/** Signs and words for currencies other than the dollar of the United States. */
const signs: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  R$: 'BRL',
  MX$: 'MXN',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₱': 'PHP',
  '₦': 'NGN',
  '₩': 'KRW',
  dollar: 'USD',
  buck: 'USD',
  usd: 'USD',
  euro: 'EUR',
  pound: 'GBP',
  rupee: 'INR',
  peso: 'MXN',
  eur: 'EUR',
  gbp: 'GBP',
  inr: 'INR',
};

/** The currency a token names, by sign, code or word. */
export function currencyOf(token: { kind: string; text: string; stem: string } | undefined) {
  if (!token) return undefined;
  return (
    signs[token.text] ?? signs[token.stem] ?? (token.kind === 'currency' ? token.text : undefined)
  );
}
