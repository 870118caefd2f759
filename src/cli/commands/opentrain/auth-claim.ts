import { calls } from '../../../../generated/opentrain/calls.ts';
import type { ClaimAttempt, ClaimedToken } from '../../../../generated/opentrain/types.ts';
import { OAuthError } from '../../../core/api-error.ts';
import { CredentialsFile } from '../../../credentials/credentials-file.ts';
import { readSecret } from '../../ask.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { shortPath } from '../../output/short-path.ts';
import { UsageError } from '../../usage-error.ts';
import { milliseconds, WaitEnded, waiting } from '../../wait.ts';
import { warnOfEnvironment } from './auth-register.ts';
import { openTrainClient } from './client.ts';
import { opentrainProduct } from './product.ts';

interface Flags extends CommonFlags {
  claimToken?: string;
}

/** Starts a claim, and shows what the human needs. */
export async function claim(flags: Flags & { email: string }): Promise<void> {
  const output = await Output.of(flags);
  const body = { claim_token: await claimTokenOf(flags), email: flags.email };
  const transport = await opentrainProduct.connect(
    { baseUrl: flags.baseUrl },
    flags.dryRun === true,
  );
  const attempt = await transport.call<ClaimAttempt>(calls['agent.startClaim'], { body });
  await output.answer(attempt, () =>
    [
      panel({
        code: attempt.user_code,
        page: attempt.verification_uri,
        minutes: Math.round(attempt.expires_in / 60),
        'e-mail sent': attempt.email_sent,
      }),
      'The owner opens the page, signs in with that address and enters the code.',
      'Then: trainyard opentrain auth claim-status --wait',
    ].join('\n'),
  );
}

/** Asks once, or until the claim is done; then the claimed token takes the place of the kept one. */
export async function claimStatus(
  flags: Flags & { wait?: boolean; timeout: string },
): Promise<void> {
  const output = await Output.of(flags);
  const file = new CredentialsFile();
  const claimToken = await claimTokenOf(flags);
  const timeoutMs = milliseconds('timeout', flags.timeout);
  const { agent } = await openTrainClient(flags);
  // The token is handed out once: there has to be room for it before it is asked for.
  const prepared = flags.dryRun ? undefined : await file.prepare();
  try {
    const again = 'trainyard opentrain auth claim-status --wait';
    const claimed = flags.wait
      ? await waiting(
          'waiting for the owner',
          () => agent.waitForClaim(claimToken, { timeoutMs }),
          again,
        )
      : await askOnce(() => agent.pollClaim(claimToken));
    if (claimed === undefined) {
      await output.answer(
        { status: 'pending' },
        () => `Pending: the owner has not finished.\nThen: ${again}`,
      );
      return;
    }
    await prepared?.save({ apiToken: claimed.access_token, claimToken: undefined });
    const { access_token: _, ...shown } = claimed;
    await output.answer({ status: 'claimed', ...shown, savedTo: file.path }, () =>
      panel({ claimed: true, scopes: claimed.scopes, 'saved to': shortPath(file.path) }),
    );
    warnOfEnvironment(output);
  } catch (error) {
    if (error instanceof OAuthError && error.code === 'expired_token') {
      throw new WaitEnded(error.message, 'trainyard opentrain auth register --force');
    }
    throw error;
  } finally {
    await prepared?.discard();
  }
}

async function askOnce(poll: () => PromiseLike<ClaimedToken>): Promise<ClaimedToken | undefined> {
  try {
    return await poll();
  } catch (error) {
    const waits =
      error instanceof OAuthError && /^(authorization_pending|slow_down)$/.test(error.code ?? '');
    if (waits) return undefined;
    throw error;
  }
}

async function claimTokenOf({ claimToken }: Flags): Promise<string> {
  if (claimToken === '-') return readSecret('Claim token');
  const token = claimToken ?? (await new CredentialsFile().read()).claimToken;
  if (token) return token;
  throw new UsageError('There is no claim token: register first, or pass --claim-token -.');
}
