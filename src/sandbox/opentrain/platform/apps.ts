import type { Scope } from '../../../../generated/platform/types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { appOrigin } from '../auth/oauth.ts';
import type { AppFacts } from './app-facts.ts';

/** An annotation platform as registered. */
export interface AppRow extends AppFacts {
  readonly id: string;
  /** Public: there is no secret to it. */
  readonly clientId: string;
  readonly slug: string;
  readonly scopes: readonly Scope[];
  readonly status: 'ACTIVE' | 'DISABLED';
  readonly createdAt: string;
}

/** Registered apps, by id and by slug. */
export class Apps {
  readonly #kernel: Kernel;
  readonly #rows;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#rows = kernel.store.table('platform.apps', {
      key: (app: AppRow) => app.id,
      indexes: { slug: { on: (app) => app.slug } },
    });
  }

  get(id: string): AppRow | undefined {
    return this.#rows.get(id);
  }

  bySlug(slug: string): AppRow | undefined {
    return this.#rows.first('slug', slug);
  }

  /** For controls: whoever drives the sandbox hears when there is no such app. */
  require(slug: string): AppRow {
    const app = this.bySlug(slug);
    if (!app) throw new Refusal(404, 'NOT_FOUND', `There is no app ${slug}.`);
    return app;
  }

  /** Active at once: nobody reviews it. @throws Refusal 409 when the slug is taken. */
  register(slug: string, facts: AppFacts): AppRow {
    if (this.bySlug(slug)) throw new Refusal(409, 'CONFLICT', `The slug ${slug} is taken.`);
    const { clock, random } = this.#kernel;
    const stream = random.stream('platform.apps');
    return this.#rows.insert({
      id: stream.id('app_'),
      clientId: stream.id('ptnapp_'),
      slug,
      ...facts,
      status: 'ACTIVE',
      createdAt: clock.iso(),
    });
  }

  update(slug: string, change: Partial<AppFacts & Pick<AppRow, 'status'>>): AppRow {
    return this.#rows.update(this.require(slug).id, change);
  }
}

/** Where customers connect the app. */
export function connectUrl({ slug }: Pick<AppRow, 'slug'>): string {
  return `${appOrigin}/integrations/${slug}/connect`;
}
