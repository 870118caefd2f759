import { conflict } from '../refusals.ts';
import type { World } from '../world.ts';

/** What pays: the card on file, or prepaid credits. */
export type PaymentSource = 'card' | 'credits';

/**
 * What can pay a charge. A card on file can pay any; credits what they cover.
 *
 * @returns the human's choice if it can pay, without one the card if there is one, else credits.
 * @throws Refusal 409 `payment_method_required`; 409 `insufficient_credits` (inferred) for chosen
 * credits that don't suffice.
 */
export function paymentSource(
  { accounts, credits }: Pick<World, 'accounts' | 'credits'>,
  { accountId, chargeCents, origin }: { accountId: string; chargeCents: number; origin: string },
  chosen?: PaymentSource,
): PaymentSource {
  const card = accounts.get(accountId)?.card ?? false;
  const { availableCents } = credits.balance(accountId);
  if (card && chosen !== 'credits') return 'card';
  if (availableCents >= chargeCents && chosen !== 'card') return 'credits';
  if (chosen === 'credits') {
    throw conflict('insufficient_credits', 'The credits do not cover this charge.', {
      availableCents,
      chargeCents,
    });
  }
  throw conflict('payment_method_required', 'Add a card, or enough credits for the whole charge.', {
    billingUrl: `${origin}/employer-settings?tab=billing`,
  });
}
