import type { RandomStream } from '../../kernel/random.ts';
import { priceKeys } from '../drafting/fields.ts';
import { displayText } from '../drafting/words/kinds.ts';
import type { JobRow } from '../jobs/job-row.ts';
import type { InterviewTurn } from './interviews.ts';
import type { NewTrainer } from './trainers.ts';

/** Somebody who applies to a job, and how it went. */
export interface Applicant {
  readonly trainer: NewTrainer;
  /** USD a unit. */
  readonly bid: number;
  readonly score: number | null;
  readonly matchScore: number;
  readonly summary: string;
  /** `null` when there is no transcript. */
  readonly turns: readonly InterviewTurn[] | null;
  readonly located: boolean;
}

const first = [
  'Maria',
  'Chen',
  'Amara',
  'Luis',
  'Priya',
  'Jonas',
  'Fatima',
  'Noah',
  'Ines',
] as const;
const last = [
  'Garcia',
  'Wei',
  'Okafor',
  'Mendez',
  'Sharma',
  'Berg',
  'Haddad',
  'Kim',
  'Rossi',
] as const;
const places = ['ES', 'MX', 'NG', 'IN', 'BR', 'DE', 'KE', 'PH', 'CO'] as const;

/** People who apply to a job, made up from its fields. */
export function applicants(stream: RandomStream, job: JobRow, count: number): Applicant[] {
  return Array.from({ length: count }, () => applicant(stream, job));
}

function applicant(stream: RandomStream, { fields, title }: JobRow): Applicant {
  const fit = stream.next();
  const asked = fields.paymentType && fields[priceKeys[fields.paymentType]];
  const bid = round((asked ?? 15) * (0.8 + stream.next() * 0.5));
  const score = Math.round(40 + fit * 55);
  const subject = fields.dataType ? displayText(fields.dataType) : 'Data';
  const languages = fields.languages ?? [];
  return {
    trainer: {
      firstName: stream.pick(first),
      lastName: stream.pick(last),
      countryCode: fields.countries?.[0] ?? stream.pick(places),
      profile: {
        title: `${subject} annotator`,
        hourlyRateUsd: stream.integer(8, 40),
        identityVerified: stream.next() < 0.8,
        highestEarningsUsd: stream.integer(0, 60) * 100,
        languages: languages.map((language) => ({ language, proficiency: 'FLUENT' })),
      },
    },
    bid,
    score,
    matchScore: Math.round(fit * 100) / 100,
    summary: score >= 70 ? 'Clear answers from real work.' : 'Short answers, little experience.',
    turns: [
      { role: 'interviewer', content: `What have you done that is like "${title}"?` },
      {
        role: 'candidate',
        content:
          score >= 70
            ? `Two projects with ${subject.toLowerCase()} data, one of them as a reviewer.`
            : 'I am new to this but learn fast.',
      },
    ],
    located: stream.next() < 0.9,
  };
}

/** To cents, or to a hundredth of a cent below a dollar. */
function round(usd: number): number {
  const digits = usd < 1 ? 10_000 : 100;
  return Math.max(1 / digits, Math.round(usd * digits) / digits);
}
