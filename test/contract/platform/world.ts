import {
  errorReasons,
  operations,
  scopes,
  webhookEvents,
} from '../../../generated/platform/operations.ts';
import { events, requests, responses } from '../../../generated/platform/schemas.ts';
import { OpenTrain } from '../../../src/opentrain/client.ts';
import { OpenTrainPlatform } from '../../../src/platform/client.ts';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/index.ts';
import { receivingSandbox } from '../../support/sandbox-receiver.ts';
import type { Contract, GateName, Refused, Subject, World } from '../kit/contract.ts';
import type { Recorder } from '../kit/recorder.ts';

type Install = ReturnType<Sandbox['opentrain']['platform']['connect']>;

/** A sandbox with two employers that connected the same app, and the client under test for the first. */
export interface PlatformWorld extends World {
  readonly client: OpenTrainPlatform;
  /** The app's slug. */
  readonly slug: string;
  /** The first employer's install. */
  readonly install: Install;
  /** The first employer, by the Public API. */
  readonly owner: OpenTrain;
  /** A client of the first install that may do everything, outside the test. */
  readonly partner: OpenTrainPlatform;
  /** The second employer, by the Public API. */
  readonly otherOwner: OpenTrain;
  /** A client of the second install, whose things the client under test may not touch. */
  readonly stranger: OpenTrainPlatform;
  /** Another client under test, for what the install's own token can't show. */
  as(token: string): OpenTrainPlatform;
  /** The same in a sandbox of its own that has other limits; its client is under test too. */
  elsewhere(limits: NonNullable<SandboxOptions['limits']>): PlatformWorld;
}

const slug = 'label-loft';

export const platform: Contract<PlatformWorld> = {
  product: 'platform',
  base: '',
  operations,
  errorReasons,
  webhookEvents,
  scopes,
  schemas: { requests, responses, events },
  unknownToken: 'ot_ptk_nobody0000_00000000000000000000000000000000',
  createWorld: (subject, recorder) => createWorld(subject, recorder, {}),
  gate: (name) => gates[name],
};

function createWorld(
  subject: Subject,
  recorder: Recorder,
  limits: NonNullable<SandboxOptions['limits']>,
): PlatformWorld {
  const { sandbox, received } = receivingSandbox({ limits });
  const { opentrain } = sandbox;
  const recorded = recorder.over(sandbox.fetch);
  const options = { maxRetries: 0, clock: sandbox.clock };
  const outside = (token: string) =>
    new OpenTrainPlatform({ token, fetch: sandbox.fetch, ...options });
  const seen = (token: string) =>
    recorder.watch(new OpenTrainPlatform({ token, fetch: recorded, ...options }));
  opentrain.platform.registerApp({ name: 'Label Loft', slug, scopes: [...scopes] });
  const employer = (granted: readonly string[] = scopes) => {
    const account = opentrain.createAccount({ claimed: true, card: true });
    const { accountId } = account;
    const connection = { accountId, piiConsent: true, scopes: granted };
    const install = opentrain.platform.connect(slug, connection);
    const owner = new OpenTrain({ token: account.token, fetch: sandbox.fetch, ...options });
    return { install, owner };
  };
  const { install, owner } = employer();
  const other = employer();
  // Who falls short is somebody else: the gates stand before the question whose things they are.
  const { token } = subject.scopes ? employer(subject.scopes).install : install;
  return {
    sandbox,
    received,
    recorder,
    slug,
    install,
    owner,
    client: seen(token),
    partner: outside(install.token),
    otherOwner: other.owner,
    stranger: outside(other.install.token),
    as: seen,
    elsewhere: (others) => createWorld({}, recorder, others),
  };
}

const gates: Readonly<Record<GateName, Refused>> = {
  'no-token': { status: 401, code: 'UNAUTHORIZED' },
  'bad-token': { status: 401, code: 'UNAUTHORIZED' },
  scope: { status: 403, code: 'FORBIDDEN', details: ['requiredScopes', 'grantedScopes'] },
  feature: { status: 403, code: 'FORBIDDEN' },
  claim: { status: 403, code: 'FORBIDDEN' },
  malformed: { status: 400, code: 'BAD_REQUEST' },
};
