import type { MissingField } from 'trainyard/opentrain';

/** What the owner would say, where the brief does not. */
const answers: Record<string, string | number> = {
  experienceLevel: 'INTERMEDIATE',
  pricePerHour: 14,
  dataVolumeUnit: 'HOURS_OF_RECORDING_AUDIO_VIDEO',
};

export function answerFor({ field, enumValues, example }: MissingField): string | number {
  const answer = answers[field] ?? enumValues?.[0] ?? example;
  if (answer == null) throw new Error(`Nobody knows what to say about ${field}.`);
  return answer;
}
