import { ApiError } from '../core/api-error.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import { redact, redactDeep } from '../core/redact.ts';
import { TrainyardError } from '../core/trainyard-error.ts';
import { dryRunOf, spell } from './dry-run.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';
import { nextCommand } from './next-command.ts';
import { paint } from './output/paint.ts';
import { plain } from './output/plain.ts';
import { UsageError } from './usage-error.ts';

/** Tells what went wrong, and sets the exit code that says so to scripts. */
export function fail(error: unknown, args: readonly string[]): void {
  const forPrograms = isForPrograms(args);
  const dryRun = dryRunOf(error);
  if (dryRun) {
    const { request } = dryRun;
    process.stdout.write(`${forPrograms ? JSON.stringify(request, null, 2) : spell(request)}\n`);
    return;
  }
  process.exitCode = exitCodeOf(error);
  const usage = process.exitCode === exitCodes.usage;
  const next = nextCommand(error, args);
  const lines = [
    paint('red', `${usage ? 'Usage error' : heading(error)}: `, process.stderr) + told(error),
    ...detailsOf(error),
    next && `Next: ${next}`,
  ].filter(Boolean);
  process.stderr.write(`${lines.join('\n')}\n`);
  if (forPrograms) process.stdout.write(`${JSON.stringify(asJson(error, next), null, 2)}\n`);
}

/** The same for a command line that can't be read, of which people know already. */
export function failUsage(message: string, args: readonly string[]): void {
  process.exitCode = exitCodes.usage;
  const next = nextCommand(new UsageError(message), args);
  if (isForPrograms(args))
    process.stdout.write(`${JSON.stringify({ error: message, next }, null, 2)}\n`);
}

const isForPrograms = (args: readonly string[]) => args.includes('--json');

/** `Error (404 NOT_FOUND)` */
function heading(error: unknown): string {
  if (!(error instanceof ApiError)) return 'Error';
  return `Error (${[error.status, error.reason ?? error.code].filter(Boolean).join(' ')})`;
}

/** An error's message, without what the heading and the line of the request say. */
function told(error: unknown): string {
  // In place of advice on code that whoever sits at a terminal did not write.
  if (error instanceof InvalidArgumentError && exitCodeOf(error) === exitCodes.signIn) {
    if (/pass \{/.test(error.message)) return 'You are not signed in.';
  }
  const message = error instanceof Error ? error.message : String(error);
  const short = error instanceof ApiError ? message.replace(/^[^(]*\([^)]*\): /, '') : message;
  return plain(redact(short));
}

function detailsOf(error: unknown): string[] {
  if (!(error instanceof ApiError)) return [];
  const { details, requestId } = error;
  return [
    ...(Object.keys(details).length > 0 ? [`Details: ${plain(JSON.stringify(details))}`] : []),
    ...(requestId ? [`Request: ${plain(requestId)}`] : []),
  ];
}

function asJson(error: unknown, next: string | undefined): object {
  const api = error instanceof ApiError ? error : undefined;
  return redactDeep({
    error: told(error),
    ...(error instanceof TrainyardError && { type: error.name }),
    ...(api && { status: api.status, code: api.code, requestId: api.requestId }),
    ...(api && Object.keys(api.details).length > 0 && { details: api.details }),
    ...(next && { next }),
  });
}
