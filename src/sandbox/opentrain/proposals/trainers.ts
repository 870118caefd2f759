import type { Kernel } from '../../kernel/kernel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { candidates } from '../crowd/candidates.ts';
import { maskName } from '../crowd/mask.ts';
import type { Trainer } from '../crowd/types.ts';
import { countryName } from '../drafting/words/countries.ts';

/** Somebody who works: an AI trainer, or, before signing up, a name on a résumé. */
export interface TrainerRow {
  /** User id. */
  readonly id: string;
  readonly slug: string;
  /** Masked. */
  readonly displayName: string;
  readonly country: string | null;
  /** With the real name, which never leaves the sandbox. */
  readonly person: Trainer;
  /** Whether there is a user behind it: without one nobody can be written to. */
  readonly registered: boolean;
  /** Whether employers may invite this trainer. */
  readonly available: boolean;
}

/** What a trainer is like, as far as it matters; the rest is made up. */
export type NewTrainer = Partial<Omit<Trainer, 'id' | 'firstName' | 'lastName'>> & {
  /** `null` for a name that is not known. */
  firstName?: string | null;
  lastName?: string | null;
  registered?: boolean;
  available?: boolean;
};

/** Trainers, by user id and by slug. */
export class Trainers {
  readonly #table;
  readonly #kernel: Kernel;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#table = kernel.store.table('opentrain.trainers', {
      key: (trainer: TrainerRow) => trainer.id,
      indexes: { slug: { on: (trainer) => trainer.slug } },
    });
  }

  get(id: string): TrainerRow | undefined {
    return this.#table.get(id);
  }

  bySlug(slug: string): TrainerRow | undefined {
    return this.#table.first('slug', slug);
  }

  /** Whoever has a public profile, by id or slug. */
  shown(idOrSlug: string): TrainerRow | undefined {
    const trainer = this.get(idOrSlug) ?? this.bySlug(idOrSlug);
    return trainer?.registered ? trainer : undefined;
  }

  /** For controls: whoever drives the sandbox hears when there is no such trainer. */
  require(id: string): TrainerRow {
    const trainer = this.get(id) ?? this.bySlug(id);
    if (!trainer) throw new Refusal(404, 'NOT_FOUND', `There is no trainer ${id}.`);
    return trainer;
  }

  /** Makes a person up, apart from what is wished. */
  create(wish: NewTrainer = {}): TrainerRow {
    const { clock, random } = this.#kernel;
    const stream = random.stream('opentrain.trainers');
    const [drawn] = candidates(() => stream.next(), {}, 1, { now: clock.now() });
    if (!drawn) throw new Error('nobody was drawn');
    return this.add(drawn.trainer, wish);
  }

  /** Signs a person up. Masked names repeat, slugs don't: `maria-g`, `maria-g-2`, … */
  add(drawn: Trainer, wish: NewTrainer = {}): TrainerRow {
    const { registered = true, available = true, ...wished } = wish;
    const { firstName = drawn.firstName, lastName = drawn.lastName } = wished;
    const person = {
      ...drawn,
      ...wished,
      firstName: firstName ?? '',
      lastName: lastName ?? '',
    };
    const { displayName, profileSlug } = maskName(person);
    const slug = this.#freeSlug(wished.profileSlug ?? profileSlug);
    return this.#table.insert({
      id: person.id,
      slug,
      displayName,
      country: person.countryCode && (countryName(person.countryCode) ?? null),
      person: { ...person, profileSlug: slug },
      registered,
      available,
    });
  }

  setAvailable(id: string, available: boolean): TrainerRow {
    return this.#table.update(this.require(id).id, { available });
  }

  #freeSlug(slug: string): string {
    if (!this.bySlug(slug)) return slug;
    const numbered = `${slug}-${this.#kernel.store.next(`opentrain.slugs.${slug}`) + 1}`;
    return this.bySlug(numbered) ? this.#freeSlug(slug) : numbered;
  }
}
