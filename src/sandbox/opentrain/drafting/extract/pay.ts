import type { Brief, Clause } from '../brief.ts';
import { near } from '../context.ts';
import { type PaymentType, priceKeys } from '../fields.ts';
import type { Quantity } from '../quantities.ts';
import type { Findings } from '../reading.ts';
import type { Token } from '../tokens.ts';
import { type PayUnit, unitAfter } from './pay-unit.ts';
import { budgetWords, currencyOf, fixedWords, payWords, rateWords } from './pay-words.ts';

/** A sum of money that may be the pay. */
interface Offer {
  readonly low: number;
  readonly high: number;
  readonly currency: string;
  readonly type: PaymentType | 'OTHER';
  /** How plainly it is pay: 3 names its unit, 2 is called a fixed budget, 1 only a budget. */
  readonly rank: number;
  readonly sure: boolean;
  readonly text: string;
}

/** Reads payment type and rate; sums that are nobody's pay are left alone. */
export function readPay(brief: Brief, found: Findings): void {
  const offers = brief.clauses.flatMap((clause) => offersOf(clause));
  const best = offers.reduce<Offer | undefined>(
    (top, offer) => (top && top.rank >= offer.rank ? top : offer),
    undefined,
  );
  if (best) take(best, offers, found);
  readModel(brief, found);
}

function take(offer: Offer, offers: readonly Offer[], found: Findings): void {
  if (offer.type === 'OTHER') {
    found.unmapped('text', 'Pay is per hour, per label or for the whole job', offer.text);
    found.warn(`The pay "${offer.text}" is neither hourly, per label nor a fixed price.`);
    return;
  }
  found.set('paymentType', offer.type, offer.sure || offer.rank > 1);
  if (offer.currency !== 'USD') {
    found.unmapped('text', `Pay is in US dollars, not ${offer.currency}`, offer.text);
    found.warn(`The pay is named in ${offer.currency}; set it in US dollars.`);
    return;
  }
  if (offer.low <= 0) return;
  const rivals = offers.filter(
    (other) => other.rank === offer.rank && (other.low !== offer.low || other.type !== offer.type),
  );
  const ranged = offer.low !== offer.high;
  const key = priceKeys[offer.type];
  found.set(key, offer.low, offer.sure && !ranged && rivals.length === 0);
  if (ranged) {
    found.set('budgetRange', `$${offer.low} to $${offer.high}`);
    found.warn(`The pay is a range; ${key} is its lower end.`);
  }
  if (rivals.length > 0) found.warn(`Several rates are named; "${offer.text}" was taken.`);
}

function offersOf(clause: Clause): Offer[] {
  return clause.numbers.flatMap((quantity) => offerAt(clause, quantity) ?? []);
}

function offerAt(clause: Clause, quantity: Quantity): Offer | undefined {
  const { tokens } = clause;
  const money = moneyAt(tokens, quantity);
  const spoken = clause.section === 'pay' || near(tokens, quantity.from, -6, payWords);
  if (!money && !spoken) return undefined;
  const after = money?.to ?? quantity.to;
  const unit = unitAfter(tokens, after);
  if (!money && !unit) return undefined;
  const kind = unit ?? unitBefore(clause, quantity.from, after);
  if (!kind) return undefined;
  const scale = (money?.scale ?? 1) / kind.per;
  const from = money?.from ?? quantity.from;
  const to = Math.max(after, kind.to);
  for (let at = from; at < to; at += 1) clause.taken.add(at);
  return {
    low: round(quantity.low * scale),
    high: round(quantity.high * scale),
    currency: money?.currency ?? 'USD',
    type: kind.type,
    rank: kind.rank,
    sure: money !== undefined && quantity.hedge === null && kind.sure,
    text: tokens
      .slice(from, to)
      .map((token, index) => (index > 0 && !token.glued ? ` ${token.text}` : token.text))
      .join(''),
  };
}

/** The currency that stands before or after a number. */
function moneyAt(
  tokens: readonly Token[],
  quantity: Quantity,
): { currency: string; scale: number; from: number; to: number } | undefined {
  const next = tokens[quantity.to];
  const cents = next?.stem === 'cent' || next?.text === '¢';
  if (cents) return { currency: 'USD', scale: 0.01, from: quantity.from, to: quantity.to + 1 };
  const before = tokens[quantity.from - 1];
  // In "18 USD-22 USD" the code after the first number belongs to it.
  const inside = tokens.slice(quantity.from, quantity.to).map(currencyOf).find(Boolean);
  const after = currencyOf(next);
  const currency = currencyBefore(tokens, quantity.from) ?? after ?? inside;
  if (!currency) return undefined;
  const from = currencyOf(before) ? quantity.from - 1 : quantity.from;
  return { currency: currency, scale: 1, from, to: after ? quantity.to + 1 : quantity.to };
}

/** "EUR 20" and "$20" alike; "AUD $20" is in Australian dollars. */
function currencyBefore(tokens: readonly Token[], index: number): string | undefined {
  const sign = currencyOf(tokens[index - 1]);
  const code = sign ? currencyOf(tokens[index - 2]) : undefined;
  return code ?? sign;
}

/** A unit that stands before the sum: "hourly rate of $20", "fixed budget of USD 4,500". */
function unitBefore(clause: Clause, from: number, after: number): PayUnit | undefined {
  const { tokens } = clause;
  const base = { per: 1, to: 0, sure: true };
  if (near(tokens, from, -5, rateWords)) return { ...base, type: 'PAY_PER_HOUR', rank: 2 };
  if (near(tokens, from, -6, fixedWords) || near(tokens, after, 4, fixedWords)) {
    return { ...base, type: 'FIXED_PRICE', rank: 2 };
  }
  const budget = near(tokens, from, -5, budgetWords) || near(tokens, after, 3, budgetWords);
  if (!budget && clause.section !== 'pay') return undefined;
  return { ...base, type: 'FIXED_PRICE', rank: 1, sure: false };
}

/** Float noise of cents and of "per 1,000 words" is no price. */
function round(value: number): number {
  return Number(value.toFixed(6));
}

/** A model named without a sum: "paid by the hour", "pay per label", "fixed price". */
function readModel(brief: Brief, found: Findings): void {
  if (found.has('paymentType')) return;
  for (const clause of brief.clauses) {
    const { tokens } = clause;
    for (const [index, token] of tokens.entries()) {
      if (!payWords.has(token.stem)) continue;
      const unit = modelNear(tokens, index);
      if (unit && unit.type !== 'OTHER') {
        found.set('paymentType', unit.type, unit.sure);
        return;
      }
    }
  }
}

function modelNear(tokens: readonly Token[], index: number): PayUnit | undefined {
  const base = { per: 1, to: 0, rank: 1, sure: true };
  const token = tokens[index]?.stem ?? '';
  if (near(tokens, index, -2, rateWords) || near(tokens, index, 4, new Set(['hourly']))) {
    return { ...base, type: 'PAY_PER_HOUR' };
  }
  if (token === 'fixed' || token === 'flat' || token === 'lump') {
    return near(tokens, index, 3, budgetWords) ? { ...base, type: 'FIXED_PRICE' } : undefined;
  }
  for (let at = index + 1; at < index + 4; at += 1) {
    const unit = unitAfter(tokens, at);
    if (unit) return unit;
  }
  return undefined;
}
