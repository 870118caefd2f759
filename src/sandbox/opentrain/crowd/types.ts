import type { TranscriptMessage } from './sanitize-transcript.ts';

/** What the crowd looks at in a job; a draft's fields fit. */
export interface CrowdJob {
  readonly jobTitle?: string;
  readonly dataType?: string;
  readonly labelTypes?: readonly string[];
  readonly languages?: readonly string[];
  readonly countries?: readonly string[];
  readonly subjectMatter?: string | readonly string[];
  readonly labelingSoftware?: string;
  readonly experienceLevel?: string;
  readonly paymentType?: string;
  readonly pricePerHour?: number;
  readonly pricePerLabel?: number;
  readonly fixedPrice?: number;
}

/** A trainer with the real name. Employers see `publicFreelancer` and `publicCandidate` of it. */
export interface Trainer {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly profileSlug: string;
  readonly talentType: string;
  readonly title: string | null;
  readonly bio: string | null;
  readonly city: string | null;
  readonly countryCode: string | null;
  readonly profilePhotoUrl: string | null;
  /** USD an hour. */
  readonly hourlyRateUsd: number | null;
  readonly availability: string | null;
  readonly expertiseLevel: string | null;
  readonly englishLevel: string | null;
  readonly memberSince: string;
  readonly identityVerified: boolean;
  readonly skills: {
    readonly subjectMatter: string[];
    readonly tags: string[];
    readonly dataTypes: string[];
    readonly labelTypes: string[];
    readonly software: string[];
  };
  readonly languages: { readonly language: string; readonly proficiency: string }[];
  readonly stats: {
    readonly totalEarnedUsd: number;
    readonly billedHours: number;
    /** 0 to 100; null before the first job. */
    readonly jobSuccessScore: number | null;
    readonly reviewCount: number;
    /** 0 to 5; null before the first review. */
    readonly averageRating: number | null;
  };
  readonly highestEarningsUsd: number | null;
  readonly labelExperience: LabelExperience[];
  readonly reviews: {
    readonly id: string;
    readonly rating: number;
    readonly comment: string;
    readonly createdAt: string;
  }[];
}

/** Earlier work of a trainer. */
export interface LabelExperience {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly fromYear: number;
  readonly toYear: number | null;
  readonly ongoing: boolean;
  readonly software: string | null;
  readonly dataType: string;
  readonly labelTypes: string[];
}

/** What a trainer asks for. */
export interface CandidateBid {
  /** USD a unit. */
  readonly amountUsd: number;
  readonly unit: 'PER_LABEL' | 'PER_HOUR' | 'FIXED_PRICE';
  readonly labelerHourlyRateUsd: number | null;
}

/** An AI interview; message times are counted from its start. */
export interface CandidateInterview {
  readonly id: string;
  /** 0 to 100. */
  readonly score: number;
  readonly summary: string;
  readonly messages: readonly (TranscriptMessage & {
    readonly id: string;
    readonly secondsIn: number;
  })[];
}

/** One applicant for a job. */
export interface CrowdCandidate {
  readonly trainer: Trainer;
  readonly bid: CandidateBid;
  /** 0 to 1: how well languages, labels and the rest fit. */
  readonly matchScore: number;
  /** 0 to 100; null without an interview. */
  readonly interviewScore: number | null;
  /** The proposal's letter. */
  readonly cover: string;
  readonly interview: CandidateInterview | null;
  readonly location: { readonly status: string; readonly method: string } | null;
  /** Minutes after publishing at which the proposal comes in. */
  readonly appliesAfterMinutes: number;
}
