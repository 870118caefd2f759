import {
  errorReasons,
  operations,
  scopes,
  webhookEvents,
} from '../../../generated/opentrain/operations.ts';
import { events, requests, responses } from '../../../generated/opentrain/schemas.ts';
import type { Operation } from '../../../src/core/operation.ts';
import { OpenTrain } from '../../../src/opentrain/client.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { receivingSandbox } from '../../support/sandbox-receiver.ts';
import type { Contract, GateName, Refused, World } from '../kit/contract.ts';

/** An account that a control made. */
export type Account = ReturnType<Sandbox['opentrain']['createAccount']>;
type NewAccount = NonNullable<Parameters<Sandbox['opentrain']['createAccount']>[0]>;

/** A sandbox with two employers, and the client under test for the first. */
export interface OpenTrainWorld extends World {
  readonly client: OpenTrain;
  readonly account: Account;
  /** Sign-in address of whoever owns it. */
  readonly email: string;
  /** A client of the account that may do everything. */
  readonly owner: OpenTrain;
  /** A client of another account, whose things the client may not touch. */
  readonly stranger: OpenTrain;
  /** Another client under test, for what the account's own token can't show. */
  as(token: string): OpenTrain;
  /** A client of its own, outside the test. */
  with(token: string): OpenTrain;
  /** Makes an account that is claimed, with everything on, unless told otherwise. */
  open(account?: NewAccount): Account;
}

const everyFeature = new Set(
  Object.values<Operation>(operations).flatMap(({ feature }) => feature ?? []),
);

const limits = { 'opentrain.registrationsPerHour': 5, 'opentrain.claimStartsPerHour': 5 };

export const opentrain: Contract<OpenTrainWorld> = {
  product: 'opentrain',
  base: '',
  operations,
  errorReasons,
  webhookEvents,
  scopes,
  schemas: { requests, responses, events },
  unknownToken: 'ot_pat_nobody0000_00000000000000000000000000000000',

  createWorld(subject, recorder) {
    const { sandbox, received } = receivingSandbox({ limits });
    const recorded = recorder.over(sandbox.fetch);
    const seen = (token: string) => recorder.watch(connect(token, recorded));
    const connect = (token: string, fetch = sandbox.fetch) =>
      new OpenTrain({ token, fetch, maxRetries: 0, clock: sandbox.clock });
    const open = (account: NewAccount = {}) =>
      sandbox.opentrain.createAccount({ claimed: true, scopes, card: true, ...account });
    const email = 'ada.owner@example.com';
    const account = open({ email });
    // Who falls short is somebody else: the gates stand before the question whose things they are.
    const features = [...everyFeature].filter((key) => key !== subject.withoutFeature);
    const weak = subject.scopes ?? subject.withoutFeature ?? subject.unclaimed;
    const { token } = weak
      ? open({ claimed: !subject.unclaimed, scopes: subject.scopes ?? scopes, features })
      : account;
    return {
      sandbox,
      received,
      recorder,
      account,
      email,
      client: seen(token),
      owner: connect(account.token),
      stranger: connect(open().token),
      as: seen,
      with: (token) => connect(token),
      open,
    };
  },

  gate: (name, { path }) => (path.startsWith('/api/agent/') ? oauthGate(name) : publicGates[name]),
};

const publicGates: Readonly<Record<GateName, Refused>> = {
  'no-token': { status: 401, code: 'UNAUTHORIZED' },
  'bad-token': { status: 401, code: 'UNAUTHORIZED' },
  scope: { status: 403, code: 'FORBIDDEN', details: ['requiredScopes', 'grantedScopes'] },
  feature: { status: 403, code: 'FORBIDDEN', details: ['featureKey', 'mode'] },
  claim: {
    status: 403,
    code: 'FORBIDDEN',
    reason: 'account_claim_required',
    details: ['action', 'claimUrl'],
  },
  malformed: { status: 400, code: 'BAD_REQUEST' },
};

function oauthGate(name: GateName): Refused {
  if (name !== 'malformed') throw new Error(`Agent auth has no ${name} gate`);
  return { status: 400, code: 'invalid_request' };
}
