import type { Kernel } from '../../kernel/kernel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { countryName } from '../drafting/words/countries.ts';
import { maskedName } from './masked-name.ts';
import type { TrainerProfile } from './trainer-profile.ts';

/** Somebody who works: an AI trainer, or, before signing up, a name on a résumé. */
export interface TrainerRow {
  /** User id. */
  readonly id: string;
  readonly slug: string;
  /** Never leaves the sandbox unmasked. */
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Masked. */
  readonly displayName: string;
  readonly countryCode: string | null;
  readonly country: string | null;
  readonly profile: TrainerProfile;
  /** Whether there is a user behind it: without one nobody can be written to. */
  readonly registered: boolean;
  /** Whether employers may invite this trainer. */
  readonly available: boolean;
  readonly createdAt: string;
}

/** What a trainer may be given. */
export interface NewTrainer {
  firstName?: string | null;
  lastName?: string | null;
  slug?: string;
  countryCode?: string | null;
  profile?: Partial<TrainerProfile>;
  registered?: boolean;
  available?: boolean;
}

const noProfile: TrainerProfile = {
  title: null,
  bio: null,
  city: null,
  hourlyRateUsd: null,
  availability: null,
  expertiseLevel: null,
  englishLevel: null,
  memberSince: null,
  identityVerified: false,
  highestEarningsUsd: null,
  skills: { subjectMatter: [], tags: [], dataTypes: [], labelTypes: [], software: [] },
  languages: [],
  stats: {
    totalEarnedUsd: null,
    billedHours: null,
    jobSuccessScore: null,
    reviewCount: 0,
    averageRating: null,
  },
  labelExperience: [],
  reviews: [],
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

  /** For controls: whoever drives the sandbox hears when there is no such trainer. */
  require(id: string): TrainerRow {
    const trainer = this.get(id) ?? this.bySlug(id);
    if (!trainer) throw new Refusal(404, 'NOT_FOUND', `There is no trainer ${id}.`);
    return trainer;
  }

  create(options: NewTrainer = {}): TrainerRow {
    const { clock, random } = this.#kernel;
    const { firstName = null, lastName = null, countryCode = null } = options;
    const { displayName, slug } = maskedName(firstName, lastName);
    return this.#table.insert({
      id: random.stream('opentrain.trainers').id('usr_'),
      slug: this.#freeSlug(options.slug ?? slug),
      firstName,
      lastName,
      displayName,
      countryCode,
      country: countryCode && (countryName(countryCode) ?? null),
      profile: { ...noProfile, ...options.profile },
      registered: options.registered ?? true,
      available: options.available ?? true,
      createdAt: clock.iso(),
    });
  }

  setAvailable(id: string, available: boolean): TrainerRow {
    return this.#table.update(this.require(id).id, { available });
  }

  /** Masked names repeat, slugs don't: `maria-g`, `maria-g-2`, … */
  #freeSlug(slug: string): string {
    if (!this.bySlug(slug)) return slug;
    const numbered = `${slug}-${this.#kernel.store.next(`opentrain.slugs.${slug}`) + 1}`;
    return this.bySlug(numbered) ? this.#freeSlug(slug) : numbered;
  }
}
