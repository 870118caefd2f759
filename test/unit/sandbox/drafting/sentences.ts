import type { DraftFields, FieldKey } from '../../../../src/sandbox/opentrain/drafting/fields.ts';

/** A sentence, the fields it must give, and of these the ones that it only half says. */
export interface Sentence {
  readonly text: string;
  readonly fields: DraftFields;
  readonly low?: readonly FieldKey[];
  /** Keys that must stay open. */
  readonly open?: readonly FieldKey[];
}

export const sentences: readonly Sentence[] = [
  {
    text: 'We need 12 native Spanish speakers from Mexico or Colombia to draw bounding boxes on 20,000 images at $0.06 per label, intermediate level',
    fields: {
      headcount: 12,
      languages: ['Spanish'],
      countries: ['MX', 'CO'],
      labelTypes: ['BOUNDING_BOX'],
      dataType: 'IMAGE',
      dataVolume: 20_000,
      dataVolumeUnit: 'NUMBER_OF_FILES',
      paymentType: 'PAY_PER_LABEL',
      pricePerLabel: 0.06,
      experienceLevel: 'INTERMEDIATE',
    },
  },
  {
    text: 'Looking for three to five annotators to transcribe about 40 hours of audio.',
    fields: {
      headcount: 3,
      labelTypes: ['TRANSCRIPTION'],
      dataType: 'AUDIO',
      dataVolume: 40,
      dataVolumeUnit: 'HOURS_OF_RECORDING_AUDIO_VIDEO',
    },
    low: ['headcount'],
  },
  {
    text: 'We pay $18-22/hour.',
    fields: { paymentType: 'PAY_PER_HOUR', pricePerHour: 18, budgetRange: '$18 to $22' },
    low: ['pricePerHour'],
  },
  {
    text: 'There is a fixed budget of USD 4,500 for the project.',
    fields: { paymentType: 'FIXED_PRICE', fixedPrice: 4500 },
  },
  {
    text: 'Annotators from anywhere are welcome, but not in India or Pakistan.',
    fields: { countries: [] },
    low: ['countries'],
  },
  { text: 'Label 500 photos, no experience needed.', fields: { experienceLevel: 'ENTRY_LEVEL' } },
  {
    text: 'Rate: US$ 15 to US$ 20 per hour, depending on skill.',
    fields: { paymentType: 'PAY_PER_HOUR', pricePerHour: 15 },
    low: ['pricePerHour'],
  },
  {
    text: 'You earn twelve dollars an hour.',
    fields: { paymentType: 'PAY_PER_HOUR', pricePerHour: 12 },
  },
  {
    text: 'You get 6 cents per image.',
    fields: { paymentType: 'PAY_PER_LABEL', pricePerLabel: 0.06 },
    open: ['dataVolume'],
  },
  {
    text: 'Translators earn $40 per 1,000 words.',
    fields: { paymentType: 'PAY_PER_LABEL', pricePerLabel: 0.04 },
    low: ['pricePerLabel'],
    open: ['dataVolume'],
  },
  {
    text: 'The pay is €25 an hour.',
    fields: { paymentType: 'PAY_PER_HOUR' },
    open: ['pricePerHour'],
  },
  {
    text: 'We offer up to $30 per hour.',
    fields: { paymentType: 'PAY_PER_HOUR', pricePerHour: 30 },
    low: ['pricePerHour'],
  },
  {
    text: 'Annotators are paid $150 a day.',
    fields: {},
    open: ['paymentType', 'pricePerHour', 'fixedPrice'],
  },
  {
    text: 'Our budget is $2.5k in total.',
    fields: { paymentType: 'FIXED_PRICE', fixedPrice: 2500 },
  },
  {
    text: 'Our budget is $3000.',
    fields: { paymentType: 'FIXED_PRICE', fixedPrice: 3000 },
    low: ['paymentType', 'fixedPrice'],
  },
  {
    text: 'We raised $6 million last year and pay contributors per label.',
    fields: { paymentType: 'PAY_PER_LABEL' },
    open: ['pricePerLabel', 'fixedPrice'],
  },
  { text: 'The work is paid hourly.', fields: { paymentType: 'PAY_PER_HOUR' } },
  {
    text: 'Flat fee of 900 USD for everything.',
    fields: { paymentType: 'FIXED_PRICE', fixedPrice: 900 },
  },
  {
    text: 'We are hiring a team of 8 to box cars in 3k photos.',
    fields: { headcount: 8, dataVolume: 3000, dataVolumeUnit: 'NUMBER_OF_FILES' },
  },
  {
    text: 'Our team of 40 engineers needs two expert radiologists.',
    fields: { headcount: 2, experienceLevel: 'EXPERT', subjectMatter: 'Healthcare' },
  },
  {
    text: 'We need 5 Spanish speakers and 3 Portuguese speakers.',
    fields: { headcount: 8, languages: ['Spanish', 'Portuguese'] },
  },
  { text: 'Seeking at least ten raters.', fields: { headcount: 10 }, low: ['headcount'] },
  {
    text: 'We are looking for an experienced linguist.',
    fields: { headcount: 1, experienceLevel: 'INTERMEDIATE' },
    low: ['headcount', 'experienceLevel'],
  },
  { text: 'We need several annotators for photos.', fields: {}, open: ['headcount'] },
  {
    text: 'Each call has two speakers and lasts ten minutes.',
    fields: {},
    open: ['headcount', 'dataVolume'],
  },
  {
    text: 'Classify 1.2 million words of legal text.',
    fields: {
      dataVolume: 1_200_000,
      dataVolumeUnit: 'NUMBER_OF_WORDS',
      dataType: 'TEXT',
      labelTypes: ['CLASSIFICATION'],
      subjectMatter: 'Legal',
    },
  },
  {
    text: 'Draw boxes around cars in 2,000 photos, 5 cents each.',
    fields: {
      dataVolume: 2000,
      dataVolumeUnit: 'NUMBER_OF_FILES',
      dataType: 'IMAGE',
      paymentType: 'PAY_PER_LABEL',
      pricePerLabel: 0.05,
    },
    low: ['pricePerLabel'],
  },
  { text: 'Two annotators, $500 each.', fields: { headcount: 2 }, open: ['paymentType'] },
  {
    text: 'There are 90 minutes of video footage to tag.',
    fields: {
      dataVolume: 1.5,
      dataVolumeUnit: 'HOURS_OF_RECORDING_AUDIO_VIDEO',
      dataType: 'VIDEO',
    },
  },
  {
    text: 'Segment two hundred and fifty satellite images.',
    fields: {
      dataVolume: 250,
      dataVolumeUnit: 'NUMBER_OF_FILES',
      dataType: 'GEOSPATIAL',
      labelTypes: ['SEGMENTATION'],
    },
  },
  {
    text: 'Between 10,000 and 15,000 invoices have to be checked.',
    fields: { dataVolume: 10_000, dataVolumeUnit: 'NUMBER_OF_FILES', dataType: 'DOCUMENT' },
    low: ['dataVolume'],
  },
  {
    text: 'There are 10-20k tweets.',
    fields: { dataVolume: 10_000, dataVolumeUnit: 'NUMBER_OF_FILES', dataType: 'TEXT' },
    low: ['dataVolume'],
  },
  {
    text: 'You label thousands of photos.',
    fields: { dataVolumeUnit: 'NUMBER_OF_FILES' },
    low: ['dataVolumeUnit'],
    open: ['dataVolume'],
  },
  {
    text: 'The volume of data is not known yet.',
    fields: { dataVolumeUnit: 'UNKNOWN_NOT_SPECIFIED' },
    open: ['dataVolume'],
  },
  {
    text: 'You work through 300 images per day, 20 hours per week, for three months.',
    fields: { timeRequirement: '20 hours per week', projectDuration: '3 months' },
    open: ['dataVolume', 'headcount'],
  },
  {
    text: 'This is a 6-week project at 10-15 hours a week.',
    fields: { timeRequirement: '10-15 hours per week', projectDuration: '6 weeks' },
  },
  {
    text: 'Annotators have 3+ years of experience with LiDAR.',
    fields: { experienceLevel: 'EXPERT', dataType: '3D_SENSOR' },
    open: ['projectDuration', 'headcount'],
  },
  {
    text: 'One to three years of annotation experience is required.',
    fields: { experienceLevel: 'INTERMEDIATE' },
  },
  {
    text: 'Two to five years of experience are asked for.',
    fields: { experienceLevel: 'INTERMEDIATE' },
    low: ['experienceLevel'],
  },
  { text: 'All experience levels may apply.', fields: { experienceLevel: 'ANY_EXPERIENCE_LEVEL' } },
  {
    text: 'You do not have to be an expert; entry level is fine.',
    fields: { experienceLevel: 'ENTRY_LEVEL' },
  },
  {
    text: 'Intermediate to expert annotators for photos.',
    fields: { experienceLevel: 'INTERMEDIATE' },
    low: ['experienceLevel'],
  },
  {
    text: 'Some Spanish is needed to read the labels.',
    fields: { languages: ['Spanish'] },
    low: ['languages'],
  },
  {
    text: 'Fluent in German and Dutch; French is a plus.',
    fields: { languages: ['German', 'Dutch'] },
  },
  {
    text: 'No French needed, the texts are written in english.',
    fields: { languages: ['English'] },
  },
  {
    text: 'A French company needs translators from English into Farsi.',
    fields: { languages: ['English', 'Persian'], labelTypes: ['TRANSLATION'] },
  },
  {
    text: 'Please polish the transcripts of Polish speakers.',
    fields: { languages: ['Polish'] },
  },
  {
    text: 'Annotators based in the UK, the U.S. or South Korea only.',
    fields: { countries: ['GB', 'US', 'KR'] },
  },
  {
    text: 'People living in Brazil, excluding everyone from Portugal.',
    fields: { countries: ['BR'] },
  },
  {
    text: 'We send us photos of streets in Japan and let us know.',
    fields: {},
    open: ['countries'],
  },
  {
    text: 'Recordings from India are transcribed by people in Kenya.',
    fields: { countries: ['KE'] },
  },
  {
    text: 'We are based in Germany and look for raters in Austria.',
    fields: { countries: ['AT'] },
  },
  {
    text: 'Annotators wanted: 20. Pay: 15 USD/hr. Language: Arabic (MSA). Location: Egypt, Jordan, Morocco.',
    fields: {
      headcount: 20,
      paymentType: 'PAY_PER_HOUR',
      pricePerHour: 15,
      languages: ['Arabic'],
      countries: ['EG', 'JO', 'MA'],
    },
  },
  {
    text: '30 contributors compare pairs in 25.000 chats, at 0,05 USD per comparison.',
    fields: {
      headcount: 30,
      dataVolume: 25_000,
      paymentType: 'PAY_PER_LABEL',
      pricePerLabel: 0.05,
      labelTypes: ['RLHF'],
    },
  },
  {
    text: 'At least 2 yrs experience, 40 hrs/week.',
    fields: { experienceLevel: 'INTERMEDIATE', timeRequirement: '40 hours per week' },
  },
  {
    text: 'Hindi, Tamil and Telugu annotators check 100 files each; English required.',
    fields: {
      languages: ['Hindi', 'Tamil', 'Telugu', 'English'],
      dataVolume: 100,
      dataVolumeUnit: 'NUMBER_OF_FILES',
    },
    low: ['dataVolume', 'dataVolumeUnit'],
  },
  { text: 'Open to applicants worldwide.', fields: { countries: [] } },
  { text: 'Annotators from Europe only.', fields: {}, open: ['countries'] },
  {
    text: 'Draw polygons and keypoints in CVAT, no segmentation.',
    fields: { labelTypes: ['POLYGON', 'KEYPOINT'], labelingSoftware: 'CVAT' },
  },
  {
    text: 'Rank responses of a chat model (RLHF) and red-team it in Label Studio.',
    fields: { labelTypes: ['RLHF', 'RED_TEAMING'], labelingSoftware: 'Label Studio' },
  },
  {
    text: 'Review Python code snippets in our own tool.',
    fields: { dataType: 'CODE', labelingSoftware: 'In-house tool' },
  },
  {
    text: 'Named entity recognition on 5,000 support tickets',
    fields: {
      labelTypes: ['NER'],
      dataVolume: 5000,
      dataVolumeUnit: 'NUMBER_OF_FILES',
      dataType: 'TEXT',
      subjectMatter: 'Customer Service',
    },
  },
];

