import { calls } from '../../../../generated/opentrain/calls.ts';
import { operations } from '../../../../generated/opentrain/operations.ts';
import type { AuthMe } from '../../../../generated/opentrain/types.ts';
import { Transport } from '../../../core/transport.ts';
import { CredentialsFile } from '../../../credentials/credentials-file.ts';
import { opentrain } from '../../../opentrain/product.ts';
import { readSecret } from '../../ask.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { readable } from '../../output/readable.ts';
import { shortPath } from '../../output/short-path.ts';
import { warnOfEnvironment } from './auth-register.ts';
import { clientOptions } from './connect.ts';
import { opentrainProduct } from './product.ts';

/** Checks a token against the platform before it is kept. */
export async function login(
  flags: CommonFlags & { apiKey?: string; token?: string },
): Promise<void> {
  const output = await Output.of(flags);
  const given = flags.apiKey ?? flags.token ?? '-';
  const token = given === '-' ? await readSecret('Personal API token') : given;
  const { token: _, ...options } = await clientOptions(
    { baseUrl: flags.baseUrl },
    flags.dryRun === true,
  );
  const transport = new Transport(opentrain(token), options);
  const me = await transport.call<AuthMe>(calls['auth.me'], { needs: 'token' });
  const file = new CredentialsFile();
  await file.save({ apiToken: token, baseUrl: transport.baseUrl, claimToken: undefined });
  await output.answer({ ...me, savedTo: file.path }, () =>
    [readable('opentrain', operations['auth.me'], me), `Saved to ${shortPath(file.path)}.`].join(
      '\n',
    ),
  );
  warnOfEnvironment(output);
}

/** Deletes what is kept on this machine. */
export async function logout(flags: CommonFlags): Promise<void> {
  const output = await Output.of(flags);
  const file = new CredentialsFile();
  const deleted = await file.remove();
  await output.answer({ deleted, path: file.path }, () =>
    deleted
      ? `Deleted ${shortPath(file.path)}. The token is still valid: trainyard opentrain tokens revoke ends it.`
      : `There was no ${shortPath(file.path)}.`,
  );
}

/** Ends a token by showing it. */
export async function revoke(flags: CommonFlags): Promise<void> {
  const output = await Output.of(flags);
  const token = await readSecret('Token to end for good');
  const transport = await opentrainProduct.connect(
    { baseUrl: flags.baseUrl },
    flags.dryRun === true,
  );
  const answer = await transport.call<object>(calls['agent.revoke'], { body: { token } });
  await output.answer(answer, () => panel({ revoked: true }));
}
