import {
  ApiError,
  ClaimRequiredError,
  MissingScopeError,
  NotFoundError,
  RateLimitError,
} from '../core/api-error.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';
import { UsageError } from './usage-error.ts';
import { WaitEnded } from './wait.ts';

/** What to run or do after an error. */
export function nextCommand(error: unknown, args: readonly string[]): string | undefined {
  const words = args.filter((arg) => !arg.startsWith('-'));
  // A server speaks for the product behind it.
  const [product = '', group = ''] = words[0] === 'mcp' ? words.slice(1) : words;
  if (exitCodeOf(error) === exitCodes.signIn) return signIn(product);
  if (error instanceof UsageError) return `trainyard ${wordsOf(args)} --help`;
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
  if (error instanceof NotFoundError && group !== '') return `trainyard ${product} ${group} --help`;
  return undefined;
}

function signIn(product: string): string {
  if (product === 'trainar') return 'set TRAINAR_API_KEY to a key of the tenant';
  if (product === 'platform') return 'set OT_PARTNER_TOKEN to the token of the install';
  return 'trainyard opentrain auth login, or trainyard opentrain auth register';
}

/** The words of a command line before its first flag. */
function wordsOf(args: readonly string[]): string {
  const end = args.findIndex((arg) => arg.startsWith('-'));
  return args.slice(0, end < 0 ? 3 : Math.min(end, 4)).join(' ');
}
