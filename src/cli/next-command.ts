import type { Command } from 'commander';
import {
  ApiError,
  AuthenticationError,
  ClaimRequiredError,
  MissingScopeError,
  NotFoundError,
  RateLimitError,
} from '../core/api-error.ts';
import { tokenVariables } from '../credentials/settings.ts';
import { isLoopback } from '../node/loopback.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';
import { wordsOf } from './place.ts';
import { WaitEnded } from './wait.ts';

/** What to run or do after an error. */
export function nextCommand(
  error: unknown,
  args: readonly string[],
  command: Command,
): string | undefined {
  const words = args.filter((arg) => !arg.startsWith('-'));
  // A server speaks for the product behind it.
  const [product = ''] = words[0] === 'mcp' ? words.slice(1) : words;
  if (exitCodeOf(error) === exitCodes.signIn) {
    return error instanceof AuthenticationError ? otherKey(words, product) : signIn(product);
  }
  const port = refusingPort(error);
  if (port !== undefined) return `trainyard sandbox${port === 4010 ? '' : ` --port ${port}`}`;
  if (exitCodeOf(error) === exitCodes.usage) return `${wordsOf(command)} --help`;
  if (error instanceof WaitEnded) return error.next;
  if (error instanceof ClaimRequiredError) {
    return 'trainyard opentrain auth claim --email <address of the owner>';
  }
  if (error instanceof MissingScopeError && product === 'opentrain') {
    return `trainyard opentrain auth status, which shows the scopes; a token with ${error.requiredScopes.join(', ')} is made in the app`;
  }
  if (error instanceof RateLimitError && error.retryAfterSeconds !== undefined) {
    return `the same in ${error.retryAfterSeconds} s`;
  }
  if (error instanceof ApiError) {
    const { billingUrl, validation } = error.details;
    if (typeof billingUrl === 'string') return `a human adds a way to pay at ${billingUrl}`;
    if (validation !== undefined && product === 'opentrain') {
      return 'trainyard opentrain jobs draft complete --job-id <id>';
    }
  }
  return error instanceof NotFoundError ? toFind(command) : undefined;
}

function signIn(product: string): string {
  if (product === 'trainar') return 'set TRAINAR_API_KEY to a key of the tenant';
  if (product === 'platform') return 'set OT_PARTNER_TOKEN to the token of the install';
  return 'trainyard opentrain auth login, or trainyard opentrain auth register';
}

/** A key was sent, and refused: what to change is where it came from. */
function otherKey(words: readonly string[], product: string): string {
  if (product === 'trainar') return 'set TRAINAR_API_KEY to a valid key of the tenant';
  if (product === 'platform') return 'set OT_PARTNER_TOKEN to the token of a connected install';
  if (words.includes('login')) return 'trainyard opentrain auth login, with a valid token';
  const names = tokenVariables(words[0] === 'mcp' ? 'mcp' : 'cli');
  const name = names.find((one) => process.env[one]);
  if (name === undefined) return signIn(product);
  return `set ${name} to a valid token, or unset it for the one that trainyard opentrain auth login keeps`;
}

/** The port of this machine on which nobody listens, when that is what went wrong. */
function refusingPort(error: unknown): number | undefined {
  const { code, address, port, errors, cause } = Object(error) as Partial<Record<string, unknown>>;
  if (code === 'ECONNREFUSED' && typeof address === 'string' && isLoopback(address)) {
    return Number(port);
  }
  // A name may stand for several addresses, each with an error of its own.
  const inner = Array.isArray(errors) ? errors[0] : cause;
  return inner === undefined ? undefined : refusingPort(inner);
}

/** What lists that of which there is no such one. */
function toFind(command: Command): string | undefined {
  const { parent } = command;
  const list = parent?.commands.find((one) => one.name() === 'list' && one !== command);
  if (list) return wordsOf(list);
  return parent ? `${wordsOf(parent)} --help` : undefined;
}