/** Briefs with headings and bullets. */
export const headed: readonly Sentence[] = [
  {
    text: [
      'Title: Retail shelf tagging',
      'Languages: English, Filipino',
      'Location: Philippines (PH), Vietnam',
      'Headcount: 6',
      'Level: Entry',
      'Pay: 9 USD/hr',
      'Volume: 12,500 photos',
      'Tools: Labelbox',
      'Duration: two months',
    ].join('\n'),
    fields: {
      jobTitle: 'Retail shelf tagging',
      languages: ['English', 'Filipino'],
      countries: ['PH', 'VN'],
      headcount: 6,
      experienceLevel: 'ENTRY_LEVEL',
      paymentType: 'PAY_PER_HOUR',
      pricePerHour: 9,
      dataVolume: 12_500,
      dataVolumeUnit: 'NUMBER_OF_FILES',
      labelingSoftware: 'Labelbox',
      projectDuration: '2 months',
    },
  },
  {
    text: [
      '# Emotion tagging in podcasts',
      '',
      '## What you will do',
      'Tag emotions in speech, turn by turn.',
      '',
      '## Requirements',
      '* 4 raters',
      '* fluent Italian',
      '* residents of Italy or Switzerland',
      '',
      '## Compensation',
      '- $0.25 for each accepted clip',
      '',
      '## About us',
      'A startup from France with 30 annotators in Kenya.',
    ].join('\n'),
    fields: {
      jobTitle: 'Emotion tagging in podcasts',
      labelingOverview: 'Tag emotions in speech, turn by turn.',
      headcount: 4,
      languages: ['Italian'],
      countries: ['IT', 'CH'],
      paymentType: 'PAY_PER_LABEL',
      pricePerLabel: 0.25,
      labelTypes: ['EMOTION_RECOGNITION'],
      dataType: 'AUDIO',
    },
  },
];
