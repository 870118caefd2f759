import { Refusal } from '../../kernel/refusal.ts';
import type { DraftFields } from '../drafting/fields.ts';
import type { Market } from '../market.ts';

const topics = [
  ['IMAGE', 'Street scene', 'BOUNDING_BOX', 'Draw boxes around cars, bicycles and pedestrians.'],
  ['AUDIO', 'Call center', 'TRANSCRIPTION', 'Transcribe short customer calls with timestamps.'],
  ['TEXT', 'Chat assistant', 'RLHF', 'Compare two answers and say which one helps more.'],
  ['VIDEO', 'Warehouse', 'KEYPOINT', 'Mark the joints of workers in short clips.'],
  ['DOCUMENT', 'Invoice', 'NER', 'Mark supplier, date and total in scanned invoices.'],
  ['MEDICAL', 'Chest scan', 'SEGMENTATION', 'Outline what a radiologist would point at.'],
  ['CODE', 'Pull request', 'CLASSIFICATION', 'Say whether a change does what it claims.'],
  ['GEOSPATIAL', 'Satellite', 'POLYGON', 'Outline roofs and fields in aerial pictures.'],
] as const;
const languages = ['English', 'Spanish', 'German', 'Hindi', 'Portuguese', 'French'] as const;
const countries = ['US', 'ES', 'IN', 'BR', 'DE', 'KE'] as const;
const levels = ['ENTRY_LEVEL', 'INTERMEDIATE', 'EXPERT', 'ANY_EXPERIENCE_LEVEL'] as const;
const spacingMs = 60_000;

/** How the marketplace is filled. */
export interface Seeding {
  /** Whose jobs they are; a new account when left out. */
  accountId?: string;
  /** Proposals a job, all from the same few trainers and unannounced. */
  proposalsPerJob?: number;
}

/**
 * Fills the marketplace at once with published jobs, one a minute up to now. Caps and events are
 * passed over: this is scenery, not something that an account did.
 */
export function seedJobs(
  market: Market,
  count: number,
  { accountId, proposalsPerJob = 0 }: Seeding = {},
): { accountId: string; jobIds: string[] } {
  if (!Number.isInteger(count) || count < 0 || !(proposalsPerJob >= 0)) {
    throw new Refusal(400, 'BAD_REQUEST', 'Counts have to be whole numbers of at least 0.');
  }
  const { accounts, jobs, proposals, trainers, kernel } = market;
  const owner = accountId ?? accounts.create({ name: 'Marketplace Scenery', claimed: true }).id;
  accounts.require(owner);
  const people = Array.from({ length: proposalsPerJob }, () => trainers.create());
  const now = kernel.clock.now();
  const jobIds: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { id } = jobs.create({ accountId: owner, fields: fieldsOf(i) });
    jobs.publish(id, now - (count - i) * spacingMs);
    for (const { id: trainerId } of people) {
      proposals.insert({ jobId: id, accountId: owner, trainerId, bidAmountUsd: 10 + (i % 20) });
    }
    jobIds.push(id);
  }
  return { accountId: owner, jobIds };
}

function fieldsOf(i: number): DraftFields {
  const [dataType, subject, labelType, work] = at(topics, i);
  const payment = i % 3;
  return {
    jobTitle: `${subject} project ${i + 1}`,
    jobDescription: `${work} Batch ${i + 1} of the ${subject.toLowerCase()} program.`,
    dataType,
    labelTypes: [labelType],
    languages: [at(languages, i >> 1)],
    countries: i % 4 === 0 ? [] : [at(countries, i >> 2)],
    experienceLevel: at(levels, i >> 3),
    dataVolume: 1_000 + i,
    dataVolumeUnit: 'NUMBER_OF_FILES',
    ...(payment === 0 && { paymentType: 'PAY_PER_HOUR', pricePerHour: 10 + (i % 30) }),
    ...(payment === 1 && { paymentType: 'PAY_PER_LABEL', pricePerLabel: 0.05 }),
    ...(payment === 2 && { paymentType: 'FIXED_PRICE', fixedPrice: 500 + i }),
  };
}

function at<T>(list: readonly T[], i: number): T {
  return list[i % list.length] as T;
}
