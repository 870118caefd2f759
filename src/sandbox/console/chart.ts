import { usd } from '../pages/format.ts';
import { type Html, html } from '../pages/html.ts';

/** A balance after an entry, in cents. */
export interface Balance {
  readonly available: number;
  readonly reserved: number;
}

const width = 100;
const height = 100;

/** A bar for the balance after each entry, oldest first: what is available, and what is reserved on it. */
export function balanceChart(balances: readonly Balance[]): Html | undefined {
  const last = balances.at(-1);
  if (!last) return undefined;
  const most = Math.max(...balances.map(({ available, reserved }) => available + reserved));
  const top = roundUp(most);
  const step = width / Math.max(balances.length, 6);
  const bar = (name: string, i: number, from: number, cents: number) => {
    if (cents === 0) return false;
    const tall = (cents / top) * height;
    const y = height - (from / top) * height - tall;
    return html`<rect class="${name}" x="${(i * step).toFixed(3)}" y="${y.toFixed(3)}" width="${(step * 0.8).toFixed(3)}" height="${tall.toFixed(3)}"/>`;
  };
  return html`<figure><div class="chart"><div class="scale" aria-hidden="true"><span>${usd(top)}</span><span>${usd(top / 2)}</span><span>${usd(0)}</span></div>
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="Credits after each of ${balances.length} entries; at the end ${usd(last.available)} available and ${usd(last.reserved)} reserved">
${[0, height / 2, height].map((y) => html`<line class="axis" x1="0" x2="${width}" y1="${y}" y2="${y}"/>`)}
${balances.map(({ available, reserved }, i) => [
  bar('available', i, 0, available),
  bar('reserved', i, available, reserved),
])}
</svg></div>
<figcaption class="quiet"><span class="key of-available"></span>available <span class="key of-reserved"></span>reserved, after each entry</figcaption></figure>`;
}

/** The next 1, 2 or 5 with zeros. */
function roundUp(cents: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(cents, 100)));
  return ([1, 2, 5].find((digit) => digit * power >= cents) ?? 10) * power;
}
