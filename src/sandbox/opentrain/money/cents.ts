/** Money is counted in whole cents; dollars exist on the wire only. */
export function usdOf(cents: number): number {
  return cents / 100;
}

/** Dollars as cents. Exact in decimals (1.005 is 101), half a cent up. */
export function centsOf(usd: number): number {
  return centsTimes(usd, 1);
}

/** Rate times volume in cents, as exact: 0.07 a label by 15 labels is 105. */
export function centsTimes(rateUsd: number, volume: number): number {
  const rate = decimal(rateUsd);
  const by = decimal(volume);
  const units = rate.units * by.units;
  const scale = rate.scale + by.scale;
  if (scale <= 2) return Number(units * 10n ** BigInt(2 - scale));
  const divisor = 10n ** BigInt(scale - 2);
  return Number((units * 2n + divisor) / (divisor * 2n));
}

/** A share of an amount in cents, half a cent up. */
export function percentOf(cents: number, percent: number): number {
  return Math.floor((cents * percent + 50) / 100);
}

/** A number above 0 by the digits it is written with: units over 10 to the power of scale. */
function decimal(value: number): { units: bigint; scale: number } {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}
