import { TrainyardError } from './trainyard-error.ts';

/** The call can't be right as written. Thrown before a byte is sent. */
export class InvalidArgumentError extends TrainyardError {
  static override readonly className: string = 'InvalidArgumentError';
  /** The argument or option that is wrong. */
  readonly argument: string;

  constructor(argument: string, message: string) {
    super(`${argument}: ${message}`);
    this.argument = argument;
  }
}
