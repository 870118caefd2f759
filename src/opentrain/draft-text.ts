import { InvalidArgumentError } from '../core/invalid-argument-error.ts';

/** The longest text that drafts take, in characters. */
const longest = 60_000;

/** The refusal of a text that is too long, if it is. */
export function tooLong(name: string, value: unknown): InvalidArgumentError | undefined {
  if (typeof value !== 'string' || value.length <= longest) return undefined;
  return new InvalidArgumentError(
    name,
    `${value.length} characters are more than the ${longest} that the platform takes.`,
  );
}
