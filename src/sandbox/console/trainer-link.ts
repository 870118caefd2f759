import type { Market } from '../opentrain/market.ts';
import { type Html, html } from '../pages/html.ts';
import { named } from '../pages/named.ts';

/** A trainer's masked name, leading to the profile where there is one. */
export function trainerLink({ trainers }: Market, trainerId: string): Html {
  const trainer = trainers.get(trainerId);
  if (!trainer) return named('Freelancer');
  const name = named(trainer.displayName);
  return trainer.registered ? html`<a href="/profile/${trainer.slug}">${name}</a>` : name;
}
