import type { Command } from 'commander';
import { ApiError } from '../core/api-error.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import { redact, redactDeep } from '../core/redact.ts';
import { TrainyardError } from '../core/trainyard-error.ts';
import { dryRunOf, spell } from './dry-run.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';
import { nextCommand } from './next-command.ts';
import { outcomeOf } from './outcome.ts';
import { asJson } from './output/json.ts';
import { paint } from './output/paint.ts';
import { plain } from './output/plain.ts';
import { UsageError } from './usage-error.ts';

/** Tells what went wrong, and sets the exit code that says so to scripts. */
export async function fail(
  error: unknown,
  args: readonly string[],
  command: Command,
): Promise<void> {
  const forPrograms = isForPrograms(args);
  const dryRun = dryRunOf(error);
  if (dryRun) {
    const { request } = dryRun;
    process.stdout.write(`${forPrograms ? asJson(request, 2) : spell(request)}\n`);
    return;
  }
  process.exitCode = exitCodeOf(error);
  const usage = process.exitCode === exitCodes.usage;
  const outcome = await outcomeOf(error, args);
  const next = outcome?.next ?? nextCommand(error, args, command);
  const lines = [
    paint('red', `${usage ? 'Usage error' : heading(error)}: `, process.stderr) + told(error),
    ...detailsOf(error),
    outcome?.mayHaveHappened && 'It may have happened all the same.',
    next && `Next: ${plain(next)}`,
  ].filter(Boolean);
  process.stderr.write(`${lines.join('\n')}\n`);
  if (!forPrograms) return;
  const answer = {
    ...factsOf(error),
    ...(outcome && { mayHaveHappened: outcome.mayHaveHappened }),
    ...(next && { next }),
  };
  process.stdout.write(`${asJson(answer, 2)}\n`);
}

/** The same for a command line that can't be read, of which people know already. */
export function failUsage(message: string, args: readonly string[], command: Command): void {
  process.exitCode = exitCodes.usage;
  const next = nextCommand(new UsageError(message), args, command);
  process.stderr.write(`Next: ${next}\n`);
  if (isForPrograms(args)) process.stdout.write(`${asJson({ error: message, next }, 2)}\n`);
}

const isForPrograms = (args: readonly string[]) => args.includes('--json');

/** `Error (404 NOT_FOUND)` */
function heading(error: unknown): string {
  if (!(error instanceof ApiError)) return 'Error';
  return plain(`Error (${[error.status, error.reason ?? error.code].filter(Boolean).join(' ')})`);
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

function factsOf(error: unknown): object {
  const api = error instanceof ApiError ? error : undefined;
  return redactDeep({
    error: told(error),
    ...(error instanceof TrainyardError && { type: error.name }),
    ...(api && { status: api.status, code: api.code, requestId: api.requestId }),
    ...(api && Object.keys(api.details).length > 0 && { details: api.details }),
  });
}
