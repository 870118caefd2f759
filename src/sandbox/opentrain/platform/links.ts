import type { ProjectLink } from '../../../../generated/platform/types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { conflict } from '../refusals.ts';
import { platformLimit } from './limits.ts';

/** A link as stored. */
export interface LinkRow {
  readonly id: string;
  readonly installId: string;
  readonly jobId: string | null;
  readonly externalProjectId: string;
  readonly externalProjectName: string | null;
  readonly externalProjectUrl: string | null;
  readonly provisioningMode: 'PARTNER_WEBHOOK' | 'MANAGED_ADAPTER';
  readonly createdAt: string;
}

/** What a link is made from. */
export type NewLink = Omit<LinkRow, 'id' | 'createdAt'>;

/** Which project takes its work from which job. Links are made and deleted, never changed. */
export class Links {
  readonly #kernel: Kernel;
  readonly #rows;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#rows = kernel.store.table('platform.links', {
      key: (link: LinkRow) => link.id,
      indexes: {
        install: { on: (link) => link.installId },
        job: { on: (link) => link.jobId ?? undefined },
        installJob: {
          on: ({ installId, jobId }) => (jobId === null ? undefined : `${installId}|${jobId}`),
        },
        project: { on: (link) => `${link.installId}|${link.externalProjectId}` },
      },
    });
  }

  get(id: string): LinkRow | undefined {
    return this.#rows.get(id);
  }

  /** Newest first. */
  list(installId: string): LinkRow[] {
    return [...this.#rows.walk('install', installId, 'newest')];
  }

  /** All links to a job, of whatever install, oldest first. */
  toJob(jobId: string): LinkRow[] {
    return [...this.#rows.walk('job', jobId)];
  }

  /** An install's links to a job, oldest first. */
  ofInstall(installId: string, jobId: string): LinkRow[] {
    return [...this.#rows.walk('installJob', `${installId}|${jobId}`)];
  }

  isLinked(installId: string, jobId: string): boolean {
    return this.#rows.count('installJob', `${installId}|${jobId}`) > 0;
  }

  /** @throws Refusal 409 when the project is linked already, or the install has as many as it may. */
  create(link: NewLink): LinkRow {
    const { clock, limit, random } = this.#kernel;
    const { installId, externalProjectId } = link;
    if (this.#rows.count('project', `${installId}|${externalProjectId}`) > 0) {
      throw conflict(null, 'This project is linked already.', {
        externalProjectId,
      });
    }
    const cap = platformLimit(limit, 'linksPerInstall');
    if (this.#rows.count('install', installId) >= cap) {
      throw conflict(null, `An install has ${cap} links at most.`, {
        limit: cap,
      });
    }
    const id = random.stream('platform.links').id('lnk_');
    return this.#rows.insert({ id, ...link, createdAt: clock.iso() });
  }

  delete(id: string): void {
    this.#rows.delete(id);
  }
}

/** A link as readers see it. */
export function linkView({ installId: _, ...link }: LinkRow): ProjectLink {
  return link;
}
