import { describe, expect, expectTypeOf, it } from 'vitest';
import type { components } from '../../../../generated/opentrain/types.ts';
import { candidates } from '../../../../src/sandbox/opentrain/crowd/candidates.ts';
import { maskName } from '../../../../src/sandbox/opentrain/crowd/mask.ts';
import { places } from '../../../../src/sandbox/opentrain/crowd/places.ts';
import {
  publicCandidate,
  publicFreelancer,
} from '../../../../src/sandbox/opentrain/crowd/projection.ts';
import type { CrowdJob } from '../../../../src/sandbox/opentrain/crowd/types.ts';
import { countryName } from '../../../../src/sandbox/opentrain/drafting/words/countries.ts';
import { languageName } from '../../../../src/sandbox/opentrain/drafting/words/languages.ts';
import { seeded } from './seeded.ts';

const job: CrowdJob = {
  jobTitle: 'Street scene boxes',
  dataType: 'IMAGE',
  labelTypes: ['BOUNDING_BOX', 'POLYGON'],
  languages: ['Spanish', 'English'],
  countries: ['MX', 'CO', 'ES'],
  subjectMatter: 'Automotive',
  labelingSoftware: 'CVAT',
  experienceLevel: 'INTERMEDIATE',
  paymentType: 'PAY_PER_LABEL',
  pricePerLabel: 0.06,
};
const crowd = candidates(seeded(1), job, 400);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the crowd of a job', () => {
  it('is the same for the same seed and another for another', () => {
    const first = JSON.stringify(candidates(seeded(7), job, 20));
    expect(JSON.stringify(candidates(seeded(7), job, 20))).toBe(first);
    expect(JSON.stringify(candidates(seeded(8), job, 20))).not.toBe(first);
  });

  it('does not change its first members when more apply', () => {
    expect(candidates(seeded(7), job, 5)).toEqual(candidates(seeded(7), job, 20).slice(0, 5));
  });

  it('has scores on their scales, spread out, better where the fit is better', () => {
    for (const { matchScore, interviewScore } of crowd) {
      expect(matchScore).toBeGreaterThanOrEqual(0);
      expect(matchScore).toBeLessThanOrEqual(1);
      if (interviewScore !== null) {
        expect(Number.isInteger(interviewScore)).toBe(true);
        expect(interviewScore).toBeGreaterThanOrEqual(0);
        expect(interviewScore).toBeLessThanOrEqual(100);
      }
    }
    const speaks = (name: string) =>
      crowd.filter(({ trainer }) => trainer.languages.some((entry) => entry.language === name));
    const knows = crowd.filter(({ trainer }) => trainer.skills.labelTypes.includes('BOUNDING_BOX'));
    const lacks = crowd.filter(
      ({ trainer }) => !trainer.skills.labelTypes.includes('BOUNDING_BOX'),
    );
    expect(mean(knows.map((one) => one.matchScore))).toBeGreaterThan(
      mean(lacks.map((one) => one.matchScore)) + 0.15,
    );
    expect(mean(knows.flatMap((one) => one.interviewScore ?? []))).toBeGreaterThan(
      mean(lacks.flatMap((one) => one.interviewScore ?? [])) + 10,
    );
    expect(speaks('Spanish').length).toBeGreaterThan(300);
    const scores = crowd.map((one) => one.matchScore);
    expect(Math.max(...scores)).toBeGreaterThan(0.9);
    expect(Math.min(...scores)).toBeLessThan(0.55);
  });

  it('is mostly, but not wholly, interviewed and checked', () => {
    const talked = crowd.filter((one) => one.interview !== null);
    expect(talked.length).toBeGreaterThan(280);
    expect(talked.length).toBeLessThan(360);
    for (const one of crowd) {
      expect(one.interview?.score ?? null).toBe(one.interviewScore);
    }
    const statuses = new Set(crowd.map((one) => one.location?.status ?? 'none'));
    expect([...statuses].sort()).toEqual(['FAILED', 'PASSED', 'none']);
  });

  it('lives where the job allows', () => {
    const codes = new Set(crowd.map(({ trainer }) => trainer.countryCode));
    expect([...codes].sort()).toEqual(['CO', 'ES', 'MX']);
    const elsewhere = candidates(seeded(2), { countries: ['FJ', 'IS'] }, 20);
    for (const { trainer } of elsewhere) expect(['FJ', 'IS']).toContain(trainer.countryCode);
  });

  it('has slugs of its own, also beside those of another crowd', () => {
    const taken = new Set<string>();
    const all = [1, 2, 3].flatMap((seed) => candidates(seeded(seed), job, 50, { taken }));
    expect(new Set(all.map(({ trainer }) => trainer.profileSlug)).size).toBe(150);
    expect(taken.size).toBe(150);
  });

  it('is drawn for a job that says nothing, and can be empty', () => {
    expect(candidates(seeded(3), {}, 0)).toEqual([]);
    for (const one of candidates(seeded(3), {}, 30)) {
      expect(one.bid.unit).toBe('PER_HOUR');
      expect(one.bid.amountUsd).toBeGreaterThan(0);
    }
  });
});

