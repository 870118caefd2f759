import { OAuthError } from '../../core/api-error.ts';
import { Agent } from '../../opentrain/agent.ts';
import type { Answer, Run } from './tool.ts';
import { ToolError } from './tool-error.ts';

/** Makes an account and saves its token and claim token; neither gets into the model's context. */
export async function registerAgent({ args, account }: Run): Promise<Answer> {
  const { file } = account;
  const saved = await file.read();
  if ((saved.apiToken || saved.claimToken) && args.force !== true) {
    throw new ToolError(
      `Credentials are saved already, in ${file.path}. Go on with that account (opentrain_auth_status tells which it is). To replace it, ask the human first, then call again with force: true; an account that nobody has claimed is lost then.`,
    );
  }
  const { baseUrl, tokenFrom } = await account.settings();
  // The tokens are handed out once: before they are asked for, there has to be a place for them.
  const place = await file.prepare();
  try {
    const { agentName, organizationName } = args as {
      agentName?: string;
      organizationName?: string;
    };
    const { access_token, claim_token, ...registration } = await new Agent(
      await account.transport(),
    ).register({
      ...(agentName !== undefined && { agent_name: agentName }),
      ...(organizationName !== undefined && { organization_name: organizationName }),
    });
    await place.save({ apiToken: access_token, claimToken: claim_token, baseUrl });
    // A token of the environment goes before the file.
    const usedNow = tokenFrom === undefined || tokenFrom === file.path;
    return { ...registration, saved: true, usedNow };
  } finally {
    await place.discard();
  }
}

/** Has the platform send the human a link. */
export async function claimAccount(run: Run): Promise<Answer> {
  const claim_token = await claimToken(run);
  return run.request('agent.startClaim', { claim_token, email: run.args.email });
}

/** Asks once, and saves the token that a finished claim hands out. */
export async function claimStatus(run: Run): Promise<Answer> {
  const { account } = run;
  const token = await claimToken(run);
  const { baseUrl } = await account.settings();
  const place = await account.file.prepare();
  try {
    const { access_token, ...claimed } = await new Agent(await account.transport()).pollClaim(
      token,
    );
    await place.save({ apiToken: access_token, claimToken: undefined, baseUrl });
    return { status: 'claimed', ...claimed };
  } catch (error) {
    const code = error instanceof OAuthError && error.code;
    if (code === 'authorization_pending' || code === 'slow_down') return { status: code };
    throw error;
  } finally {
    await place.discard();
  }
}

async function claimToken({ args, account }: Run): Promise<string> {
  const { claimToken } = args as { claimToken?: string };
  const token = claimToken ?? (await account.file.read()).claimToken;
  if (token !== undefined) return token;
  throw new ToolError(
    `No claim token is saved in ${account.file.path}: the account has been claimed, or was not registered here. opentrain_auth_status tells which account the token is of; opentrain_register_agent makes a new one.`,
  );
}
