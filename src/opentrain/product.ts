import { checkKey, fromEnvironment, type KeyFormat } from '../core/arguments.ts';
import { type ErrorFacts, readEnvelope, stringOrNone } from '../core/error-body.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import type { Product } from '../core/transport.ts';

/** What a personal token looks like. */
export const tokenFormat: KeyFormat = {
  option: 'token',
  prefix: 'ot_pat_',
  others: {
    ot_clm_: 'a claim token, for agent.startClaim() and agent.waitForClaim()',
    ot_cat_: 'the token of a claim link, for a browser',
    ot_ptk_: 'a token of the Platform API',
    tak_: 'a TrainAR key',
    whsec_: 'a webhook secret',
  },
};

/** OpenTrain on the wire, but for the token. */
export const wire: Omit<Product, 'key'> = {
  baseUrl: 'https://app.opentrain.ai',
  baseUrlVariables: ['OT_API_BASE_URL', 'OPENTRAIN_API_BASE_URL'],
  readErrorBody,
  loadSchemas: () => import('#schemas/opentrain'),
};

/** OpenTrain on the wire, with the token to use, if there is one. */
export function opentrain(given: string | undefined): Product {
  const token = given ?? fromEnvironment('OT_API_TOKEN', 'OPENTRAIN_API_TOKEN');
  if (token !== undefined) checkKey(token, tokenFormat);
  return {
    ...wire,
    key() {
      if (token !== undefined) return token;
      throw new InvalidArgumentError(
        'token',
        'this call needs one: pass { token }, set OT_API_TOKEN, or get one with agent.register().',
      );
    },
  };
}

/** What to do next, where the OAuth code alone doesn't say it. */
const advice: Readonly<Record<string, string>> = {
  authorization_pending: 'The human has not finished; ask again after the interval.',
  slow_down: 'Leave more time between polls.',
  expired_token: 'The claim window is over: register again with agent.register().',
  invalid_grant:
    'The claim token is unknown, or its token was handed out already, which happens once: a human can make another in the app.',
};

function readErrorBody(body: Record<string, unknown>): ErrorFacts | undefined {
  const error = stringOrNone(body.error);
  if (error === undefined) {
    // The 404 of a job that is no longer listed has a form of its own.
    if (body.status !== 'closed') return undefined;
    return { reason: 'closed', message: 'The job is no longer listed.', details: body };
  }
  if (stringOrNone(body.code) === undefined && /^[a-z_]+$/.test(error)) {
    const said = [stringOrNone(body.error_description), advice[error]].filter(Boolean).join(' ');
    return { oauth: true, code: error, message: said || error };
  }
  return readEnvelope(body);
}
