import type { PublicJob } from 'trainyard/opentrain';

const paid: Readonly<Record<string, string>> = {
  PAY_PER_HOUR: 'By the hour',
  FIXED_PRICE: 'A fixed price',
  PAY_PER_LABEL: 'Per label',
};
const regions = new Intl.DisplayNames('en', { type: 'region' });
const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });

/** A way to be paid; as the platform writes it where it has a new one. */
export function payTypeName(payType: string): string {
  return paid[payType] ?? payType;
}

/** `MX` as `Mexico`. */
export function countryName(code: string): string {
  try {
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

export function day(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : days.format(time);
}

/** `$12–18 an hour`; `undefined` where nothing is said. */
export function payOf({ pay }: PublicJob): string | undefined {
  const { currency, hourlyRate, hourlyMin, hourlyMax, fixedPrice, perLabelRate } = pay;
  const money = (amount: number) => amountIn(currency, amount);
  if (typeof hourlyRate === 'number') return `${money(hourlyRate)} an hour`;
  if (typeof hourlyMin === 'number' && typeof hourlyMax === 'number') {
    return `${money(hourlyMin)} to ${money(hourlyMax)} an hour`;
  }
  if (typeof fixedPrice === 'number') return `${money(fixedPrice)} in all`;
  if (typeof perLabelRate === 'number') return `${money(perLabelRate)} a label`;
  return undefined;
}

function amountIn(currency: string, amount: number): string {
  try {
    const style = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
    // Labels are paid in fractions of a cent.
    return amount.toLocaleString('en', { ...style, maximumFractionDigits: amount < 1 ? 4 : 2 });
  } catch {
    return `${amount} ${currency}`;
  }
}
