import { displayText } from '../drafting/words/kinds.ts';
import {
  dataTypeOf,
  labelNames,
  labelTypesOf,
  listed,
  softwareOf,
  subjectsOf,
  tagsOf,
} from './job-words.ts';
import { claimSlug, maskName } from './mask.ts';
import { type Place, places } from './places.ts';
import { between, chance, drawId, pick, type Random, sample } from './random.ts';
import type { CrowdJob, LabelExperience, Trainer } from './types.ts';

/** How well someone fits, drawn before the person: 0 is a stranger to the work, 1 made for it. */
export type Aptitude = number;

const day = 86_400_000;
const labelPool = [
  'BOUNDING_BOX',
  'POLYGON',
  'SEGMENTATION',
  'CLASSIFICATION',
  'NER',
  'TRANSCRIPTION',
  'TRANSLATION',
  'SENTIMENT_ANALYSIS',
  'RLHF',
  'KEYPOINT',
];
const softwarePool = ['Label Studio', 'CVAT', 'Labelbox', 'SuperAnnotate', 'Doccano', 'Praat'];
const subjectPool = [
  'Retail',
  'Healthcare',
  'Finance',
  'Automotive',
  'Education',
  'Customer Service',
];
const dataPool = ['IMAGE', 'TEXT', 'AUDIO', 'VIDEO', 'DOCUMENT'];
const praise = [
  'Careful work and quick answers.',
  'Followed the guidelines to the letter and asked when they were unclear.',
  'Good quality throughout, a little late once.',
  'Would hire again.',
] as const;

/**
 * Draws a person who applies for a job.
 *
 * @param options.aptitude 0 to 1: how much of what the job asks for this person has
 * @param options.now epoch milliseconds of the application
 * @param options.taken profile slugs in use; the person's own is added
 */
export function drawTrainer(
  random: Random,
  job: CrowdJob,
  options: { aptitude: Aptitude; now: number; taken: Set<string> },
): Trainer {
  const { aptitude, now, taken } = options;
  const home = drawHome(random, job, aptitude);
  const firstName = pick(random, home.firstNames);
  const lastName = pick(random, home.lastNames);
  const wantedLabels = labelTypesOf(job);
  const labelTypes = learn(random, wantedLabels, labelPool, aptitude, 2);
  const dataTypes = learn(random, [dataTypeOf(job)], dataPool, aptitude, 1);
  const software = learn(random, softwareOf(job), softwarePool, aptitude, 2);
  const subjectMatter = learn(random, subjectsOf(job), subjectPool, aptitude, 1);
  const years = Math.round(aptitude * 5 + random() * 2);
  const jobs = years === 0 ? 0 : between(random, 0, years * 2);
  const rated = jobs > 0;
  const hourlyRateUsd = Math.max(4, Math.round(home.rate * (0.8 + years * 0.06 + random() * 0.3)));
  const billedHours = jobs * between(random, 15, 60);
  const totalEarnedUsd = billedHours * hourlyRateUsd;
  const city = pick(random, home.cities);
  const memberDays = between(random, 20, 300 + years * 300);
  const profileSlug = claimSlug(maskName({ firstName, lastName }).profileSlug, taken);
  return {
    id: drawId(random, 'usr'),
    firstName,
    lastName,
    profileSlug,
    talentType: 'FREELANCER',
    title: `${displayText(labelTypes[0] ?? 'DATA')} annotator`,
    bio: `${practice(years)}, at home in ${city}. I work with ${listed(labelNames(labelTypes))} labels.`,
    city,
    countryCode: home.code,
    profilePhotoUrl: null,
    hourlyRateUsd,
    availability: pick(random, ['FULL_TIME', 'PART_TIME', 'PART_TIME'] as const),
    expertiseLevel: years < 1 ? 'ENTRY_LEVEL' : years < 3 ? 'INTERMEDIATE' : 'EXPERT',
    englishLevel: home.languages.includes('English')
      ? 'NATIVE'
      : pick(random, ['FLUENT', 'FLUENT', 'CONVERSATIONAL'] as const),
    memberSince: new Date(now - memberDays * day).toISOString(),
    identityVerified: chance(random, 0.7),
    skills: { subjectMatter, tags: tagsOf(labelTypes, dataTypes), dataTypes, labelTypes, software },
    languages: drawLanguages(random, job, home, aptitude),
    stats: {
      totalEarnedUsd,
      billedHours,
      jobSuccessScore: rated ? Math.min(100, 78 + Math.round(aptitude * 14 + random() * 8)) : null,
      reviewCount: jobs,
      averageRating: rated ? Number((3.9 + aptitude * 0.7 + random() * 0.4).toFixed(1)) : null,
    },
    highestEarningsUsd: rated ? Math.round(totalEarnedUsd * (0.3 + random() * 0.3)) : null,
    labelExperience: drawExperience(random, { labelTypes, dataTypes, software, years, now }),
    reviews: Array.from({ length: Math.min(jobs, 3) }, () => ({
      id: drawId(random, 'rev'),
      rating: aptitude > 0.6 || chance(random, 0.5) ? 5 : 4,
      comment: pick(random, praise),
      createdAt: new Date(now - between(random, 1, memberDays) * day).toISOString(),
    })),
  };
}