describe('bids', () => {
  it.each([
    [{ paymentType: 'PAY_PER_LABEL', pricePerLabel: 0.06 }, 'PER_LABEL', 0.06],
    [{ paymentType: 'PAY_PER_HOUR', pricePerHour: 18 }, 'PER_HOUR', 18],
    [{ paymentType: 'FIXED_PRICE', fixedPrice: 4500 }, 'FIXED_PRICE', 4500],
  ] as const)('for %j are around its rate', (pay, unit, rate) => {
    const bids = candidates(seeded(4), { ...job, ...pay }, 100).map((one) => one.bid);
    for (const bid of bids) {
      expect(bid.unit).toBe(unit);
      expect(bid.amountUsd).toBeGreaterThan(rate * 0.75);
      expect(bid.amountUsd).toBeLessThan(rate * 1.35);
      expect(bid.labelerHourlyRateUsd === null).toBe(unit !== 'PER_HOUR');
    }
    expect(new Set(bids.map((bid) => bid.amountUsd)).size).toBeGreaterThan(3);
  });
});

describe('interviews', () => {
  const talks = crowd.flatMap((one) => one.interview ?? []);

  it('have six to ten messages in turns, each later than the one before', () => {
    for (const { messages } of talks) {
      expect(messages.length).toBeGreaterThanOrEqual(6);
      expect(messages.length).toBeLessThanOrEqual(10);
      messages.forEach((message, index) => {
        expect(message.role).toBe(index % 2 === 0 ? 'interviewer' : 'candidate');
        expect(message.content).not.toBe('');
        if (index > 0) expect(message.secondsIn).toBeGreaterThan(messages[index - 1]!.secondsIn);
      });
    }
    expect(new Set(talks.map(({ messages }) => messages.length))).toEqual(new Set([6, 8, 10]));
  });

  it('speak of the job’s own data, labels, languages and tool', () => {
    for (const { messages, summary } of talks) {
      const said = messages.map((message) => message.content).join(' ');
      expect(said).toContain('image');
      expect(said).toContain('bounding box');
      expect(summary.length).toBeGreaterThan(20);
    }
    const all = talks
      .flatMap(({ messages }) => messages.map((message) => message.content))
      .join(' ');
    expect(all).toContain('Spanish and English');
    expect(all).toContain('CVAT');
  });
});

describe('what employers see', () => {
  it('holds no surname anywhere', () => {
    for (const { trainer, cover, interview } of crowd) {
      const shown = JSON.stringify([
        publicFreelancer(trainer),
        publicCandidate(trainer),
        cover,
        interview,
      ]);
      expect(shown.toLowerCase()).not.toContain(trainer.lastName.toLowerCase());
      expect(shown).not.toContain('"lastName"');
      expect(cover).toContain(maskName(trainer).displayName);
    }
  });

  it('has the form of the contract’s profiles and candidates', () => {
    type Schemas = components['schemas'];
    expectTypeOf(publicFreelancer).returns.toExtend<Schemas['Freelancer']>();
    expectTypeOf(publicCandidate).returns.toExtend<Schemas['Candidate']>();
    const { trainer } = crowd[0]!;
    expect(publicFreelancer(trainer)).toMatchObject({
      id: trainer.id,
      profilePath: `/profile/${trainer.profileSlug}`,
      lastNameInitial: trainer.lastName[0],
      country: countryName(trainer.countryCode ?? ''),
      agency: null,
    });
  });
});

describe('the places', () => {
  it('are countries and languages that exist', () => {
    for (const place of places) {
      expect(countryName(place.code), place.code).toBeDefined();
      for (const language of place.languages) expect(languageName(language)).toBe(language);
    }
  });
});
