import { checkKey, fromEnvironment, type KeyFormat } from '../core/arguments.ts';
import { readEnvelope } from '../core/error-body.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import type { Product } from '../core/transport.ts';

const tokenFormat: KeyFormat = {
  option: 'token',
  prefix: 'ot_ptk_',
  others: {
    ptnapp_: 'the client id of an app; the token is what the customer was shown once',
    ot_: 'a token of the Public API',
    tak_: 'a TrainAR key',
    whsec_: 'a webhook secret',
  },
};

/** Where the Platform API and its consent pages are, unless told otherwise. */
export const origin = {
  baseUrl: 'https://app.opentrain.ai',
  baseUrlVariables: ['OT_API_BASE_URL', 'OPENTRAIN_API_BASE_URL', 'OPENTRAIN_BASE_URL'],
};

/** The Platform API on the wire, with the token to use. */
export function platform(given: string | undefined): Product {
  const token = given ?? fromEnvironment('OT_PARTNER_TOKEN', 'OPENTRAIN_PARTNER_TOKEN');
  if (token === undefined) {
    throw new InvalidArgumentError('token', 'pass { token }, or set OT_PARTNER_TOKEN.');
  }
  checkKey(token, tokenFormat);
  return {
    ...origin,
    readErrorBody: readEnvelope,
    loadSchemas: () => import('#schemas/platform'),
    key: () => token,
  };
}
