import { multiselect, select, text } from '@clack/prompts';
import type { AnswerField } from '../opentrain/job-drafts.ts';
import { answered } from './ask.ts';
import { oneLine, plain } from './output/plain.ts';

const output = process.stderr;

/** Asks for one gap of a draft, in the form that fits it. */
export const askField: AnswerField = async ({ prompt, hint, type, enumValues, example }) => {
  const message = oneLine(prompt);
  if (enumValues?.length) {
    const options = enumValues.map((value) => ({ value, label: plain(value) }));
    if (type === 'array') return answered(await multiselect({ message, options, output }));
    return answered(await select({ message, options, output }));
  }
  const said = [
    hint,
    example === undefined || example === null ? '' : `such as ${String(example)}`,
  ];
  const placeholder = oneLine(said.filter(Boolean).join(' '));
  const wrong = (value: string | undefined) => {
    if (!value?.trim()) return 'An answer is needed.';
    return type === 'number' && !Number.isFinite(Number(value)) ? 'A number is needed.' : undefined;
  };
  return answered(await text({ message, placeholder, validate: wrong, output }));
};
