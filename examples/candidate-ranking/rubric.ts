import type { Interview, Proposal } from 'trainyard/opentrain';

/** What is known of one applicant. */
export interface Applicant {
  readonly proposal: Proposal;
  /** `undefined` where no interview was recorded. */
  readonly interview: Interview | undefined;
}

/** An applicant with points from 0 to 100, and what they are made of. */
export interface Ranked extends Applicant {
  readonly points: number;
  readonly parts: Readonly<Record<'interview' | 'match' | 'price' | 'words', number>>;
  /** What stood out in the transcript, by name. */
  readonly signals: readonly string[];
}

/** How much each part is worth; together 100. */
const weights = { interview: 35, match: 25, price: 15, words: 25 } as const;

/** What good and poor answers have in common, beyond the score that the interviewer gave. */
const signals: readonly { name: string; pattern: RegExp; points: number }[] = [
  { name: 'asks', pattern: /\bask(s|ed)?\b|\bclarif/i, points: 30 },
  { name: 'checks', pattern: /\bcheck|\bcompare|\breview|\bgo over\b/i, points: 25 },
  { name: 'writes down', pattern: /\bnote\b|\bwrite down\b|\bcomment\b|\bguideline/i, points: 15 },
  { name: 'experience', pattern: /\byears?\b|\bmonths?\b|\bprojects?\b/i, points: 20 },
  { name: 'guesses', pattern: /\bguess\b(?!ing)|\bmost likely\b/i, points: -20 },
  { name: 'skips', pattern: /\bI skip\b|\blose time\b/i, points: -30 },
  {
    name: 'new to it',
    pattern: /\bnot done\b|\bnew to\b|\bno experience\b|\bnone so far\b/i,
    points: -25,
  },
];

/** Ranks applicants, best first; equals in the order of their proposals' ids. */
export function rank(applicants: readonly Applicant[], budgetUsd: number): Ranked[] {
  return applicants
    .map((applicant) => judge(applicant, budgetUsd))
    .sort((a, b) => b.points - a.points || a.proposal.id.localeCompare(b.proposal.id));
}

function judge({ proposal, interview }: Applicant, budgetUsd: number): Ranked {
  const { metrics, bid } = proposal;
  const said = interview?.messages.filter(({ role }) => role === 'candidate') ?? [];
  const words = said.map(({ content }) => content).join('\n');
  const found = signals.filter(({ pattern }) => pattern.test(words));
  const shares = {
    // The platform's scales are not documented: a share above 1 is taken as a percentage.
    interview: share(metrics.interviewScore),
    match: share(metrics.matchScore),
    price: bid.amountUsd ? Math.min(1, budgetUsd / bid.amountUsd) : 0,
    words: Math.min(1, Math.max(0, found.reduce((sum, { points }) => sum + points, 30) / 120)),
  };
  // Who was not interviewed has said nothing good, and nothing bad.
  if (said.length === 0) shares.words = 0;
  const parts = {
    interview: shares.interview * weights.interview,
    match: shares.match * weights.match,
    price: shares.price * weights.price,
    words: shares.words * weights.words,
  };
  const points = parts.interview + parts.match + parts.price + parts.words;
  return { proposal, interview, points, parts, signals: found.map(({ name }) => name) };
}

function share(score: number | null): number {
  if (score === null) return 0;
  return Math.min(1, score > 1 ? score / 100 : score);
}
