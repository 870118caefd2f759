import {
  zDataVolumeUnit,
  zExperienceLevel,
  zPaymentType,
} from '../../../../generated/opentrain/schemas.ts';
import type { JobDraftUpdate, PaymentType } from '../../../../generated/opentrain/types.ts';

export type {
  DataVolumeUnit,
  ExperienceLevel,
  PaymentType,
} from '../../../../generated/opentrain/types.ts';

/** Values of the three enums that the platform publishes. */
export const draftEnums = {
  paymentType: zPaymentType.options,
  experienceLevel: zExperienceLevel.options,
  dataVolumeUnit: zDataVolumeUnit.options,
};

/** Longest text a field takes: the documented cap of an imported brief, taken for all texts. */
export const maxTextLength = 60_000;

/** A draft's fields under the keys that PATCH takes. */
export type DraftFields = {
  [Key in keyof JobDraftUpdate]: Exclude<JobDraftUpdate[Key], undefined>;
};

export type FieldKey = keyof DraftFields;

/** Everything that is known about one PATCH key. */
export interface FieldSpec {
  readonly key: FieldKey;
  readonly label: string;
  readonly type: 'string' | 'enum' | 'number' | 'integer' | 'array';
  readonly enumValues?: readonly string[];
  /** Whether a list of texts is taken as well. */
  readonly orList?: true;
  /** The question to put to a human. */
  readonly prompt: string;
  readonly example: string;
  readonly hint?: string;
}

const spec = (
  key: FieldKey,
  label: string,
  type: FieldSpec['type'],
  prompt: string,
  example: string,
  more: Partial<FieldSpec> = {},
): FieldSpec => ({ key, label, type, prompt, example, ...more });

const price = { hint: 'In US dollars, above zero.' };

/** Every PATCH key of drafts and jobs, in the order in which gaps are asked for. */
export const fieldSpecs: readonly FieldSpec[] = [
  spec(
    'jobTitle',
    'Job title',
    'string',
    'What should the job be called?',
    'Street Scene Image Annotator',
    {
      hint: 'A few words that name the work.',
    },
  ),
  spec(
    'jobDescription',
    'Job description',
    'string',
    'What will the AI trainers do?',
    'Draw boxes around cars and pedestrians in street photos.',
    { hint: `At most ${maxTextLength.toLocaleString('en')} characters.` },
  ),
  spec('paymentType', 'Payment type', 'enum', 'How will the work be paid?', 'PAY_PER_HOUR', {
    enumValues: draftEnums.paymentType,
    hint: 'Set the matching price as well.',
  }),
  spec('pricePerHour', 'Price per hour', 'number', 'How much is paid per hour?', '18', price),
  spec('pricePerLabel', 'Price per label', 'number', 'How much is paid per label?', '0.05', price),
  spec('fixedPrice', 'Fixed price', 'number', 'How much is paid for the whole job?', '4500', price),
  spec(
    'experienceLevel',
    'Experience level',
    'enum',
    'How experienced must the AI trainers be?',
    'INTERMEDIATE',
    {
      enumValues: draftEnums.experienceLevel,
      hint: 'Entry is under one year, intermediate one to three, expert above.',
    },
  ),
  spec('dataVolume', 'Data volume', 'number', 'How much data is there?', '20000', {
    hint: 'Counted in the unit of dataVolumeUnit.',
  }),
  spec(
    'dataVolumeUnit',
    'Data volume unit',
    'enum',
    'In which unit is the data counted?',
    'NUMBER_OF_FILES',
    {
      enumValues: draftEnums.dataVolumeUnit,
      hint: 'UNKNOWN_NOT_SPECIFIED when the amount is open.',
    },
  ),
  spec('headcount', 'Headcount', 'integer', 'How many AI trainers are needed?', '3'),
  spec('languages', 'Languages', 'array', 'Which languages must they know?', 'Spanish, Portuguese'),
  spec('countries', 'Countries', 'array', 'In which countries may they live?', 'MX, CO', {
    hint: 'Two-letter codes; an empty list means anywhere.',
  }),
  spec('dataType', 'Data type', 'string', 'What kind of data is it?', 'IMAGE'),
  spec('labelTypes', 'Label types', 'array', 'Which kinds of labels are made?', 'BOUNDING_BOX'),
  spec('subjectMatter', 'Subject matter', 'string', 'What is the data about?', 'Healthcare', {
    orList: true,
  }),
  spec(
    'labelingSoftware',
    'Labeling software',
    'string',
    'In which tool is the work done?',
    'CVAT',
  ),
  spec(
    'labelingOverview',
    'Labeling overview',
    'string',
    'How is one item labeled?',
    'One box per vehicle, tight to its visible edges.',
  ),
  spec(
    'datasetDescription',
    'Dataset description',
    'string',
    'What is in the dataset?',
    'Dashcam photos from three cities, by day and night.',
  ),
  spec(
    'aiInterviewRequirements',
    'AI interview requirements',
    'string',
    'What should the AI interviewer ask about?',
    'Ask for past work with street scenes.',
  ),
  spec('budgetRange', 'Budget range', 'string', 'Within which range is the budget?', '$18 to $22'),
  spec(
    'workloadDesc',
    'Workload',
    'string',
    'How is the work spread?',
    'Steady, about 500 images a day',
  ),
  spec(
    'timeRequirement',
    'Time requirement',
    'string',
    'How much time is asked for?',
    '20 hours per week',
  ),
  spec('projectDuration', 'Project duration', 'string', 'How long will it last?', '3 months'),
  spec('freelancerType', 'Freelancer type', 'string', 'Individuals or agencies?', 'Individual'),
  spec('projectScope', 'Project scope', 'string', 'How large is the project?', 'One-off project'),
  spec('visibility', 'Visibility', 'string', 'Who may see the job?', 'Public'),
];

const byKey: ReadonlyMap<string, FieldSpec> = new Map(
  fieldSpecs.map((field) => [field.key, field]),
);

/** Every PATCH key, as `draft.updateKeys` of the capabilities call lists them. */
export const updateKeys: readonly FieldKey[] = fieldSpecs.map((field) => field.key);

/** The table's row for a key; nothing for a key that PATCH does not take. */
export function fieldSpec(key: string): FieldSpec | undefined {
  return byKey.get(key);
}

/** Which price belongs to a payment type. */
export const priceKeys: Readonly<
  Record<PaymentType, 'pricePerHour' | 'pricePerLabel' | 'fixedPrice'>
> = { PAY_PER_HOUR: 'pricePerHour', PAY_PER_LABEL: 'pricePerLabel', FIXED_PRICE: 'fixedPrice' };
