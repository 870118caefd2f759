import type { Kernel } from '../kernel/kernel.ts';
import type { ContractWatcher } from './contract-watcher.ts';
import type { Events } from './events/events.ts';
import type { Webhooks } from './events/webhooks.ts';
import type { Approvals } from './money/approvals.ts';
import type { Contracts } from './money/contracts.ts';
import type { Credits } from './money/credits.ts';
import type { Invoices } from './money/invoices.ts';
import type { Milestones } from './money/milestones.ts';
import type { TopUps } from './money/top-ups.ts';
import type { Team } from './team/team.ts';

/** What money, events and team need of an account. */
export interface AccountFacts {
  readonly id: string;
  readonly ownerUserId: string;
  /** Name of the organization. */
  readonly name: string;
  readonly organizationId: string;
  readonly ownerName: string | null;
  readonly ownerEmail: string | null;
  readonly claimed: boolean;
  readonly features: readonly string[];
  /** Whether a card is on file. */
  readonly card: boolean;
  readonly createdAt: string;
}

/** What money needs of a job. */
export interface JobFacts {
  readonly id: string;
  readonly accountId: string;
  readonly title: string;
  /** `FIXED_PRICE`, `PAY_PER_HOUR`, `PAY_PER_LABEL`, if it is known. */
  readonly paymentType: string | null;
}

/** What money needs of a proposal. */
export interface ProposalFacts {
  readonly id: string;
  readonly jobId: string;
  /** User id of the trainer. */
  readonly trainerId: string;
  /** Raw status, such as `SHORTLISTED`. */
  readonly status: string;
  readonly bidAmountUsd: number | null;
}

/** What money needs of a trainer. */
export interface TrainerFacts {
  readonly id: string;
  /** Masked: first name and last initial, or `Freelancer`. */
  readonly displayName: string;
  readonly country: string | null;
  readonly slug: string;
  /** Whether there is a user behind the name. */
  readonly registered: boolean;
}

/** What the rest of the sandbox is asked for by money, events and team. */
export interface Marketplace {
  readonly accounts: {
    get(id: string): AccountFacts | undefined;
    /** A user with this sign-in address, for team invites. */
    userByEmail(email: string): { userId: string; name: string } | undefined;
  };
  readonly jobs: { get(id: string): JobFacts | undefined };
  readonly proposals: {
    get(id: string): ProposalFacts | undefined;
    /** Moves a proposal and emits `proposal.status_changed`. */
    setStatus(id: string, status: string): void;
  };
  readonly trainers: { get(id: string): TrainerFacts | undefined };
  readonly conversations: {
    /** Opens the thread of a hired proposal. @returns its id. */
    openForJob(jobId: string, proposalId: string): string;
  };
}

/** Contracts and what moves money. */
export interface MoneySide {
  readonly approvals: Approvals;
  readonly contracts: Contracts;
  readonly milestones: Milestones;
  readonly credits: Credits;
  readonly topUps: TopUps;
  readonly invoices: Invoices;
}

/** Who hears of what, and who belongs to an account. */
export interface EventsSide {
  readonly events: Events;
  readonly webhooks: Webhooks;
}

/** All services of one sandboxed OpenTrain. They find each other here, so none makes another. */
export interface World extends Marketplace, MoneySide, EventsSide {
  readonly kernel: Kernel;
  readonly team: Team;
  /** Who else hears of contracts. Signed up while the sandbox is made, never later. */
  readonly watchers: ContractWatcher[];
}
