import { usd } from '../../pages/format.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Market } from '../market.ts';
import type { PaymentSource } from '../money/payment-source.ts';

/** Asks what pays a charge: the card on file, or credits. What can't is shown and can't be chosen. */
export function paymentChoice(
  market: Market,
  accountId: string,
  chargeCents: number,
  chosen?: PaymentSource,
): Html {
  const card = market.accounts.get(accountId)?.card ?? false;
  const { availableCents } = market.credits.balance(accountId);
  const covered = availableCents >= chargeCents;
  const source = chosen ?? (card || !covered ? 'card' : 'credits');
  const choice = (value: PaymentSource, possible: boolean, name: string, note: string) =>
    html`<label class="choice"><input type="radio" name="source" value="${value}"${possible && source === value && html` checked`}${!possible && html` disabled`}> <span>${name}<small>${note}</small></span></label>\n`;
  return html`<fieldset><legend>Paid with</legend>
${choice('card', card, 'Card on file', card ? 'Charged at once' : 'There is none')}
${choice('credits', covered, 'Credits', `${usd(availableCents)} available${covered ? '' : ', which is not enough'}`)}
</fieldset>`;
}
