import { OpenTrainPlatform } from '../../../platform/client.ts';
import type { ClientFlags } from '../../client-command.ts';
import { Output } from '../../output/output.ts';

/** Prints the link that a customer connects their account by; nothing is sent. */
export async function consentUrl(flags: ClientFlags): Promise<void> {
  const output = await Output.of(flags);
  const { subject, baseUrl, redirectUri, externalProjectId } = flags;
  const state = (flags.state as string | undefined) ?? OpenTrainPlatform.createState();
  const url = OpenTrainPlatform.consentUrl({
    slug: subject,
    state,
    baseUrl,
    redirectUri: redirectUri as string | undefined,
    externalProjectId: externalProjectId as string | undefined,
  });
  await output.answer({ url, state }, () => url);
}
