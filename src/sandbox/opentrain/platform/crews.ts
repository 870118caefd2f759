import type { Participant } from '../../../../generated/platform/types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { appOrigin } from '../auth/oauth.ts';
import type { ContractRow } from '../money/contracts.ts';
import type { TrainerRow, Trainers } from '../proposals/trainers.ts';
import type { InstallRow } from './installs.ts';

interface CrewRow {
  readonly contractId: string;
  readonly trainerIds: readonly string[];
}

interface WorkEmailRow {
  readonly trainerId: string;
  /** `null` once revoked. */
  readonly address: string | null;
}

const domain = '@opentrain.work';

/** Who works on contracts, and under which addresses platforms know them. */
export class Crews {
  readonly #trainers: Trainers;
  readonly #crews;
  readonly #emails;

  constructor(kernel: Kernel, trainers: Trainers) {
    this.#trainers = trainers;
    this.#crews = kernel.store.table('platform.crews', {
      key: (row: CrewRow) => row.contractId,
    });
    this.#emails = kernel.store.table('platform.workEmails', {
      key: (row: WorkEmailRow) => row.trainerId,
    });
  }

  /** User ids, the hired trainer's first; nobody when the trainer was taken away. */
  of({ id, trainerId }: ContractRow): readonly string[] {
    return this.#crews.get(id)?.trainerIds ?? [trainerId];
  }

  /** Says who works on a contract, in place of the trainer that was hired for it. */
  set(contractId: string, trainerIds: readonly string[]): void {
    const ids = trainerIds.map((id) => this.#trainers.require(id).id);
    this.#crews.delete(contractId);
    this.#crews.insert({ contractId, trainerIds: [...new Set(ids)] });
  }

  /** @throws Refusal 400 when the address is none of OpenTrain's. */
  issueEmail(trainerId: string, address?: string): string {
    const trainer = this.#trainers.require(trainerId);
    const issued = address ?? usualAddress(trainer);
    if (!isWorkEmail(issued)) {
      throw new Refusal(400, 'BAD_REQUEST', `A Work Email ends in ${domain}.`);
    }
    this.#write({ trainerId: trainer.id, address: issued });
    return issued;
  }

  revokeEmail(trainerId: string): void {
    this.#write({ trainerId: this.#trainers.require(trainerId).id, address: null });
  }

  /**
   * What an install may know of a trainer. The one place that hands out a Work Email, and only with
   * the scope and the customer's consent.
   */
  participant({ scopes, piiConsent }: InstallRow, trainerId: string): Participant {
    const trainer = this.#trainers.get(trainerId);
    const workEmail =
      piiConsent && scopes.includes('participants:email') && trainer
        ? this.#emailOf(trainer)
        : undefined;
    return {
      opentrainUserId: trainerId,
      displayName: trainer?.displayName ?? 'Freelancer',
      country: trainer?.person.countryCode ?? null,
      profileUrl: `${appOrigin}/profile/${encodeURIComponent(trainer?.slug ?? trainerId)}`,
      ...(workEmail !== undefined && { workEmail }),
    };
  }

  /** Everybody has one from the start (inferred); a revoked one is no one's any more. */
  #emailOf(trainer: TrainerRow): string | undefined {
    const row = this.#emails.get(trainer.id);
    const address = row ? row.address : usualAddress(trainer);
    return address !== null && isWorkEmail(address) ? address : undefined;
  }

  #write(row: WorkEmailRow): void {
    this.#emails.delete(row.trainerId);
    this.#emails.insert(row);
  }
}

/** From the slug, which is masked and nobody else's, where it can stand in an address. */
function usualAddress({ id, slug }: TrainerRow): string {
  return `${/^[a-z0-9-]+$/.test(slug) ? slug : id}${domain}`;
}

function isWorkEmail(address: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(address) && address.endsWith(domain);
}
