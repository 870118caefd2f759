import type { Findings } from './reading.ts';
import { numberOf, paymentTypeOf, setPrice } from './structured.ts';
import type { Leaf } from './xml-tree.ts';

/** HR-XML's elements for pay, by local name in lower case. */
const amounts = new Set([
  'basepayamount',
  'basepay',
  'amount',
  'fixedamount',
  'minimumamount',
  'baseamount',
]);
const tops = new Set(['maximumamount', 'basepayamountmax']);
const intervals = new Set([
  'remunerationintervalcode',
  'basepayinterval',
  '@basepayinterval',
  '@interval',
  'remunerationtypecode',
]);
const currencies = new Set(['@currencyid', '@currency', '@currencycode', 'currencycode']);

/**
 * Reads HR-XML's pay package, whose amount, currency and interval stand in different places.
 *
 * @returns the leaves that are not about pay
 */
export function setXmlPay(found: Findings, leaves: readonly Leaf[]): Leaf[] {
  const pick = (names: ReadonlySet<string>): Leaf | undefined =>
    leaves.find((leaf) => names.has(leaf.name));
  const amount = pick(amounts);
  if (!amount) return [...leaves];
  const low = numberOf(amount.text);
  const high = numberOf(pick(tops)?.text) ?? low;
  const type = paymentTypeOf(pick(intervals)?.text);
  if (low !== undefined && high !== undefined && type) {
    const currency = pick(currencies)?.text ?? 'USD';
    setPrice(found, type, { low, high, currency, path: amount.path });
  } else found.unmapped(amount.path, 'Pay without an amount, or without its interval', amount.text);
  return leaves.filter(
    ({ name }) =>
      !amounts.has(name) && !tops.has(name) && !intervals.has(name) && !currencies.has(name),
  );
}
