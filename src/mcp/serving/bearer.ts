import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { OAuthError, OAuthErrorCode, requireBearerAuth } from '@modelcontextprotocol/server';
import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';

/** Where a token is read from that nobody passed. No flag takes it: others on the machine could list those. */
export const bearerVariable = 'TRAINYARD_MCP_TOKEN';

/** Fewer characters could be guessed. */
const shortest = 32;

/**
 * The token that clients have to show: the one given, else the environment's, else one made now.
 *
 * @returns nothing when clients need none
 * @throws InvalidArgumentError when it could be guessed, or is none that a header can carry
 */
export function chooseBearer(given: string | false | undefined): string | undefined {
  if (given === false) return undefined;
  const chosen = given ?? (process.env[bearerVariable] || undefined);
  if (chosen === undefined) return randomBytes(32).toString('base64url');
  if (chosen.length >= shortest && /^[\w.~+/-]+=*$/.test(chosen)) return chosen;
  throw new InvalidArgumentError(
    'bearer',
    `at least ${shortest} characters are needed, letters, digits and - . _ ~ + / alone. Leave it and ${bearerVariable} out to have one made.`,
  );
}

/** What refuses requests that don't show the token, and lets the others pass. */
export function bearerGate(bearer: string): (request: Request) => Promise<Response | undefined> {
  // Digests are of one length, so that neither the time nor the length of a comparison tells anything.
  const expected = digest(bearer);
  const gate = requireBearerAuth({
    verifier: {
      async verifyAccessToken(token) {
        if (timingSafeEqual(digest(token), expected)) {
          return { token, clientId: 'local', scopes: [], expiresAt: Number.POSITIVE_INFINITY };
        }
        throw new OAuthError(
          OAuthErrorCode.InvalidToken,
          `Not the token of this server: it printed one when it began, or was given one as ${bearerVariable}`,
        );
      },
    },
  });
  return async (request) => {
    const passed = await gate(request);
    return passed instanceof Response ? passed : undefined;
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest();
