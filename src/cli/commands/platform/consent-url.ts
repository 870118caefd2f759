import { OpenTrainPlatform } from '../../../platform/client.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';

export interface ConsentFlags extends CommonFlags {
  slug: string;
  redirectUri?: string;
  externalProjectId?: string;
  state?: string;
}

/** Prints the link that a customer connects their account by; nothing is sent. */
export async function consentUrl(flags: ConsentFlags): Promise<void> {
  const output = await Output.of(flags);
  const { slug, baseUrl, redirectUri, externalProjectId } = flags;
  const state = flags.state ?? OpenTrainPlatform.createState();
  const url = OpenTrainPlatform.consentUrl({
    slug,
    state,
    baseUrl,
    redirectUri,
    externalProjectId,
  });
  await output.answer({ url, state }, () => url);
}
