import { TrainyardError } from '../../core/trainyard-error.ts';

/** A tool can't do what it was asked for; the message tells the agent what to do. */
export class ToolError extends TrainyardError {
  static override readonly className: string = 'ToolError';
}
