import { checkKey, fromEnvironment, type KeyFormat } from '../core/arguments.ts';
import { type ErrorFacts, stringOrNone } from '../core/error-body.ts';
import { InvalidArgumentError } from '../core/invalid-argument-error.ts';
import type { Product } from '../core/transport.ts';

const keyFormat: KeyFormat = {
  option: 'apiKey',
  prefix: 'tak_',
  others: { ot_: 'an OpenTrain token', whsec_: 'a webhook secret' },
};

/** TrainAR on the wire, with the key to use. */
export function trainar(given: string | undefined): Product {
  const key = given ?? fromEnvironment('TRAINAR_API_KEY');
  if (key === undefined) {
    throw new InvalidArgumentError('apiKey', 'pass { apiKey }, or set TRAINAR_API_KEY.');
  }
  checkKey(key, keyFormat);
  return {
    baseUrl: 'https://api.trainar.ai/v1',
    baseUrlVariables: ['TRAINAR_BASE_URL'],
    readErrorBody,
    loadSchemas: () => import('#schemas/trainar'),
    key: () => key,
  };
}

/** `{ error: 'UPPER_SNAKE', message }` */
function readErrorBody(body: Record<string, unknown>): ErrorFacts | undefined {
  const code = stringOrNone(body.error);
  if (code === undefined) return undefined;
  return { code, message: stringOrNone(body.message) ?? code, details: rest(body) };
}

/** What else the body says; only two of its fields are documented. */
function rest({ error: _, message: __, ...others }: Record<string, unknown>) {
  return others;
}
