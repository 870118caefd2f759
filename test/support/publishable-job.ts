import type { JobDraftInput } from '../../src/opentrain/index.ts';

/** A job that a draft reads in full: nothing is missing. */
export const publishableJob = {
  format: 'opentrain_canonical',
  job: {
    title: 'Street scene bounding boxes',
    description: 'Draw a tight box around every car and bicycle in photos taken from a moving car.',
    paymentType: 'PAY_PER_LABEL',
    rateAmount: 0.06,
    languages: ['English'],
    countries: ['Mexico'],
    labelTypes: ['BOUNDING_BOX'],
    experienceLevel: 'INTERMEDIATE',
    dataType: 'IMAGE',
    dataVolume: 20_000,
    dataVolumeUnit: 'NUMBER_OF_FILES',
    headcount: 12,
  },
} satisfies JobDraftInput;
