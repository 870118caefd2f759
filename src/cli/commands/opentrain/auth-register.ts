import { calls } from '../../../../generated/opentrain/calls.ts';
import type { AgentRegistration } from '../../../../generated/opentrain/types.ts';
import { CredentialsFile } from '../../../credentials/credentials-file.ts';
import { tokenVariables } from '../../../credentials/settings.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { shortPath } from '../../output/short-path.ts';
import { UsageError } from '../../usage-error.ts';
import { opentrainProduct } from './product.ts';

interface Flags extends CommonFlags {
  agentName?: string;
  name?: string;
  orgName?: string;
  organizationName?: string;
  force?: boolean;
}

/** Registers an agent. Room for its tokens is made first: they are shown once. */
export async function register(flags: Flags): Promise<void> {
  const output = await Output.of(flags);
  const file = new CredentialsFile();
  const kept = await file.read();
  if ((kept.apiToken || kept.claimToken) && !flags.force) {
    throw new UsageError(`${file.path} holds credentials already; --force replaces them.`);
  }
  const prepared = flags.dryRun ? undefined : await file.prepare();
  try {
    const transport = await opentrainProduct.connect(
      { baseUrl: flags.baseUrl },
      flags.dryRun === true,
    );
    const made = await transport.call<AgentRegistration>(calls['agent.register'], {
      body: {
        agent_name: flags.agentName ?? flags.name,
        organization_name: flags.orgName ?? flags.organizationName,
      },
      needs: 'access_token',
    });
    await prepared?.save({
      apiToken: made.access_token,
      claimToken: made.claim_token,
      baseUrl: transport.baseUrl,
    });
    // The tokens are in the file; nothing that is printed holds them.
    const { access_token: _, claim_token: __, ...shown } = made;
    const result = { ...shown, savedTo: file.path };
    await output.answer(result, () =>
      [
        panel({
          registered: made.registration_id,
          scopes: made.scopes,
          'claim until': made.claim_token_expires_at,
          'saved to': shortPath(file.path),
        }),
        'Then: trainyard opentrain auth claim --email <address of the owner>',
      ].join('\n'),
    );
    warnOfEnvironment(output);
  } finally {
    await prepared?.discard();
  }
}

/** A variable that goes before the file makes what was just saved there useless. */
export function warnOfEnvironment(output: Output): void {
  for (const name of tokenVariables('cli')) {
    if (process.env[name]) output.note(`Note: ${name} is set and goes before what was saved.`);
  }
}
