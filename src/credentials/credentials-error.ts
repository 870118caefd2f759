import { TrainyardError } from '../core/trainyard-error.ts';

/** The credentials file can't be read, understood or written. It is as it was before. */
export class CredentialsError extends TrainyardError {
  static override readonly className: string = 'CredentialsError';
  /** The file. */
  readonly path: string;

  /** @param problem in words that hold nothing of the file's content */
  constructor(path: string, problem: string) {
    super(`${path} ${problem}`);
    this.path = path;
  }
}

/** The system's code of a failed file operation, such as `ENOSPC`. */
export function systemCode(error: unknown): string | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