function practice(years: number): string {
  if (years === 0) return 'New to annotation';
  return years === 1 ? 'A year of annotation' : `${years} years of annotation`;
}

/** Where a person lives: mostly where the job allows, and where one of its languages is spoken. */
function drawHome(random: Random, job: CrowdJob, aptitude: Aptitude): Place {
  const { countries = [], languages = [] } = job;
  const allowed = places.filter((place) => countries.includes(place.code));
  const fluent = (allowed.length > 0 ? allowed : places).filter((place) =>
    place.languages.some((language) => languages.includes(language)),
  );
  const near = fluent.length > 0 ? fluent : allowed;
  // The platform shows a job only where it is allowed; few slip through.
  const local = near.length > 0 && chance(random, 0.55 + aptitude * 0.45);
  const home = pick(random, local ? near : allowed.length > 0 ? allowed : places) ?? places[0];
  const unknown =
    allowed.length === 0 && countries.length > 0 ? pick(random, countries) : undefined;
  return unknown ? { ...home, code: unknown } : home;
}

function drawLanguages(
  random: Random,
  job: CrowdJob,
  home: Place,
  aptitude: Aptitude,
): Trainer['languages'] {
  const known = new Map<string, string>([[pick(random, home.languages), 'NATIVE']]);
  for (const language of job.languages ?? []) {
    if (known.has(language)) continue;
    const native = home.languages.includes(language);
    if (chance(random, 0.15 + aptitude * 0.8)) {
      known.set(language, native || (aptitude > 0.75 && chance(random, 0.4)) ? 'NATIVE' : 'FLUENT');
    }
  }
  if (!known.has('English') && chance(random, 0.8)) known.set('English', 'FLUENT');
  return [...known].map(([language, proficiency]) => ({ language, proficiency }));
}

/** Skills out of what the job asks for, as far as the aptitude goes, and some others. */
function learn(
  random: Random,
  wanted: readonly string[],
  pool: readonly string[],
  aptitude: Aptitude,
  others: number,
): string[] {
  const known = wanted.filter(() => chance(random, 0.1 + aptitude * 0.88));
  const rest = pool.filter((value) => !wanted.includes(value));
  return [
    ...known,
    ...sample(random, rest, known.length > 0 ? between(random, 0, others) : others),
  ];
}

function drawExperience(
  random: Random,
  past: {
    labelTypes: string[];
    dataTypes: string[];
    software: string[];
    years: number;
    now: number;
  },
): LabelExperience[] {
  const thisYear = new Date(past.now).getUTCFullYear();
  return past.labelTypes.slice(0, past.years === 0 ? 0 : 2).map((label, index) => {
    const dataType = past.dataTypes[index % past.dataTypes.length] ?? 'IMAGE';
    const ongoing = index === 0 && chance(random, 0.4);
    const name = labelNames([label])[0] ?? 'labels';
    return {
      id: drawId(random, 'exp'),
      title: `${name} project`,
      description: `Made ${name} labels and reviewed those of others.`,
      fromYear: thisYear - past.years,
      toYear: ongoing ? null : thisYear - between(random, 0, Math.min(1, past.years)),
      ongoing,
      software: past.software[index] ?? null,
      dataType,
      labelTypes: [label],
    };
  });
}
